// What the small crash on the home page shows at a time: a pure function of the trace and the time.
import { stepsBy, type Trace, worldAt } from '@/lib/sim/run';
import type { Millis } from '@/lib/sim/scenario';
import type { Step } from '@/lib/sim/step';
import type { World } from '@/lib/sim/world';

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
  const world = worldAt(trace, time);
  const shipping = world.messages.flatMap(({ outcomes }) => outcomes);
  return {
    row: rowOf(world),
    relay: relayOf(world),
    copies: world.messages.length,
    parcels: shipping.filter((outcome) => outcome === 'applied').length,
    skipped: shipping.filter((outcome) => outcome === 'skipped').length,
    messages: [...publishing(world, time), ...delivering(world, time)],
    telling: tell(trace.steps.slice(0, stepsBy(trace, time))),
  };
}

function rowOf({ outbox: [row] }: World): CrashScene['row'] {
  if (row === undefined) return 'none';
  return row.dispatchedAt === null ? 'pending' : 'dispatched';
}

function relayOf({ relay }: World): CrashScene['relay'] {
  if (relay.phase === 'crashed' || relay.phase === 'polling') return relay.phase;
  return 'publishing';
}

function publishing({ relay, messages }: World, time: Millis): CrashScene['messages'] {
  if (relay.phase !== 'publishing') return [];
  const way = (time - relay.since) / (relay.dueAt - relay.since);
  return [{ place: 1 + Math.min(1, way), again: messages.length > 0 }];
}

const delivering = ({ deliveries }: World, time: Millis): CrashScene['messages'] =>
  deliveries.flatMap(({ travel, message }) =>
    travel === null
      ? []
      : [
          {
            place: 2 + Math.min(1, (time - travel.from) / (travel.to - travel.from)),
            again: message.copy > 1,
          },
        ],
  );

const START = 'An order is placed. Its event becomes a row of the outbox, in the same transaction.';

/** The newest sentence that is worth its place; steps in between add nothing to it. */
function tell(steps: readonly Step[]): string {
  for (const step of [...steps].reverse()) {
    const words = wordsOf(step);
    if (words !== null) return words;
  }
  return START;
}

function wordsOf(step: Step): string | null {
  switch (step.kind) {
    case 'committed':
      return START;
    case 'sent':
      return step.copy === 1
        ? 'The relay finds the row and publishes its event.'
        : 'It is back, finds the row still pending, and publishes the event again.';
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
