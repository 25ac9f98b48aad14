import { at, timeAt } from '@/lib/sim/columns';
import type { Ledger } from '@/lib/sim/look/ledger';
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';

/** A run with how things stood after each of its steps. */
export interface Counted {
  readonly trace: Trace;
  readonly ledger: Ledger;
}

/** The most there ever was, and when first. Of all steps, not only of those that a chart has room for. */
export interface Peak {
  readonly most: number;
  readonly at: Millis;
}

/** The most of each measure that is told step by step. */
export interface Peaks {
  readonly pending: Peak;
  /** Of all groups together. */
  readonly lag: Peak;
  readonly age: Peak;
}

const found = new WeakMap<Ledger, Peaks>();

/** Looked for once: a run can have a million steps, and the room for its charts changes. */
export function peaksOf(run: Counted): Peaks {
  const known = found.get(run.ledger);
  if (known !== undefined) return known;
  const { columns, lag } = run.ledger;
  const peaks = {
    pending: highest(columns.pending, run.trace),
    lag: highest(sumOf(lag, run.trace.length), run.trace),
    age: peakOfAge(run),
  };
  found.set(run.ledger, peaks);
  return peaks;
}

function sumOf(columns: readonly Int32Array[], length: number): Int32Array {
  const [first] = columns;
  if (columns.length === 1 && first !== undefined) return first;
  const sum = new Int32Array(length);
  for (const column of columns)
    for (let place = 0; place < length; place += 1) sum[place] = at(sum, place) + at(column, place);
  return sum;
}

/** A row is at its oldest when the step comes that changes which one is the oldest; the last ones at the end. */
function peakOfAge({ ledger: { dueSince }, trace }: Counted): Peak {
  const { codes, length, end } = trace;
  let most = 0;
  let when = 0;
  for (let place = 0; place < length; place += 1) {
    const since = timeAt(dueSince, place);
    if (since < 0) continue;
    const until = place + 1 < length ? timeAt(codes.at, place + 1) / 1000 : end;
    if (until - since > most) {
      most = until - since;
      when = until;
    }
  }
  return { most, at: when };
}

function highest(column: Int32Array, { codes, length }: Trace): Peak {
  let most = 0;
  let place = -1;
  for (let step = 0; step < length; step += 1) {
    if (at(column, step) <= most) continue;
    most = at(column, step);
    place = step;
  }
  return { most, at: place === -1 ? 0 : timeAt(codes.at, place) / 1000 };
}
