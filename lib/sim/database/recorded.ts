// What the database held after a transaction: two queries that follow it, and what came back of them.
import type { Outcome, Row, Statement } from '@/lib/activities/evidence';
import type { Scenario } from '../scenario/scenario';
import { hasOutbox } from '../tell/sql-tables';
import type { Transaction } from './replay';

/** What each row of the other tables says, as `agreement.ts` says it of the model. */
export const CONTENTS = {
  orders: "SELECT id || ' at version ' || version FROM orders",
  handled_events: "SELECT event_id || ' by ' || subscriber FROM handled_events",
  parcels: "SELECT order_id || ' by shipping' FROM parcels",
  effects: "SELECT order_id || ' by ' || subscriber FROM effects",
  dead_letters: "SELECT event_id || ' by ' || subscriber || ', ' || state FROM dead_letters",
} as const;

export type Table = keyof typeof CONTENTS;

export const TABLES = Object.keys(CONTENTS) as readonly Table[];

const CONTENTS_SQL = `SELECT ${TABLES.map((table) => `to_json(array(${CONTENTS[table]})) AS ${table}`).join(', ')}`;

/** What the tables hold, after the transaction with this number. */
export const lookAt = (number: number, scenario: Scenario): readonly Statement[] => [
  ...(hasOutbox(scenario) ? [{ id: `${number}/rows`, sql: 'SELECT * FROM orders_outbox ORDER BY id' }] : []),
  { id: `${number}/contents`, sql: CONTENTS_SQL },
];

/** What the database held after a transaction, in its own words. */
export interface Recorded {
  readonly rows: readonly Row[];
  /** How many rows each of the other tables has. */
  readonly counts: Row;
  /** What those rows say. */
  readonly contents: { readonly [Name in Table]?: readonly string[] };
  /** The ids that the relay's own query returned, and those that the model's relay found, if this was a poll. */
  readonly polled?: readonly string[];
  readonly found?: readonly number[];
  /** What PostgreSQL refused, if it did. */
  readonly error: string | null;
}

/** Gathers what came back of one transaction from the outcomes of a script. */
export function recorded({ number, statements, found }: Transaction, outcomes: readonly Outcome[]): Recorded {
  const ids = new Set(statements.map(({ id }) => id));
  const mine = outcomes.filter(({ id }) => ids.has(id));
  const rowsOf = (id: string) =>
    mine.flatMap((outcome) => (outcome.id === id && outcome.ok ? outcome.rows : []));
  const failed = mine.find((outcome) => !outcome.ok);
  const contents = (rowsOf(`${number}/contents`)[0] ?? {}) as Recorded['contents'];
  return {
    rows: rowsOf(`${number}/rows`),
    counts: Object.fromEntries(Object.entries(contents).map(([table, rows]) => [table, rows?.length ?? 0])),
    contents,
    ...(found !== undefined && {
      polled: rowsOf(`${number}/polled/0`).map((row) => String(row['id'])),
      found,
    }),
    error: failed === undefined || failed.ok ? null : failed.error.message,
  };
}
