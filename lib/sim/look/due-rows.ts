// Rows that were tried in vain and wait for another attempt, the one that is due first on top: a binary heap. A row that
// is due anew is put in once more; whoever reads passes over what has become of no account.
import type { Millis } from '../scenario/scenario';

export interface DueRow {
  readonly event: number;
  readonly since: Millis;
}

/** The first is at place 0, and none is due before the one at half its place. */
export type DueRows = DueRow[];

export function addDue(rows: DueRows, one: DueRow) {
  let place = rows.length;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const other = rows[above] as DueRow;
    if (other.since <= one.since) break;
    rows[place] = other;
    place = above;
  }
  rows[place] = one;
}

export function removeFirst(rows: DueRows) {
  const last = rows.pop();
  if (last === undefined || rows.length === 0) return;
  let place = 0;
  for (;;) {
    const below = sooner(rows, 2 * place + 1, 2 * place + 2);
    const other = rows[below];
    if (other === undefined || other.since >= last.since) break;
    rows[place] = other;
    place = below;
  }
  rows[place] = last;
}

const sooner = (rows: DueRows, left: number, right: number): number =>
  (rows[right]?.since ?? Number.POSITIVE_INFINITY) < (rows[left]?.since ?? Number.POSITIVE_INFINITY)
    ? right
    : left;
