// The rows of the outbox on the stage: the database's own where they were read back, the model's until then.
import type { Meaning } from '@/components/marks/meanings';
import type { Row } from '@/lib/activities/evidence';
import { wallTime } from '@/lib/sim/clock';
import type { Recorded } from '@/lib/sim/replay';
import type { Step } from '@/lib/sim/step';
import type { OutboxRow, World } from '@/lib/sim/world';
import { leftBehind } from './relay-scene';

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

export function rowsOf(world: World, step: Step | null, recorded: Recorded | null): readonly SceneRow[] {
  const atHand = world.relay.batch[0] ?? leftBehind(world);
  const committed =
    recorded === null
      ? world.outbox.map(modelRow)
      : recorded.rows.map((row) =>
          readRow(
            row,
            world.outbox.find(({ id }) => String(id) === String(row['id'])),
          ),
        );
  const marked = committed.map((row) => ({
    ...row,
    meaning: row.dispatchedAt === 'NULL' ? ('pending' as const) : fateOf(world, row.id),
    current: row.id === String(atHand),
  }));
  const open = world.open.map(({ row }) => passing(row.id, 'open', 'uncommitted'));
  const gone = step?.kind === 'rolled-back' ? [passing(step.row, 'gone', 'rolled back')] : [];
  return [...marked, ...gone, ...open];
}

type Committed = Omit<SceneRow, 'meaning' | 'current'>;

const modelRow = ({ id, dispatchedAt }: OutboxRow): Committed => ({
  id: String(id),
  eventType: 'OrderPlaced',
  dispatchedAt: dispatchedAt === null ? 'NULL' : wallTime(dispatchedAt),
  state: 'committed',
});

const readRow = (row: Row, model: OutboxRow | undefined): Committed => ({
  id: String(row['id']),
  eventType: String(row['event_type'] ?? ''),
  dispatchedAt: timeOfDay(row['dispatched_at'], model),
  state: 'committed',
});

/** PostgreSQL leaves out zeros at the end of a fraction; a column of times is easier to read with them. */
function timeOfDay(value: unknown, model: OutboxRow | undefined): string {
  if (value === null || value === undefined) return 'NULL';
  const time = /(\d\d:\d\d:\d\d)(\.\d+)?/.exec(String(value));
  if (time === null) return String(value);
  const precise = model?.dispatchedAt === null || model === undefined ? '' : wallTime(model.dispatchedAt);
  const found = `${time[1]}${time[2] ?? ''}`;
  return Number(precise.slice(6)) === Number(found.slice(6)) ? precise : found;
}

const passing = (id: number, state: 'open' | 'gone', words: string): SceneRow => ({
  id: String(id),
  eventType: 'OrderPlaced',
  dispatchedAt: words,
  state,
  meaning: null,
  current: false,
});

/** Of a row that was dispatched: its event is delivered, or still on its way. */
function fateOf({ messages }: World, row: string): Meaning {
  const copies = messages.filter((message) => String(message.row) === row);
  return copies.some(({ outcomes }) => outcomes.every((outcome) => outcome !== null))
    ? 'delivered'
    : 'flight';
}

/** Where to look: at the row at hand, else at the oldest that waits. */
export function attention(rows: readonly SceneRow[]): number {
  const current = rows.findIndex((row) => row.current);
  return current === -1 ? rows.findIndex((row) => row.meaning === 'pending') : current;
}
