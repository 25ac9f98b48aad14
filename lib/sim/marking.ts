// How a relay keeps what it has sent from being sent again: a mark on each row, on a batch at once, or a place in an order.
import { atHand, finish, holds, roomOf } from './batch';
import { at } from './columns';
import { raiseLow } from './outbox';
import { record, recordMany } from './record';
import { FIRST_RELAY, KIND } from './step';
import { RELAY, ROW, type World } from './world';

/** Rows that are locked are marked all together, in the transaction that holds their locks. */
export function toMark(world: World, relay: number): void {
  const { relays } = world;
  const last = at(relays.place, relay) + 1 >= at(relays.size, relay);
  if (marksTogether(world) && !last) {
    relays.place[relay] = at(relays.place, relay) + 1;
    relays.phase[relay] = RELAY.publishing;
  } else relays.phase[relay] = RELAY.marking;
}

/** The whole batch is marked at its end, in the transaction that holds its locks. */
export const marksTogether = ({ plan }: World): boolean =>
  plan.claim === 'skip-locked' && plan.cursor === 'dispatched-null';

/** Marks the row at hand, or the batch, or moves the cursor. */
export function mark(world: World, relay: number) {
  const { plan } = world;
  const first = plan.scenario.relays.mark === 'before-publish';
  if (marksTogether(world)) {
    markBatch(world, relay);
    return first ? toPublish(world, relay) : finish(world, relay);
  }
  const event = atHand(world, relay);
  if (plan.cursor !== 'dispatched-null') {
    save(world, event);
    record(world, KIND.saved, FIRST_RELAY + relay, event, placeOf(world));
  } else if (holds(world, relay, event)) {
    dispatch(world, event);
    record(world, KIND.marked, FIRST_RELAY + relay, event);
  } else {
    // Fenced off: by now the row is another's.
    record(world, KIND['mark-refused'], FIRST_RELAY + relay, event);
    return finish(world, relay);
  }
  return first ? toPublish(world, relay) : next(world, relay);
}

function markBatch(world: World, relay: number): void {
  const { relays } = world;
  const from = relay * roomOf(world);
  const to = from + at(relays.size, relay);
  for (let place = from; place < to; place += 1) dispatch(world, at(relays.batch, place));
  recordMany(world, KIND.marked, FIRST_RELAY + relay, relays.batch, from, to);
}

function toPublish({ relays }: World, relay: number): void {
  relays.phase[relay] = RELAY.publishing;
}

/** On to the next row of the batch, or to the end of it. */
export function next(world: World, relay: number) {
  const { relays, plan } = world;
  const place = at(relays.place, relay) + 1;
  if (place >= at(relays.size, relay)) return finish(world, relay);
  relays.place[relay] = place;
  const perRow = plan.scenario.relays.mark === 'before-publish' && !marksTogether(world);
  relays.phase[relay] = perRow ? RELAY.marking : RELAY.publishing;
}

/** Marks a pending row unless it is another's by now; returns whether it did. */
export function dispatchHeld(world: World, relay: number, event: number): boolean {
  if (at(world.events.row, event) !== ROW.pending || !holds(world, relay, event)) return false;
  dispatch(world, event);
  return true;
}

/** A row that was purged in the meantime is gone: there is nothing to mark. */
function dispatch(world: World, event: number): void {
  const { events, times, plan, now } = world;
  if (at(events.row, event) === ROW.purged) return;
  events.row[event] = ROW.dispatched;
  events.held[event] = 0;
  if (!plan.timed) return;
  times.dispatched[event] = now;
  raiseLow(world);
}

/** Moves the cursor to this row, never back. */
function save(world: World, event: number): void {
  const { cursor, events, order, plan } = world;
  const id = at(cursor.id, 0);
  // The connector reads on from its place, so what it saves is near.
  const place = plan.cursor === 'log' ? order.wal.indexOf(event, id) : at(events.id, event);
  cursor.id[0] = Math.max(id, place);
  cursor.xid[0] = Math.max(at(cursor.xid, 0), at(events.xid, event));
  if (plan.timed && plan.cursor === 'xmin-fence') raiseLow(world);
}

const placeOf = ({ cursor, plan }: World): number =>
  at(plan.cursor === 'xmin-fence' ? cursor.xid : cursor.id, 0);
