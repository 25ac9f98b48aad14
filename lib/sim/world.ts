import { type Random, seeded } from '@/lib/shared/random';
import type { Event } from './event';
import { type Command, type Dedup, inputsOf, type Millis, type Scenario } from './scenario';

/** A row of the outbox: the model's copy of what the database holds. */
export interface OutboxRow {
  readonly id: number;
  readonly event: Event;
  readonly occurredAt: Millis;
  dispatchedAt: Millis | null;
  /** How often the broker has taken this row's event; beyond the first, each is a duplicate. */
  copies: number;
}

/** An order and its row, written and not yet visible to anyone else. */
export interface OpenTransaction {
  readonly row: OutboxRow;
  readonly rollsBack: boolean;
  readonly begunAt: Millis;
  readonly endsAt: Millis;
}

/** `preparing` the next message, `publishing` it, `awaiting` its confirm, `marking` its row. */
export type RelayPhase = 'polling' | 'preparing' | 'publishing' | 'awaiting' | 'marking' | 'crashed';

export interface Relay {
  phase: RelayPhase;
  since: Millis;
  /** When the phase ends; of `polling`, the first of its polls, from which the others follow at their interval. */
  dueAt: Millis;
  /** Ids of the rows that the last poll found and that are still to do; the first is at hand. */
  batch: readonly number[];
  /** Will crash at the next moment between publish and mark. */
  armed: boolean;
  crashAt: Millis | null;
  /** The broker went away under the message or confirm that is on the wire. */
  cut: boolean;
  /** Was refused, and nothing has changed since: to try again would teach nothing. */
  refused: boolean;
}

/** One copy of an event that the broker has taken. */
export interface Message {
  readonly event: Event;
  readonly row: number;
  /** 1 for the first; 2 and above are duplicates. */
  readonly copy: number;
  /** What each consumer made of it; null until it has handled it. */
  readonly outcomes: ('applied' | 'doubled' | 'skipped' | null)[];
}

/** A message that a consumer has still to handle. */
export interface Delivery {
  readonly message: Message;
  /** Its place in the list of consumers. */
  readonly consumer: number;
  /** From when to when it travels; null while it waits in the queue. */
  travel: { readonly from: Millis; readonly to: Millis } | null;
}

export interface Consumer {
  readonly name: string;
  dedup: Dedup;
  /** Numbers of the events whose ids are recorded. */
  readonly inbox: Set<number>;
  /** Effects by number of the event. */
  readonly effects: Map<number, number>;
}

/** Everything there is at one moment. The rules move it on in place; its owner copies it where that matters. */
export interface World {
  readonly scenario: Scenario;
  now: Millis;
  readonly random: Random;
  readonly inputs: readonly Command[];
  nextInput: number;
  readonly open: OpenTransaction[];
  readonly outbox: OutboxRow[];
  /** What the sequence hands out next. A number taken is never given back. */
  nextRow: number;
  nextEvent: number;
  readonly relay: Relay;
  brokerUp: boolean;
  readonly messages: Message[];
  deliveries: readonly Delivery[];
  readonly consumers: readonly Consumer[];
  /** How often each kind of step has happened, for faults that wait for the n-th. */
  readonly happened: Map<string, number>;
}

/** The world before anything has happened. */
export const begin = (scenario: Scenario, commands: readonly Command[] = []): World => ({
  scenario,
  now: 0,
  random: seeded(scenario.seed),
  inputs: inputsOf(scenario, commands),
  nextInput: 0,
  open: [],
  outbox: [],
  nextRow: 1,
  nextEvent: 1,
  relay: {
    phase: 'polling',
    since: 0,
    dueAt: 0,
    batch: [],
    armed: false,
    crashAt: null,
    cut: false,
    refused: false,
  },
  brokerUp: true,
  messages: [],
  deliveries: [],
  consumers: scenario.consumers.map(({ name, dedup }) => ({
    name,
    dedup,
    inbox: new Set(),
    effects: new Map(),
  })),
  happened: new Map(),
});

/** A world of its own; what cannot change is shared. */
export function copy(world: World): World {
  const { scenario, inputs, ...moving } = world;
  return { scenario, inputs, ...structuredClone(moving) };
}
