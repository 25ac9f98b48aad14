import type { Recorder } from './record';

/** What happened, as codes; one entry a step. */
export interface Codes {
  /** Microseconds from the start. */
  readonly at: Float64Array;
  readonly kind: Uint8Array;
  readonly actor: Uint8Array;
  /** The event's number, or, of a step about several, where in `lists` they begin. */
  readonly event: Int32Array;
  readonly row: Int32Array;
  /** What more there is to say, or how many the step is about. */
  readonly value: Int32Array;
  /** How duplicates were told, from 1 by their place in `DEDUPS`; 0 for most steps. */
  readonly dedup: Uint8Array;
  /** Of each step about several: their events, and then their rows. */
  readonly lists: Int32Array;
}

const FIRST_ROOM = 1024;

/** A recorder that keeps what it was told. */
export interface Keeper extends Recorder {
  readonly codes: () => Codes;
  readonly length: () => number;
}

/** Keeps every step. */
export function createRecorder(): Keeper {
  let length = 0;
  let listed = 0;
  let codes = roomFor(FIRST_ROOM);
  let lists = new Int32Array(FIRST_ROOM);

  const add: Recorder['add'] = (at, kind, actor, event, row, value, dedup) => {
    if (length === codes.at.length) codes = moved(codes, roomFor(length * 2));
    codes.at[length] = at;
    codes.kind[length] = kind;
    codes.actor[length] = actor;
    codes.event[length] = event;
    codes.row[length] = row;
    codes.value[length] = value;
    codes.dedup[length] = dedup;
    length += 1;
  };

  return {
    add,
    addMany(at, kind, actor, batch, from, to, rows) {
      const count = to - from;
      while (listed + 2 * count > lists.length) {
        const wider = new Int32Array(lists.length * 2);
        wider.set(lists);
        lists = wider;
      }
      for (let place = 0; place < count; place += 1) {
        const event = batch[from + place] as number;
        lists[listed + place] = event;
        lists[listed + count + place] = rows[event] as number;
      }
      add(at, kind, actor, listed, 0, count, 0);
      listed += 2 * count;
    },
    codes: () => ({ ...codes, lists: lists.subarray(0, listed) }),
    length: () => length,
  };
}

type Columns = Omit<Codes, 'lists'>;

const roomFor = (length: number): Columns => ({
  at: new Float64Array(length),
  kind: new Uint8Array(length),
  actor: new Uint8Array(length),
  event: new Int32Array(length),
  row: new Int32Array(length),
  value: new Int32Array(length),
  dedup: new Uint8Array(length),
});

function moved(from: Columns, to: Columns): Columns {
  to.at.set(from.at);
  to.kind.set(from.kind);
  to.actor.set(from.actor);
  to.event.set(from.event);
  to.row.set(from.row);
  to.value.set(from.value);
  to.dedup.set(from.dedup);
  return to;
}
