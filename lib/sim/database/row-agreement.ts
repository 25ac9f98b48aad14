// Whether the learner's outbox holds the rows that the model has, cell by cell and moment by moment.
import type { Row } from '@/lib/activities/evidence';
import { at, timeAt } from '../columns';
import { type Event, typeOf } from '../event';
import { timestamp } from '../tell/clock';
import { eventOf } from '../tell/minted';
import { hasOutbox } from '../tell/sql-tables';
import { ROW, type World } from '../world';

/** Where the rows of the outbox are not those of the model, in a sentence; null where they agree. */
export function rowsDisagree(world: World, found: readonly Row[]): string | null {
  const expected = rowsOf(world);
  for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
    const model = expected[index];
    const real = found[index];
    const [says, has] = [model && lineOf(model), real && lineIn(real)];
    if (says !== has)
      return `The model expects ${says ?? 'no further row'}; PostgreSQL has ${has ?? 'no further row'}.`;
  }
  return (
    expected
      .map((row, index) => cellDisagrees(world, row, found[index] as Row))
      .find((words) => words !== null) ?? timesDisagree(world, expected, found)
  );
}

interface ModelRow {
  readonly id: string;
  readonly number: number;
  readonly event: Event;
  readonly dispatched: number | null;
}

/** The rows of the outbox that everyone can see, by their ids. */
function rowsOf(world: World): readonly ModelRow[] {
  const { events, order, times, service, plan } = world;
  if (!hasOutbox(plan.scenario)) return [];
  const rows: ModelRow[] = [];
  for (let id = 1; id < at(service.id, 0); id += 1) {
    const number = at(order.byId, id);
    const row = at(events.row, number);
    if (row !== ROW.pending && row !== ROW.dispatched && row !== ROW.dead) continue;
    const dispatched = row === ROW.dispatched ? timeAt(times.dispatched, number) : null;
    rows.push({ id: String(id), number, event: eventOf(plan.scenario, number), dispatched });
  }
  return rows;
}

const lineOf = ({ id, event, dispatched }: ModelRow): string =>
  `row ${id} of event ${event.id}, ${dispatched === null ? 'pending' : 'dispatched'}`;

const lineIn = (row: Row): string =>
  `row ${row['id']} of event ${eventIdIn(row)}, ${row['dispatched_at'] === null ? 'pending' : 'dispatched'}`;

function eventIdIn(row: Row): unknown {
  const payload = row['payload'];
  return payload !== null && typeof payload === 'object' && 'id' in payload ? payload['id'] : null;
}

function cellDisagrees({ events }: World, { id, number, event }: ModelRow, row: Row): string | null {
  const says = { event_type: typeOf(at(events.version, number)).name, aggregate_id: event.order };
  const wrong = (['event_type', 'aggregate_id'] as const).find((column) => row[column] !== says[column]);
  return wrong === undefined ? null : differs(wrong, id, says[wrong], row[wrong]);
}

const differs = (column: string, id: string, says: string, has: unknown): string =>
  `The model expects ${column} of row ${id} to be ${says}; PostgreSQL has ${has}.`;

function timesDisagree(
  { times }: World,
  expected: readonly ModelRow[],
  found: readonly Row[],
): string | null {
  const occurred = expected.map(({ id, number }) => ({ id, micros: timeAt(times.occurred, number) }));
  const dispatched = expected.map(({ id, dispatched: micros }) => ({ id, micros }));
  return (
    columnDisagrees('occurred_at', occurred, found) ?? columnDisagrees('dispatched_at', dispatched, found)
  );
}

/** The column may keep fewer digits than the model: the most that any of its times shows are compared. */
function columnDisagrees(
  column: string,
  expected: readonly { readonly id: string; readonly micros: number | null }[],
  found: readonly Row[],
): string | null {
  const texts = found.map((row) => row[column]);
  const digits = Math.max(...texts.map((text) => /\.(\d+)/.exec(String(text))?.[1]?.length ?? 0));
  const unit = 10 ** (6 - digits);
  for (const [index, { id, micros }] of expected.entries()) {
    if (micros === null) continue;
    const says = timestamp((Math.round(micros / unit) * unit) / 1000).replace(/\.?0+\+/, '+');
    if (says !== texts[index]) return differs(column, id, says, texts[index]);
  }
  return null;
}
