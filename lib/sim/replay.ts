// A trace in a real database: each transaction whole at the moment of its end, and what the tables held after it.
import type { Outcome, Row, Statement } from '@/lib/activities/evidence';
import type { Trace } from './run';
import { TABLES, transactionOf } from './sql';
import type { World } from './world';

/** One transaction of the trace, or a poll. Uncommitted rows are the model's alone: the database sees only this. */
export interface Transaction {
  /** Its place among the trace's transactions, from 1. */
  readonly number: number;
  /** How many steps have happened once it ended. */
  readonly after: number;
  readonly statements: readonly Statement[];
}

/** The order service's and the consumers' tables, once the learner's own are there. */
export const setUp: readonly Statement[] = ["SET TIME ZONE 'UTC'", ...TABLES].map((sql, index) => ({
  id: `set-up/${index}`,
  sql,
}));

/** Every transaction that ended, committed or rolled back, and every poll, each followed by a look at the tables. */
export function transactions({ steps }: Trace): readonly Transaction[] {
  const found: Transaction[] = [];
  for (const [index, step] of steps.entries()) {
    const script = transactionOf(step);
    if (script === null) continue;
    const number = found.length + 1;
    const statements = script.map((sql, part) => ({ id: `${number}/${step.kind}/${part}`, sql }));
    found.push({ number, after: index + 1, statements: [...statements, ...lookAt(number)] });
  }
  return found;
}

/** How many transactions two traces have in common from the start: what a database need not undo. */
export function commonStart(some: readonly Transaction[], others: readonly Transaction[]): number {
  const differs = some.findIndex((transaction, index) => textOf(transaction) !== textOf(others[index]));
  return differs === -1 ? some.length : differs;
}

const textOf = (transaction: Transaction | undefined): string | undefined =>
  transaction?.statements.map(({ sql }) => sql).join(';');

const COUNTED = ['orders', 'handled_events', 'parcels', 'effects'] as const;

const lookAt = (number: number): readonly Statement[] => [
  { id: `${number}/rows`, sql: 'SELECT * FROM orders_outbox ORDER BY id' },
  {
    id: `${number}/counts`,
    sql: `SELECT ${COUNTED.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`).join(', ')}`,
  },
];

/** What the database held after a transaction, in its own words. */
export interface Recorded {
  readonly rows: readonly Row[];
  /** Rows of the other tables. */
  readonly counts: Row;
  /** The ids that the relay's own query returned, if this was a poll. */
  readonly polled?: readonly string[];
  /** What PostgreSQL refused, if it did. */
  readonly error: string | null;
}

/** Gathers what came back of one transaction from the outcomes of a script. */
export function recorded({ number, statements }: Transaction, outcomes: readonly Outcome[]): Recorded {
  const ids = new Set(statements.map(({ id }) => id));
  const mine = outcomes.filter(({ id }) => ids.has(id));
  const rowsOf = (id: string) =>
    mine.flatMap((outcome) => (outcome.id === id && outcome.ok ? outcome.rows : []));
  const failed = mine.find((outcome) => !outcome.ok);
  const poll = `${number}/polled/0`;
  return {
    rows: rowsOf(`${number}/rows`),
    counts: rowsOf(`${number}/counts`)[0] ?? {},
    ...(ids.has(poll) && { polled: rowsOf(poll).map((row) => String(row['id'])) }),
    error: failed === undefined || failed.ok ? null : failed.error.message,
  };
}

/** Where the database does not hold what the model says, in a sentence; null where they agree. */
export function disagreement(world: World, { rows, counts, polled, error }: Recorded): string | null {
  if (error !== null) return `PostgreSQL refused: ${error}`;
  const expected = world.outbox.map(
    (row) =>
      `row ${row.id} of event ${row.event.id}, ${row.dispatchedAt === null ? 'pending' : 'dispatched'}`,
  );
  const found = rows.map(
    (row) =>
      `row ${row['id']} of event ${eventIdOf(row)}, ${row['dispatched_at'] === null ? 'pending' : 'dispatched'}`,
  );
  const place = Math.max(expected.length, found.length);
  for (let index = 0; index < place; index += 1) {
    if (expected[index] !== found[index]) {
      return `The model expects ${expected[index] ?? 'no further row'}; PostgreSQL has ${found[index] ?? 'no further row'}.`;
    }
  }
  return countsDisagree(world, counts) ?? (polled === undefined ? null : pollDisagrees(world, polled));
}

/** Right after a poll, the relay's batch is what the model found. */
function pollDisagrees({ relay }: World, polled: readonly string[]): string | null {
  const list = (ids: readonly (string | number)[]) => ids.map((id) => `row ${id}`).join(', ') || 'no row';
  const expected = list(relay.batch);
  const found = list(polled);
  return expected === found
    ? null
    : `The model expects the relay to find ${expected}; PostgreSQL found ${found}.`;
}

function countsDisagree({ outbox, consumers }: World, counts: Row): string | null {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const made = (some: World['consumers']) => sum(some.map(({ effects }) => sum([...effects.values()])));
  const expected: Readonly<Record<(typeof COUNTED)[number], number>> = {
    orders: outbox.length,
    handled_events: sum(consumers.map(({ inbox }) => inbox.size)),
    parcels: made(consumers.filter(({ name }) => name === 'shipping')),
    effects: made(consumers.filter(({ name }) => name !== 'shipping')),
  };
  const wrong = COUNTED.find((table) => Number(counts[table]) !== expected[table]);
  return wrong === undefined
    ? null
    : `The model expects ${expected[wrong]} rows in ${wrong}; PostgreSQL has ${counts[wrong]}.`;
}

function eventIdOf(row: Row): unknown {
  const payload = row['payload'];
  return payload !== null && typeof payload === 'object' && 'id' in payload ? payload['id'] : null;
}
