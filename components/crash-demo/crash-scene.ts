// What the small crash on the home page shows at a time: a pure function of the trace and the time.
import { copiesBy } from '@/lib/sim/look/copies';
import { viewOf, type WorldView } from '@/lib/sim/look/view';
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Step } from '@/lib/sim/step';
import { stepsBy, stepsOf, type Trace, worldAfter } from '@/lib/sim/trace';

export interface CrashScene {
  readonly row: 'none' | 'pending' | 'dispatched';
  readonly relay: 'polling' | 'publishing' | 'crashed';
  /** Copies of the event that the broker has taken. */
  readonly copies: number;
  readonly parcels: number;
  readonly skipped: number;
  /** Messages under way, by their place: 0 at the outbox, 1 the relay, 2 the broker, 3 shipping. */
  readonly messages: readonly { readonly place: number; readonly again: boolean }[];
  /** The step that is being told. */
  readonly telling: string;
}

export function crashScene(trace: Trace, time: Millis): CrashScene {
  const count = stepsBy(trace, time);
  const world = viewOf(worldAfter(trace, count));
  const copies = copiesBy(trace, count);
  const shipping = copies.flatMap(({ outcomes }) => outcomes);
  return {
    row: rowOf(world),
    relay: relayOf(world),
    copies: copies.length,
    parcels: shipping.filter((outcome) => outcome === 'applied').length,
    skipped: shipping.filter((outcome) => outcome === 'skipped').length,
    messages: [...publishing(world, time), ...delivering(world, time)],
    telling: tell(stepsOf(trace).slice(0, count)),
  };
}

function rowOf({ rows: [row] }: WorldView): CrashScene['row'] {
  if (row === undefined || row.state === 'open') return 'none';
  return row.dispatched ? 'dispatched' : 'pending';
}

function relayOf({ relays: [relay] }: WorldView): CrashScene['relay'] {
  const phase = relay?.phase;
  return phase === 'crashed' || phase === 'polling' ? phase : 'publishing';
}

const wayBetween = (time: Millis, from: Millis | null, to: Millis | null): number =>
  from === null || to === null ? 0 : Math.min(1, (time - from) / (to - from));

function publishing({ relays: [relay], rows: [row] }: WorldView, time: Millis): CrashScene['messages'] {
  if (relay?.phase !== 'publishing') return [];
  return [{ place: 1 + wayBetween(time, relay.since, relay.dueAt), again: (row?.copies ?? 0) > 0 }];
}

const delivering = ({ members: [shipping] }: WorldView, time: Millis): CrashScene['messages'] =>
  (shipping?.hand ?? [])
    .filter(({ arrivesAt }) => arrivesAt !== null && time < arrivesAt)
    .map(({ leftAt, arrivesAt, copy }) => ({
      place: 2 + wayBetween(time, leftAt, arrivesAt),
      again: copy > 1,
    }));

const START = 'An order is placed. Its event becomes a row of the outbox, in the same transaction.';

/** The newest sentence that is worth its place; steps in between add nothing to it. */
function tell(steps: readonly Step[]): string {
  for (const step of steps.toReversed()) {
    const words = wordsOf(step, steps);
    if (words !== null) return words;
  }
  return START;
}

function wordsOf({ kind }: Step, steps: readonly Step[]): string | null {
  switch (kind) {
    case 'committed':
      return START;
    case 'polled':
      return steps.some((step) => step.kind === 'published')
        ? 'It is back, finds the row still pending, and publishes the event again.'
        : 'The relay finds the row and publishes its event.';
    case 'crashed':
      return 'The relay crashes before it can note that the event was sent.';
    case 'applied':
      return 'Meanwhile shipping receives the event and books a parcel.';
    case 'skipped':
      return 'The same event, a second time. Shipping knows its id and skips it: one parcel.';
    default:
      return null;
  }
}
