// Rules that ask a real PostgreSQL. Each says which statements it wants, and judges what came of them.
import type { Json } from '@/lib/shared/json';
import { quoteIdentifier } from '@/lib/table/identifier';
import { allowsNull, type TableSpec } from '@/lib/table/table-spec';
import { createTable } from '@/lib/table/table-sql';
import type { DatabaseError, Outcome, Row } from '../evidence';
import { type Found, right, wrong } from './found';
import { createPendingIndex, insert, insertMany } from './inserts';
import type { SchemaCheck, SchemaConfig } from './schema-config';

/** What a probe knows: the activity, its check, and the learner's table. */
export interface ProbeContext {
  readonly config: SchemaConfig;
  readonly check: SchemaCheck;
  readonly table: TableSpec;
}

export interface Probe {
  /** The statements, in order. Nothing that they do to the rows outlives them. */
  readonly wants: (context: ProbeContext) => readonly string[];
  /** One outcome for each statement. */
  readonly judge: (outcomes: readonly Outcome[], context: ProbeContext) => Found;
}

/** Rows that were there before the probe, and rows that are left after it: none. */
const undone = (...statements: readonly string[]): readonly string[] => ['BEGIN', ...statements, 'ROLLBACK'];

const nameOf = ({ config }: ProbeContext): string => quoteIdentifier(config.reference.table);

const columnOf = ({ check }: ProbeContext): string => quoteIdentifier(check.column ?? '');

const keyOf = ({ config }: ProbeContext): string =>
  quoteIdentifier(config.reference.columns.find(({ pk }) => pk)?.name ?? '');

const rowsOf = (outcome: Outcome | undefined): readonly Row[] => (outcome?.ok === true ? outcome.rows : []);

const errorOf = (outcomes: readonly Outcome[]): DatabaseError | null => {
  for (const outcome of outcomes) if (!outcome.ok) return outcome.error;
  return null;
};

const fails = ({ check }: ProbeContext, found: string, database?: DatabaseError): Found =>
  wrong({ subject: check.column, place: null, found, ...(database === undefined ? {} : { database }) });

/** A failure that carries PostgreSQL's error if there was one. */
const failsWith = (context: ProbeContext, outcomes: readonly Outcome[], found: string): Found => {
  const error = errorOf(outcomes);
  return error === null ? fails(context, found) : fails(context, error.message, error);
};

/** The table comes into being, and with it the given index. */
export const creates: Probe = {
  wants: ({ config, table }) => [
    createTable(table),
    ...(config.index === null
      ? []
      : [createPendingIndex(table.table, config.index.on, config.index.pending)]),
  ],
  judge: (outcomes, context) => {
    const error = errorOf(outcomes);
    if (error === null) return right('PostgreSQL made the table.');
    return wrong({ subject: columnAt(error, context), place: null, found: error.message, database: error });
  },
};

/** The column that PostgreSQL complains of: named in its words, or on the line of the statement that it points at. */
function columnAt(error: DatabaseError, context: ProbeContext): string | null {
  const { table } = context;
  const named = columnNamed(error, context);
  if (named !== null || error.position === null) return named;
  const line = createTable(table)
    .slice(0, error.position - 1)
    .split('\n').length;
  return table.columns[line - 2]?.name ?? null;
}

function columnNamed({ message }: DatabaseError, { table }: ProbeContext): string | null {
  const named = /column (?:name )?"([^"]+)"/.exec(message)?.[1];
  return table.columns.find(({ name }) => name === named)?.name ?? null;
}

/** A row that says only what the reference asks for goes in. */
export const accepts: Probe = {
  wants: ({ config }) => undone(insert(config.reference)),
  judge: (outcomes, context) => {
    const error = errorOf(outcomes);
    if (error === null) return right('A row goes in.');
    const subject = columnNamed(error, context) ?? onlyDefaulted(context);
    return wrong({ subject, place: null, found: error.message, database: error });
  },
};

/** The one column beside those asked for whose default goes into every row; null where there are several, or none. */
function onlyDefaulted({ config, table }: ProbeContext): string | null {
  const asked = new Set(config.reference.columns.map(({ name }) => name));
  const [first, ...others] = table.columns.filter(
    (column) => column.default !== null && !asked.has(column.name),
  );
  return others.length === 0 ? (first?.name ?? null) : null;
}

