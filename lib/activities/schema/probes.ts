// Rules that ask a real PostgreSQL. Each says which statements it wants, and judges what came of them.
import { quoteIdentifier } from '@/lib/table/identifier';
import { predicateSql } from '@/lib/table/predicate-sql';
import { allowsNull, type ColumnSpec, type TableSpec } from '@/lib/table/table-spec';
import type { DatabaseError } from '../evidence';
import { labelIn, playerOf } from './casting';
import { right, wrong } from './found';
import { insert, insertMany, parents, sample, WITHOUT_PARENTS } from './inserts';
import { makingOf } from './making';
import { pendingIn } from './pending';
import {
  columnOf,
  errorOf,
  fails,
  failsWith,
  indexesIn,
  nameOf,
  type Probe,
  type ProbeContext,
  rowsOf,
  undone,
} from './probe';

/** The tables come into being, and with them the given index. */
export const creates: Probe = {
  wants: ({ config, own, casts }) => makingOf(config, own, casts).map(({ sql }) => sql),
  judge: (outcomes, context) => {
    const failed = outcomes.findIndex(({ ok }) => !ok);
    const outcome = outcomes[failed];
    if (outcome === undefined) {
      return right(context.own.length > 1 ? 'PostgreSQL made the tables.' : 'PostgreSQL made the table.');
    }
    if (outcome.ok) return null;
    const { error } = outcome;
    const made = makingOf(context.config, context.own, context.casts)[failed];
    const column = made === undefined || made.table === null ? null : columnAt(error, made.sql, made.table);
    const subject =
      column === null ? titleOf(context, made?.table ?? null) : labelOf(context, made?.table ?? null, column);
    return wrong({ subject, place: null, found: error.message, database: error });
  },
};

const labelOf = ({ config, cast }: ProbeContext, table: TableSpec | null, column: string): string =>
  labelIn(config, { ...cast, table: table ?? cast.table }, column);

/** Among several tables, what is about none of the columns is still about one of them. */
const titleOf = ({ own }: ProbeContext, table: TableSpec | null): string | null =>
  own.length > 1 ? (table?.table ?? null) : null;

/** The column that PostgreSQL complains of: named in its words, or on the line of the statement that it points at. */
function columnAt(error: DatabaseError, sql: string, table: TableSpec): string | null {
  const named = columnNamed(error, table);
  if (named !== null || error.position === null) return named;
  const line = sql.slice(0, error.position - 1).split('\n').length;
  return table.columns[line - 2]?.name ?? null;
}

/** A column by its name in the words, or by the check that PostgreSQL named after it. */
function columnNamed({ code, message }: DatabaseError, { table, columns }: TableSpec): string | null {
  const named = /column (?:name )?"([^"]+)"/.exec(message)?.[1];
  const check = code === '23514' ? /check constraint "([^"]+)"/.exec(message)?.[1] : undefined;
  return columns.find(({ name }) => name === named || `${table}_${name}_check` === check)?.name ?? null;
}

/** A row that says only what the reference asks for goes in. */
export const accepts: Probe = {
  wants: (context) => undone(...parents(context), insert(context)),
  judge: (outcomes, context) => {
    const error = errorOf(outcomes);
    if (error === null) return right('A row goes in.');
    // What keeps a row out to which this one refers is told of that row's table.
    const isParents = outcomes.at(-2)?.ok === false && outcomes.slice(0, -2).some(({ ok }) => !ok);
    if (isParents) return null;
    const column = columnNamed(error, context.cast.table) ?? onlyDefaulted(context);
    const subject = column === null ? titleOf(context, context.cast.table) : labelOf(context, null, column);
    return wrong({ subject, place: null, found: error.message, database: error, key: keyOfError(error) });
  },
};

const keyOfError = ({ code }: DatabaseError): string => (code === '23514' ? 'check' : 'name');

