// The rows of the outbox on the stage: the database's own where they were read back, the model's until then.

import type { Row } from '@/lib/activities/evidence';
import type { Meaning } from '@/lib/scene/meanings';
import type { CopyView } from '@/lib/sim/look/copies';
import type { RowView } from '@/lib/sim/look/view';
import { wallTime } from '@/lib/sim/tell/clock';
import { rowAtHand } from './relay-scene';
import type { Moment } from './scene';

export interface SceneRow {
  readonly id: string;
  readonly eventType: string;
  /** `NULL`, a time of day, or what became of a row that never was committed. */
  readonly dispatchedAt: string;
  readonly state: 'open' | 'gone' | 'committed';
  readonly meaning: Meaning | null;
  /** The relay works on it, or left it behind when it crashed. */
  readonly current: boolean;
}

export function rowsOf(moment: Moment): readonly SceneRow[] {
  const { world, step, recorded, copies } = moment;
  const atHand = rowAtHand(moment);
  const model = world.rows.filter(({ state }) => state === 'committed' || state === 'dead');
  const committed = recorded === null ? model.map(modelRow) : recorded.rows.map(readRow);
  const marked = committed.map((row) => ({
    ...row,
    meaning: row.dispatchedAt === 'NULL' ? ('pending' as const) : fateOf(copies, row.id),
    current: row.id === String(atHand),
  }));
  const open = world.rows.filter(({ state }) => state === 'open');
  const passing = open.map((row) => passingRow(row.id, row.type, 'open', 'uncommitted'));
  const gone =
    step?.kind === 'rolled-back' ? [passingRow(step.row, 'OrderPlaced', 'gone', 'rolled back')] : [];
  return [...marked, ...gone, ...passing];
}

type Committed = Omit<SceneRow, 'meaning' | 'current'>;

const modelRow = ({ id, type, dispatchedAt }: RowView): Committed => ({
  id: String(id),
  eventType: type,
  dispatchedAt: dispatchedAt === null ? 'NULL' : wallTime(dispatchedAt),
  state: 'committed',
});

const readRow = (row: Row): Committed => ({
  id: String(row['id']),
  eventType: String(row['event_type'] ?? ''),
  dispatchedAt: timeOfDay(row['dispatched_at']),
  state: 'committed',
});

/**
 * To the millisecond, as the log has it: the row has its microseconds too. PostgreSQL leaves out zeros at the end of a
 * fraction; a column of times is easier to read with them.
 */
function timeOfDay(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const time = /(\d\d:\d\d:\d\d)(?:\.(\d+))?/.exec(String(value));
  if (time === null) return String(value);
  return `${time[1]}.${(time[2] ?? '').padEnd(3, '0').slice(0, 3)}`;
}

const passingRow = (id: number, type: string, state: 'open' | 'gone', words: string): SceneRow => ({
  id: String(id),
  eventType: type,
  dispatchedAt: words,
  state,
  meaning: null,
  current: false,
});

/** Of a row that was dispatched: its event is delivered, or still on its way. */
const fateOf = (copies: readonly CopyView[], row: string): Meaning =>
  copies.some((copy) => String(copy.row) === row && copy.outcomes.every((outcome) => outcome !== null))
    ? 'delivered'
    : 'flight';

/** Where to look: at the row at hand, else at the oldest that waits. */
export function attention(rows: readonly SceneRow[]): number {
  const current = rows.findIndex((row) => row.current);
  return current === -1 ? rows.findIndex((row) => row.meaning === 'pending') : current;
}