/** The catalogue holds what the YAML says. */
export const asDescribed: Probe = {
  wants: (context) => [
    'SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS filled, ' +
      'a.atthasdef AS defaulted, coalesce(a.attnum = ANY (k.conkey), false) AS key ' +
      `FROM pg_attribute a LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'p' ` +
      `WHERE a.attrelid = '${nameOf(context)}'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
  ],
  judge: (outcomes, context) => {
    const found = rowsOf(outcomes[0]).map((row) => JSON.stringify(row));
    const wanted = context.table.columns.map((column) =>
      JSON.stringify({
        name: column.name,
        type: column.type.canonical,
        filled: !allowsNull(column),
        defaulted: column.type.numbered || column.default !== null,
        key: column.pk,
      }),
    );
    if (JSON.stringify(found) === JSON.stringify(wanted)) {
      return right('The catalogue of PostgreSQL holds the columns as you wrote them.');
    }
    const other = wanted.findIndex((column, index) => column !== found[index]);
    return failsWith(context, outcomes, found[other] ?? 'no such column');
  },
};

export const pendingByDefault: Probe = {
  wants: (context) =>
    undone(
      insert(context.config.reference),
      `SELECT count(*) AS rows, count(${columnOf(context)}) AS sent FROM ${nameOf(context)}`,
    ),
  judge: (outcomes, context) => {
    const row = rowsOf(outcomes[2])[0];
    return row?.['rows'] === '1' && row['sent'] === '0'
      ? right('A new row is pending.')
      : failsWith(context, outcomes, 'a row that is not pending');
  },
};

export const rollsBack: Probe = {
  wants: (context) => [
    ...undone(insert(context.config.reference)),
    `SELECT count(*) AS rows FROM ${nameOf(context)}`,
  ],
  judge: (outcomes, context) =>
    rowsOf(outcomes[3])[0]?.['rows'] === '0' && errorOf(outcomes) === null
      ? right('When the transaction rolls back, no row is left.')
      : failsWith(context, outcomes, 'a row that was left'),
};

const UNIQUE_VIOLATION = '23505';

export const uniqueId: Probe = {
  wants: ({ config, check }) => {
    const first = insert(config.reference, { [check.column ?? '']: '1' });
    return undone(first, first);
  },
  judge: (outcomes, context) => {
    const [, first, second] = outcomes;
    if (first?.ok === false) return failsWith(context, outcomes, '');
    return second?.ok === false && second.error.code === UNIQUE_VIOLATION
      ? right('A second row with the same id is refused.')
      : fails(context, 'two rows with one id');
  },
};

export const repeatable: Probe = {
  wants: (context) =>
    undone(
      insert(context.config.reference),
      insert(context.config.reference),
      `SELECT count(*) AS rows, count(DISTINCT ${columnOf(context)}) AS aggregates FROM ${nameOf(context)}`,
    ),
  judge: (outcomes, context) => {
    const row = rowsOf(outcomes[3])[0];
    return row?.['rows'] === '2' && row['aggregates'] === '1'
      ? right('One order may have several events.')
      : failsWith(context, outcomes, 'one event for each order at most');
  },
};

const pendingQuery = (context: ProbeContext, limit: number): string =>
  `SELECT ${keyOf(context)} AS id, ctid FROM ${nameOf(context)} ` +
  `WHERE ${columnOf(context)} IS NULL ORDER BY ${keyOf(context)} LIMIT ${limit}`;

/** Three rows, of which the first is touched again and so lies last on disk: the ids alone give the order. */
export const oldestFirst: Probe = {
  wants: (context) => {
    const row = insert(context.config.reference);
    const returning = `${row} RETURNING ${keyOf(context)} AS id`;
    const touch = `UPDATE ${nameOf(context)} SET ${columnOf(context)} = NULL WHERE ${keyOf(context)} = (SELECT min(${keyOf(context)}) FROM ${nameOf(context)})`;
    return undone(returning, returning, returning, touch, pendingQuery(context, 10));
  },
  judge: (outcomes, context) => {
    const inserted = outcomes.slice(1, 4).map((outcome) => rowsOf(outcome)[0]?.['id'] ?? null);
    const polled = rowsOf(outcomes[5]).map((row) => row['id'] ?? null);
    return polled.length === 3 && JSON.stringify(inserted) === JSON.stringify(polled)
      ? right('The relay meets the oldest row first.')
      : failsWith(context, outcomes, JSON.stringify(polled));
  },
};

const DISPATCHED = 2000;
const PENDING = 50;

/** With many rows sent and few pending, the relay's query goes through the index that holds only the pending ones. */
export const pendingIndex: Probe = {
  wants: (context) =>
    undone(
      insertMany(context.config.reference, context.check.column ?? '', DISPATCHED, PENDING),
      `ANALYZE ${nameOf(context)}`,
      `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = '${nameOf(context)}'::regclass AND indpred IS NOT NULL`,
      `EXPLAIN (FORMAT JSON) ${pendingQuery(context, 10)}`,
    ),
  judge: (outcomes, context) => {
    const partial = rowsOf(outcomes[3]).map((row) => String(row['name']));
    const used = indexesIn(rowsOf(outcomes[4])[0]?.['QUERY PLAN'] ?? null);
    return errorOf(outcomes) === null && partial.some((name) => used.includes(name))
      ? right('The relay finds its rows through the index, however many were sent.')
      : failsWith(context, outcomes, 'reading past every row that was sent');
  },
};

/** The names of all indexes that a plan uses. */
function indexesIn(plan: Json): readonly string[] {
  if (plan === null || typeof plan !== 'object') return [];
  if (Array.isArray(plan)) return (plan as readonly Json[]).flatMap(indexesIn);
  return Object.entries(plan).flatMap(([key, value]) =>
    key === 'Index Name' ? [String(value)] : indexesIn(value),
  );
}
