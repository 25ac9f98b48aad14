// The rows of the outbox and the sessions that write them, as they look from outside.
import { at, timeAt } from '../columns';
import { typeOf } from '../event';
import { FIRST_RELAY } from '../step';
import { isDoomed } from '../transaction';
import { aggregateOf, ROW, SESSION, type World } from '../world';
import type { Timetable } from './timetable';
import type { RowView, SessionView } from './view';

const STATES = [null, 'open', 'committed', 'committed', 'rolled-back', 'dead', 'purged'] as const;

const PHASES = Object.keys(SESSION) as readonly (keyof typeof SESSION)[];

/** Every row that was ever written, by its `id`. */
export function viewRows(world: World): readonly RowView[] {
  const { service, order } = world;
  const types = typesOf(world);
  const rows: RowView[] = [];
  for (let id = 1; id < at(service.id, 0); id += 1) {
    const event = at(order.byId, id);
    rows.push(viewRow(world, event, types[event] as string));
  }
  return rows;
}

/** The type of each event; of one that rolls back, the type that it was to have. */
function typesOf({ service, events, plan }: World): readonly string[] {
  const last = new Array<number>(plan.aggregates).fill(0);
  const types = [''];
  for (let event = 1; event < at(service.next, 0); event += 1) {
    const aggregate = (event - 1) % plan.aggregates;
    const version = at(events.version, event);
    if (version > 0) last[aggregate] = version;
    types.push(typeOf(version > 0 ? version : (last[aggregate] ?? 0) + 1).name);
  }
  return types;
}

/** The same of one event: of a version that it has, or of the one that its aggregate would have had. */
function typeOfEvent({ events, plan }: World, event: number): string {
  if (at(events.version, event) > 0) return typeOf(at(events.version, event)).name;
  for (let earlier = event - plan.aggregates; earlier > 0; earlier -= plan.aggregates) {
    if (at(events.version, earlier) > 0) return typeOf(at(events.version, earlier) + 1).name;
  }
  return typeOf(1).name;
}

/** One row by its event. */
export function viewRow(world: World, event: number, type = typeOfEvent(world, event)): RowView {
  const { events, times, notes, plan } = world;
  const row = at(events.row, event);
  const version = at(events.version, event);
  const dispatched = row === ROW.dispatched || row === ROW.purged;
  return {
    id: at(events.id, event),
    event,
    type,
    aggregate: aggregateOf(world, event) + 1,
    version: version === 0 ? null : version,
    state: STATES[row] as RowView['state'],
    dispatched,
    occurredAt: plan.timed ? timeAt(times.occurred, event) / 1000 : null,
    dispatchedAt: plan.timed && dispatched ? timeAt(times.dispatched, event) / 1000 : null,
    heldBy: holderOf(world, event),
    notBefore: notBeforeOf(world, event),
    attempts: at(events.attempts, event),
    copies: at(notes.copies, event),
  };
}

function holderOf(world: World, event: number): string | null {
  const { events, notes, plan } = world;
  if (at(events.held, event) === 0) return null;
  const leased = plan.claim !== 'skip-locked';
  if (plan.timed && leased && notBeforeOf(world, event) === null) return null;
  const relay = plan.timed ? (at(notes.owner, event) - 1) % plan.relays : claimerOf(world, event);
  return plan.actors[FIRST_RELAY + relay] ?? null;
}

/** The relay that has the event in a batch that it holds. */
function claimerOf({ relays, plan }: World, event: number): number {
  const room = relays.batch.length / plan.relays;
  for (let relay = 0; relay < plan.relays; relay += 1) {
    const batch = relays.batch.subarray(relay * room, (relay + 1) * room);
    if (at(relays.holds, relay) === 1 && batch.includes(event)) return relay;
  }
  return -1;
}

function notBeforeOf({ events, times, plan, now }: World, event: number): number | null {
  if (!plan.timed || at(events.row, event) !== ROW.pending) return null;
  const free = timeAt(times.notBefore, event);
  return free > now ? free / 1000 : null;
}

/** The sessions that are at work. */
export const viewSessions = (world: World, timetable: Timetable): readonly SessionView[] =>
  Array.from({ length: world.plan.sessions }, (_, session) => session)
    .filter((session) => at(world.sessions.phase, session) !== SESSION.idle)
    .map((session) => viewSession(world, timetable, session));

function viewSession(world: World, timetable: Timetable, session: number): SessionView {
  const { sessions, events } = world;
  const event = at(sessions.event, session);
  const row = at(events.row, event);
  const span = timetable('transact', session);
  return {
    session: session + 1,
    event,
    row: at(events.id, event) === 0 ? null : at(events.id, event),
    phase: PHASES[at(sessions.phase, session)] as SessionView['phase'],
    open: row === ROW.none || row === ROW.open,
    rollsBack: isDoomed(world, event),
    begunAt: span?.since ?? null,
    endsAt: span?.dueAt ?? null,
  };
}
