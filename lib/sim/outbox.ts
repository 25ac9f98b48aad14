// The outbox as its relays see it: which rows a poll may take, and in which order.
import { at, timeAt } from './columns';
import { aggregateOf, type Micros, RELAY, ROW, SESSION, type World } from './world';

/** Rows in the order of a cursor: by row id, by transaction id, or by their place in the log. Counted from 1. */
type Place = number;

/** The event at a place, or 0. */
function eventAt({ order, plan }: World, place: Place): number {
  if (plan.cursor === 'log') return at(order.wal, place);
  return at(plan.cursor === 'xmin-fence' ? order.byXid : order.byId, place);
}

/** The first place that a poll looks at. */
function firstPlace({ cursor, notes, plan }: World): Place {
  if (plan.cursor === 'dispatched-null') return plan.timed ? at(notes.low, 0) : 1;
  return at(plan.cursor === 'xmin-fence' ? cursor.xid : cursor.id, 0) + 1;
}

/** The place after the last one. */
function endPlace(world: World): Place {
  const { order, service, plan } = world;
  if (plan.cursor === 'log') return at(order.walLength, 0) + 1;
  return plan.cursor === 'xmin-fence' ? oldestOpen(world) : at(service.id, 0);
}

/** `pg_snapshot_xmin`: the number of the oldest transaction that is still open, whatever it is about. */
export function oldestOpen({ service, sessions, events, plan }: World): number {
  let oldest = at(service.xid, 0);
  const held = at(service.held, 0);
  if (held > 0) oldest = Math.min(oldest, held);
  for (let session = 0; session < plan.sessions; session += 1) {
    if (at(sessions.phase, session) === SESSION.idle) continue;
    oldest = Math.min(oldest, at(events.xid, at(sessions.event, session)));
  }
  return oldest;
}

/** Fills the relay's batch with the rows that it may take now, up to a limit; returns how many. */
export function takeRows(world: World, relay: number, limit = Number.POSITIVE_INFINITY): number {
  const { relays, plan } = world;
  const room = relays.batch.length / plan.relays;
  const most = Math.min(room, limit);
  const now = clockOf(world, relay);
  const end = endPlace(world);
  let size = 0;
  for (let place = firstPlace(world); place < end && size < most; place += 1) {
    const event = eventAt(world, place);
    if (!(isToSend(world, event) && isNext(world, event))) continue;
    if (availableAt(world, event) > now) {
      if (keepsPlace(world)) break;
      continue;
    }
    relays.batch[relay * room + size] = event;
    size += 1;
  }
  return size;
}

/** When a poll of this relay would first find a row, now or later; Infinity if none that it could ever take is there. */
export function findsAt(world: World, relay: number): Micros {
  const ahead = clockOf(world, relay) - world.now;
  const end = endPlace(world);
  let first = Number.POSITIVE_INFINITY;
  for (let place = firstPlace(world); place < end; place += 1) {
    const event = eventAt(world, place);
    if (!(isToSend(world, event) && isNext(world, event))) continue;
    first = Math.min(first, availableAt(world, event) - ahead);
    if (first <= world.now || keepsPlace(world)) break;
  }
  return first;
}

/** What the clock shows that leases and pauses of rows are held against, as this relay reads it. */
export const clockOf = ({ times, plan, now }: World, relay: number): Micros =>
  plan.timed && plan.scenario.relays.leaseClock === 'relay' ? now + timeAt(times.skew, relay) : now;

/** A place in an order cannot leave a row behind: what stands before it is never looked at again. */
const keepsPlace = ({ plan }: World): boolean => plan.cursor !== 'dispatched-null';

/** Committed, and neither dispatched nor given up. */
const isToSend = ({ events }: World, event: number): boolean => at(events.row, event) === ROW.pending;

/** When nobody keeps a row any more: now, after a backoff or another's lease, or not by itself. */
function availableAt({ events, times, plan }: World, event: number): Micros {
  const held = at(events.held, event) === 1;
  if (!plan.timed) return held ? Number.POSITIVE_INFINITY : 0;
  return held && plan.claim === 'skip-locked' ? Number.POSITIVE_INFINITY : timeAt(times.notBefore, event);
}

/** No earlier row of this aggregate is pending; only a claim that asks for the head of a key minds. */
function isNext(world: World, event: number): boolean {
  const { events, order, plan, notes } = world;
  if (plan.claim !== 'head-of-key') return true;
  const aggregate = aggregateOf(world, event);
  const id = at(events.id, event);
  for (let place = plan.timed ? at(notes.low, 0) : 1; place < id; place += 1) {
    const other = at(order.byId, place);
    if (aggregateOf(world, other) !== aggregate || !isToSend(world, other)) continue;
    if (!isPassed(world, other)) return false;
  }
  return true;
}

/** The fence's place is beyond this row: it was sent, and nothing is marked. */
const isPassed = ({ events, cursor, plan }: World, event: number): boolean =>
  plan.cursor === 'xmin-fence' && at(events.xid, event) <= at(cursor.xid, 0);

/** So long after a hint an idle relay has followed it, whatever it found. */
const AWAKE: Micros = 16_000;

/** A commit wakes the relays that listen, and the connector that reads the log; who is down hears nothing. */
export function announce({ relays, times, plan, now }: World): void {
  if (plan.scenario.publication === 'outbox') return;
  for (let relay = 0; relay < plan.relays; relay += 1) {
    const phase = at(relays.phase, relay);
    if (phase === RELAY.crashed || phase === RELAY.stopped) continue;
    const hinted = timeAt(times.hinted, relay);
    if (hinted === 0 || (phase === RELAY.polling && now - hinted > AWAKE)) times.hinted[relay] = now;
  }
}

/** Where every row before is settled, no poll needs to look again. */
export function raiseLow(world: World): void {
  const { notes, order, events, service } = world;
  let low = at(notes.low, 0);
  while (low < at(service.id, 0)) {
    const event = at(order.byId, low);
    if (at(events.row, event) === ROW.open) break;
    if (isToSend(world, event) && !isPassed(world, event)) break;
    low += 1;
  }
  notes.low[0] = low;
}
