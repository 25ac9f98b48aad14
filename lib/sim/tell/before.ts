// Which earlier step each step of a trace looks back to: found for all of them in one pass, when the first is told.
import { at } from '../columns';
import { FIRST_RELAY, KIND } from '../step';
import type { Trace } from '../trace';

/** Looks back to nothing. */
const NOTHING = -1;

const found = new WeakMap<Trace, Int32Array>();

/**
 * The place of the step that the one at a place looks back to; null where there is none. The end of a transaction looks
 * back to its step before, the mark of one row to its commit, a poll to the last skew of its relay's clock, and what ends
 * a batch, or gives a row of it up, to the poll that took it.
 */
export function before(trace: Trace, place: number): number | null {
  const all = found.get(trace) ?? lookBack(trace);
  found.set(trace, all);
  const earlier = at(all, place);
  return earlier === NOTHING ? null : earlier;
}

function lookBack(trace: Trace): Int32Array {
  const { length } = trace;
  const all = new Int32Array(length);
  const look = lookerOf(trace);
  for (let place = 0; place < length; place += 1) all[place] = look(place);
  return all;
}

/** Takes places in their order, and says of each where it looks back to. */
function lookerOf({ codes, plan }: Trace): (place: number) => number {
  const byEvent = () => new Int32Array(plan.events + 1).fill(NOTHING);
  const byActor = () => new Int32Array(plan.actors.length).fill(NOTHING);
  const last = { ofTransaction: byEvent(), commit: byEvent(), poll: byActor(), skew: byActor() };
  /** Where a column stood before it was moved on. */
  const moved = (column: Int32Array, index: number, place: number): number => {
    const earlier = at(column, index);
    column[index] = place;
    return earlier;
  };
  return (place) => {
    const actor = at(codes.actor, place);
    const event = at(codes.event, place);
    const value = at(codes.value, place);
    switch (at(codes.kind, place)) {
      case KIND.began:
      case KIND.inserted:
        return moved(last.ofTransaction, event, place);
      case KIND.committed:
        last.commit[event] = place;
        return moved(last.ofTransaction, event, place);
      case KIND['rolled-back']:
      case KIND['service-crashed']:
        return at(last.ofTransaction, event);
      case KIND.marked:
        return value === 0 ? at(last.commit, event) : NOTHING;
      case KIND['clock-skewed']:
        return moved(last.skew, actor, place);
      case KIND.polled:
        last.poll[actor] = place;
        return at(last.skew, actor);
      case KIND.refused:
        return value === 0 ? NOTHING : at(last.poll, FIRST_RELAY + value - 1);
      case KIND.unconfirmed:
      case KIND['mark-refused']:
      case KIND['failed-to-publish']:
        return at(last.poll, actor);
      default:
        return NOTHING;
    }
  };
}
