import type { Event } from './event';
import type { Dedup, Millis } from './scenario';

/** Who did it. A consumer goes by its name. */
export type Actor = 'orders' | 'relay' | 'broker' | (string & {});

/** One copy of one event, and the row it comes from. */
interface Carried {
  readonly event: Event;
  readonly row: number;
  /** 1 the first time; 2 and above are duplicates. */
  readonly copy: number;
}

/** An order and its row, written together. */
interface Written {
  readonly event: Event;
  readonly row: number;
  readonly occurredAt: Millis;
}

/** What happened, as codes. `describe` has the words. */
export type Fact =
  | ({ readonly kind: 'inserted' } & Written)
  | ({ readonly kind: 'committed' } & Written)
  | ({ readonly kind: 'rolled-back' } & Written)
  | { readonly kind: 'polled'; readonly rows: readonly number[]; readonly limit: number }
  | ({ readonly kind: 'sent' } & Carried)
  | ({ readonly kind: 'published' } & Carried)
  | ({ readonly kind: 'refused' } & Carried)
  | ({ readonly kind: 'confirmed' } & Carried)
  | ({ readonly kind: 'unconfirmed' } & Carried)
  | ({ readonly kind: 'marked' } & Carried)
  | { readonly kind: 'armed' }
  /** `unmarked` is the row that the broker has and that does not know it. */
  | { readonly kind: 'crashed'; readonly unmarked: number | null }
  | { readonly kind: 'restarted' }
  /** `times` counts this event's effects at this consumer, this one included. */
  | ({ readonly kind: 'applied'; readonly dedup: Dedup; readonly times: number } & Carried)
  | ({ readonly kind: 'skipped' } & Carried)
  | { readonly kind: 'broker-down' }
  | { readonly kind: 'broker-up' }
  | { readonly kind: 'dedup-set'; readonly dedup: Dedup };

/** What a rule reports; its time is added by whoever keeps the clock. */
export type Happening = { readonly actor: Actor } & Fact;

export type Step = { readonly at: Millis } & Happening;

export type StepKind = Step['kind'];
