// Flights as they come up, in columns that grow: the order of their steps, not yet that of their departures.

export interface Columns {
  length: number;
  /** Microseconds. */
  from: Float64Array;
  to: Float64Array;
  way: Uint8Array;
  meaning: Uint8Array;
  actor: Uint8Array;
  event: Int32Array;
  copy: Int32Array;
  row: Int32Array;
  lane: Uint8Array;
  start: Uint8Array;
  reach: Uint8Array;
  course: Uint8Array;
  /** Of a delivery: the one before it of the same event to the same group, which may still be on its way; −1 for none. */
  earlier: Int32Array;
}

const FIRST_ROOM = 1024;

export const createColumns = (): Columns => ({ length: 0, ...roomFor(FIRST_ROOM) });

/** Where the next one goes. All of its cells are zero. */
export function nextPlace(columns: Columns): number {
  const { length } = columns;
  if (length === columns.from.length) widen(columns);
  columns.length = length + 1;
  return length;
}

const roomFor = (length: number): Omit<Columns, 'length'> => ({
  from: new Float64Array(length),
  to: new Float64Array(length),
  way: new Uint8Array(length),
  meaning: new Uint8Array(length),
  actor: new Uint8Array(length),
  event: new Int32Array(length),
  copy: new Int32Array(length),
  row: new Int32Array(length),
  lane: new Uint8Array(length),
  start: new Uint8Array(length),
  reach: new Uint8Array(length),
  course: new Uint8Array(length),
  earlier: new Int32Array(length),
});

function widen(columns: Columns) {
  const wider = roomFor(columns.length * 2);
  wider.from.set(columns.from);
  wider.to.set(columns.to);
  wider.way.set(columns.way);
  wider.meaning.set(columns.meaning);
  wider.actor.set(columns.actor);
  wider.event.set(columns.event);
  wider.copy.set(columns.copy);
  wider.row.set(columns.row);
  wider.lane.set(columns.lane);
  wider.start.set(columns.start);
  wider.reach.set(columns.reach);
  wider.course.set(columns.course);
  wider.earlier.set(columns.earlier);
  Object.assign(columns, wider);
}
