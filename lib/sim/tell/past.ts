// What went before a step and shows in its SQL, found in the trace.
import { at } from '../columns';
import { KIND, type Step } from '../step';
import { stepAt, type Trace } from '../trace';
import { before } from './before';
import { pauseAfter } from './pauses';
import type { Past } from './sql';
import { hasLeases, keepsPlace, marksEach, setsAside } from './sql-tables';

/** The past of the step at a place of the trace. */
export function pastOf(trace: Trace, place: number): Past {
  const step = stepAt(trace, place);
  switch (step.kind) {
    case 'committed':
    case 'rolled-back':
    case 'service-crashed':
      return insertedBefore(trace, place);
    case 'polled':
      return hasLeases(trace.scenario) || setsAside(trace.scenario) ? clockBefore(trace, place, step) : {};
    case 'failed-to-publish':
      return setsAside(trace.scenario) ? pausedBy(trace, place) : {};
    case 'refused':
    case 'unconfirmed':
    case 'mark-refused':
      return released(trace, place);
    case 'marked':
      return marksEach(trace.scenario) ? versionBefore(trace, place) : {};
    default:
      return {};
  }
}

/** The insert of the transaction that is still open before this place; nothing where it has ended. */
function insertedBefore(trace: Trace, place: number): Past {
  const earlier = before(trace, place);
  if (earlier === null) return trace.path === undefined ? {} : { whole: true };
  return at(trace.codes.kind, earlier) === KIND.inserted ? { inserted: stepAt(trace, earlier) } : {};
}

function versionBefore(trace: Trace, place: number): Past {
  const committed = before(trace, place);
  return committed === null ? {} : { version: at(trace.codes.value, committed) };
}

function clockBefore(trace: Trace, place: number, { at: now }: Step): Past {
  if (trace.scenario.relays.leaseClock === 'database') return {};
  const skewed = before(trace, place);
  return skewed === null ? {} : { clock: now + at(trace.codes.value, skewed) };
}

/** A place in an order waits for the row: the rest is given back. */
function pausedBy(trace: Trace, place: number): Past {
  const until = pauseAfter(trace, place);
  const rest = keepsPlace(trace.scenario) ? released(trace, place) : {};
  return until === undefined ? rest : { until, ...rest };
}

/** What the relay had taken with its last poll. */
function released(trace: Trace, place: number): Past {
  const polled = hasLeases(trace.scenario) ? before(trace, place) : null;
  if (polled === null) return {};
  const { actor, rows } = stepAt(trace, polled);
  return { released: { relay: actor, rows } };
}