/** The one column beside those asked for whose default goes into every row; null where there are several, or none. */
function onlyDefaulted({ cast }: ProbeContext): string | null {
  const playing = new Set(Object.values(cast.parts).map(({ column }) => column));
  const [first, ...others] = cast.table.columns.filter(
    (column) => column.default !== null && !playing.has(column.name),
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
    const wanted = context.cast.table.columns.map((column) =>
      JSON.stringify({
        name: column.name,
        type: column.type.canonical,
        filled: !allowsNull(column),
        defaulted: (column.type.numbered && column.identity === null) || column.default !== null,
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
      ...parents(context),
      insert(context),
      `SELECT count(*) AS rows, count(*) FILTER (WHERE NOT (${pendingSql(context)})) AS sent FROM ${nameOf(context)}`,
    ),
  judge: (outcomes, context) => {
    const row = rowsOf(outcomes.at(-2))[0];
    return row?.['rows'] === '1' && row['sent'] === '0'
      ? right('A new row is pending.')
      : failsWith(context, outcomes, 'a row that is not pending');
  },
};

const pendingSql = ({ cast, check }: ProbeContext): string =>
  predicateSql(pendingIn(cast, check.column ?? ''));

export const rollsBack: Probe = {
  wants: (context) => [
    ...undone(...parents(context), insert(context)),
    `SELECT count(*) AS rows FROM ${nameOf(context)}`,
  ],
  judge: (outcomes, context) =>
    rowsOf(outcomes.at(-1))[0]?.['rows'] === '0' && errorOf(outcomes) === null
      ? right('When the transaction rolls back, no row is left.')
      : failsWith(context, outcomes, 'a row that was left'),
};

const UNIQUE_VIOLATION = '23505';

export const uniqueId: Probe = {
  wants: (context) => {
    const player = playerOf(context.cast, context.check.column ?? '');
    const same = player === null ? {} : { [player.name]: sample(player) ?? '1' };
    return undone(...parents(context, same), insert(context, same, 1), insert(context, same, 2));
  },
  judge: (outcomes, context) => {
    const [first, second] = outcomes.slice(-3);
    if (first?.ok === false) return failsWith(context, outcomes, '');
    return second?.ok === false && second.error.code === UNIQUE_VIOLATION
      ? right('A second row with the same id is refused.')
      : fails(context, 'two rows with one id');
  },
};

export const repeatable: Probe = {
  wants: (context) => {
    const player = playerOf(context.cast, context.check.column ?? '');
    const same = player === null ? {} : { [player.name]: sample(player) ?? 'NULL' };
    return undone(
      ...parents(context, same),
      insert(context, same, 1),
      insert(context, same, 2),
      `SELECT count(*) AS rows, count(DISTINCT ${columnOf(context)}) AS aggregates FROM ${nameOf(context)}`,
    );
  },
  judge: (outcomes, context) => {
    const row = rowsOf(outcomes.at(-2))[0];
    return row?.['rows'] === '2' && row['aggregates'] === '1'
      ? right('One order may have several events.')
      : failsWith(context, outcomes, 'one event for each order at most');
  },
};

/** What rows are ordered by: their key; where that is random, the time that every row has. */
function orderOf({ cast }: ProbeContext): string {
  const key = cast.table.columns.find(({ pk }) => pk);
  const time = cast.table.columns.find(
    (column) => column.type.base === 'timestamp with time zone' && !allowsNull(column),
  );
  return quoteIdentifier((isRandom(key) ? time : key)?.name ?? key?.name ?? '');
}

const isRandom = (key: ColumnSpec | undefined): boolean =>
  key?.type.base === 'uuid' && !(key.default?.kind === 'call' && key.default.call === 'uuidv7()');

const pendingQuery = (context: ProbeContext, limit: number): string =>
  `SELECT ${orderOf(context)} AS id, ctid FROM ${nameOf(context)} ` +
  `WHERE ${pendingSql(context)} ORDER BY ${orderOf(context)} LIMIT ${limit}`;

/** Three rows, of which the first is touched again and so lies last on disk: the ids alone give the order. */
export const oldestFirst: Probe = {
  wants: (context) => {
    const order = orderOf(context);
    const returning = (n: number) => `${insert(context, {}, n)} RETURNING ${order} AS id`;
    const oldest = `(SELECT ${order} FROM ${nameOf(context)} ORDER BY ${order} LIMIT 1)`;
    const touch = `UPDATE ${nameOf(context)} SET ${columnOf(context)} = ${columnOf(context)} WHERE ${order} = ${oldest}`;
    const rows = [1, 2, 3].map(returning);
    return undone(...parents(context), ...rows, touch, pendingQuery(context, 10));
  },
  judge: (outcomes, context) => {
    // Within one transaction every row has the same time, so nothing could be told.
    if (isRandom(context.cast.table.columns.find(({ pk }) => pk))) return null;
    const inserted = outcomes.slice(-6, -3).map((outcome) => rowsOf(outcome)[0]?.['id'] ?? null);
    const polled = rowsOf(outcomes.at(-2)).map((row) => row['id'] ?? null);
    return polled.length === 3 && JSON.stringify(inserted) === JSON.stringify(polled)
      ? right('The relay meets the oldest row first.')
      : failsWith(context, outcomes, JSON.stringify(polled));
  },
};

const DISPATCHED = 2000;
const PENDING = 50;

/** With many rows sent and few pending, the relay's query goes through an index that tells the pending ones. */
export const pendingIndex: Probe = {
  wants: (context) =>
    undone(
      ...(context.cast.table.columns.some(({ references }) => references !== null) ? [WITHOUT_PARENTS] : []),
      insertMany(context, context.check.column ?? '', DISPATCHED, PENDING),
      `ANALYZE ${nameOf(context)}`,
      `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = '${nameOf(context)}'::regclass AND indpred IS NOT NULL`,
      `EXPLAIN (FORMAT JSON) ${pendingQuery(context, 10)}`,
    ),
  judge: (outcomes, context) => {
    const partial = rowsOf(outcomes.at(-3)).map((row) => String(row['name']));
    const used = indexesIn(rowsOf(outcomes.at(-2))[0]?.['QUERY PLAN'] ?? null);
    const finds = used.some(
      ({ name, condition }) => partial.includes(name) || condition.includes(columnOf(context)),
    );
    return errorOf(outcomes) === null && finds
      ? right('The relay finds its rows through the index, however many were sent.')
      : failsWith(context, outcomes, 'reading past every row that was sent');
  },
};
