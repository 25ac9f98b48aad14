// Rows of the outbox without an object for each: which of them are to be seen, counted in columns.
import { at } from '../columns';
import { ROW, type World } from '../world';

/** The `id`s of rows that stand next to each other in the table, and how many stand before and behind them. */
export interface RowWindow {
  readonly ids: readonly number[];
  readonly earlier: number;
  readonly later: number;
  /** Rows that were there and were deleted since. */
  readonly purged: number;
}

/** A row that can be seen: committed, or by its own transaction. */
const isThere = (row: number | undefined): boolean =>
  row === ROW.open || row === ROW.pending || row === ROW.dispatched || row === ROW.dead;

/** So many rows at the end of the table, unless that would leave out the one with this `id`; 0: none matters. */
export function rowWindow(world: World, size: number, focus: number): RowWindow {
  // Read as they are: a table of a hundred thousand rows is counted while a frame is drawn.
  const { row } = world.events;
  const { byId } = world.order;
  const end = at(world.service.id, 0);
  const { purged: deleted, rolledBack } = ROW;
  let gone = 0;
  let purged = 0;
  let place = -1;
  for (let id = 1; id < end; id += 1) {
    const state = row[byId[id] as number] as number;
    if (state === deleted) purged += 1;
    if (state === deleted || state === rolledBack) gone += 1;
    else if (id === focus) place = id - 1 - gone;
  }
  const count = Math.max(0, end - 1) - gone;
  const earlier = windowStart(count, size, place);
  const ids =
    place < 0 || earlier < place - 1 ? lastIds(world, size) : idsFrom(world, focus, place - earlier, size);
  return { ids, earlier, later: count - earlier - ids.length, purged };
}

/** Where a window of so many begins in a list: at its end, unless the place that matters more would be left out. */
export function windowStart(length: number, size: number, focus: number): number {
  const last = Math.max(0, length - size);
  return focus < 0 ? last : Math.min(last, Math.max(0, focus - 1));
}

function lastIds({ events, order, service }: World, size: number): readonly number[] {
  const ids: number[] = [];
  for (let id = at(service.id, 0) - 1; id > 0 && ids.length < size; id -= 1) {
    if (isThere(at(events.row, at(order.byId, id)))) ids.push(id);
  }
  return ids.reverse();
}

/** From so many rows before this one. */
function idsFrom(
  { events, order, service }: World,
  focus: number,
  before: number,
  size: number,
): readonly number[] {
  let first = focus;
  for (let id = focus - 1, left = before; id > 0 && left > 0; id -= 1) {
    if (!isThere(at(events.row, at(order.byId, id)))) continue;
    first = id;
    left -= 1;
  }
  const ids: number[] = [];
  for (let id = first; id < at(service.id, 0) && ids.length < size; id += 1) {
    if (isThere(at(events.row, at(order.byId, id)))) ids.push(id);
  }
  return ids;
}

/** A relay's cursor is past this row: to be sent or not, it is not looked at any more. */
export function isPassed({ plan, cursor, events, order }: World, event: number): boolean {
  const place = at(cursor.id, 0);
  switch (plan.cursor) {
    case 'dispatched-null':
      return false;
    case 'last-id':
      return at(events.id, event) <= place;
    case 'xmin-fence':
      return at(events.xid, event) <= at(cursor.xid, 0);
    case 'log': {
      const logged = order.wal.indexOf(event);
      return logged > 0 && logged <= place;
    }
  }
}

/** The first row that waits to be sent, by its `id`; 0 for none. */
export function oldestPending(world: World): number {
  const { plan, order, events, cursor, service } = world;
  if (plan.cursor === 'log') {
    const next = order.wal[at(cursor.id, 0) + 1] ?? 0;
    return next === 0 ? 0 : at(events.id, next);
  }
  const { row } = events;
  const { byId } = order;
  const end = at(service.id, 0);
  const { pending } = ROW;
  const start = plan.cursor === 'dispatched-null' ? at(world.notes.low, 0) : 1;
  for (let id = Math.max(1, start); id < end; id += 1) {
    const event = byId[id] as number;
    if (row[event] === pending && !isPassed(world, event)) return id;
  }
  return 0;
}
