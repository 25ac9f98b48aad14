// What went before a step and shows in its SQL, found in the trace.
import { at } from '../columns';
import { worldRead } from '../reader';
import { KIND, ORDERS, type Step } from '../step';
import { stepAt, type Trace } from '../trace';
import type { Past } from './sql';
import { hasLeases, keepsPlace, marksEach, setsAside } from './sql-tables';

/** The past of the step at a place of the trace. */
export function pastOf(trace: Trace, place: number): Past {
  const step = stepAt(trace, place);
  switch (step.kind) {
    case 'committed':
    case 'rolled-back':
    case 'service-crashed':
      return insertedBefore(trace, place, step);
    case 'polled':
      return hasLeases(trace.scenario) || setsAside(trace.scenario) ? clockBefore(trace, place, step) : {};
    case 'failed-to-publish':
      return setsAside(trace.scenario) ? pausedBy(trace, place, step) : {};
    case 'refused':
      return released(trace, place, relayNames(trace)[step.value - 1]);
    case 'unconfirmed':
    case 'mark-refused':
      return released(trace, place, step.actor);
    case 'marked':
      return marksEach(trace.scenario) ? versionBefore(trace, place, step) : {};
    default:
      return {};
  }
}

const relayNames = ({ actors }: Trace): readonly string[] =>
  actors.filter((name) => name === 'relay' || /^relay \d+$/.test(name));

/** The insert of the transaction that is still open before this place; nothing where it has ended. */
function insertedBefore(trace: Trace, place: number, { event }: Step): Past {
  const { kind, event: events, actor } = trace.codes;
  for (let before = place - 1; before >= 0; before -= 1) {
    if (at(actor, before) !== ORDERS || at(events, before) !== event) continue;
    if (at(kind, before) === KIND.inserted) return { inserted: stepAt(trace, before) };
    if (at(kind, before) === KIND.committed || at(kind, before) === KIND.began) return {};
  }
  return trace.path === undefined ? {} : { whole: true };
}

function versionBefore({ codes }: Trace, place: number, { event }: Step): Past {
  for (let before = place - 1; before >= 0; before -= 1) {
    if (at(codes.kind, before) === KIND.committed && at(codes.event, before) === event)
      return { version: at(codes.value, before) };
  }
  return {};
}

function clockBefore(trace: Trace, place: number, { at: now, actor }: Step): Past {
  if (trace.scenario.relays.leaseClock === 'database') return {};
  const { codes, actors } = trace;
  const relay = actors.indexOf(actor);
  for (let before = place - 1; before >= 0; before -= 1) {
    if (at(codes.kind, before) === KIND['clock-skewed'] && at(codes.actor, before) === relay)
      return { clock: now + at(codes.value, before) };
  }
  return {};
}

/** Chance decided how long, so the world is asked. A place in an order waits for the row: the rest is given back. */
function pausedBy(trace: Trace, place: number, { event, actor }: Step): Past {
  const until = worldRead(trace, place + 1).times.notBefore[event];
  const rest = keepsPlace(trace.scenario) ? released(trace, place, actor) : {};
  return until === undefined ? rest : { until: until / 1000, ...rest };
}

/** What the relay had taken with its last poll. */
function released(trace: Trace, place: number, relay: string | undefined): Past {
  if (relay === undefined || !hasLeases(trace.scenario)) return {};
  const actor = trace.actors.indexOf(relay);
  const { codes } = trace;
  for (let before = place - 1; before >= 0; before -= 1) {
    if (at(codes.kind, before) !== KIND.polled || at(codes.actor, before) !== actor) continue;
    return { released: { relay, rows: stepAt(trace, before).rows } };
  }
  return {};
}
