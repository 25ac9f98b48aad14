// One script for all that is to be known of an answer: it runs whole for each case, and once more for every place at
// which the connection may be lost. Between two runs everything becomes as it was.
import type { SplitStatement, Statement } from '../evidence';
import { runName } from './ran';
import { rules } from './rules';
import type { SqlCase, SqlCheck, SqlConfig } from './sql-config';

export function scriptFor(config: SqlConfig, statements: readonly SplitStatement[]): readonly Statement[] {
  const whole = config.cases.flatMap((sqlCase, place) =>
    runStatements({ config, statements, sqlCase, name: runName(place, null), crashedAfter: null }),
  );
  const [first] = config.cases;
  if (first === undefined || !config.checks.some(({ when }) => when.includes('crash'))) return whole;
  const crashes = statements.slice(1).flatMap((_, index) =>
    runStatements({
      config,
      statements,
      sqlCase: first,
      name: runName(0, index + 1),
      crashedAfter: index + 1,
    }),
  );
  return [...whole, ...crashes];
}

interface RunOrder {
  readonly config: SqlConfig;
  readonly statements: readonly SplitStatement[];
  readonly sqlCase: SqlCase;
  readonly name: string;
  readonly crashedAfter: number | null;
}

/** A client sends one statement after the other, stops at the first that is refused, and its connection ends. */
function runStatements(order: RunOrder): readonly Statement[] {
  const { config, statements, sqlCase, name, crashedAfter } = order;
  const tables = (when: string): readonly Statement[] =>
    config.tables.map((table) => ({
      id: `${name}.${when}.${table}`,
      sql: `SELECT * FROM ${table} ORDER BY 1 LIMIT 1000`,
    }));
  const sent = statements.slice(0, crashedAfter ?? statements.length);
  return [
    fresh(order),
    ...tables('before'),
    ...sent.map(({ sql, parameters }, place) => ({
      id: `${name}.statement.${place}`,
      sql,
      group: name,
      ...given(parameters, sqlCase),
    })),
    { id: `${name}.open`, sql: 'SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS open' },
    // What a server does when a connection is gone.
    { id: `${name}.lost`, sql: 'ROLLBACK' },
    { id: `${name}.gone`, sql: 'DISCARD ALL' },
    ...tables('after'),
    ...config.checks.flatMap((check) => looks(check, order)),
  ];
}

/** The given tables and rows, and nothing else. The database is empty before the first run. */
function fresh({ config, statements, sqlCase, name }: RunOrder): Statement {
  const tables = [config.schema];
  const again = statements.every(({ node }) => CHANGES_ROWS.has(node))
    ? [EMPTY_TABLES]
    : ['DROP SCHEMA public CASCADE', 'CREATE SCHEMA public', ...tables];
  const parts = [...(name === runName(0, null) ? tables : again), config.fixtures, sqlCase.given ?? ''];
  return { id: `${name}.fresh`, script: true, sql: parts.map(withEnd).join('\n') };
}

/** The tables and rows as the first run found them, for whatever else is to be tried on them. */
export function restored(config: SqlConfig, statements: readonly SplitStatement[]): readonly Statement[] {
  const [sqlCase] = config.cases;
  return sqlCase === undefined
    ? []
    : [fresh({ config, statements, sqlCase, name: 'tries', crashedAfter: null })];
}

const withEnd = (sql: string): string => (/;\s*$/.test(sql) || sql.trim() === '' ? sql : `${sql}\n;`);

/** After these the tables are as they were made, and need not be made again: that would take ten times as long. */
const CHANGES_ROWS: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'TransactionStmt',
]);

/** Without a look at foreign keys and triggers; numbers begin from 1 again. */
const EMPTY_TABLES = `DO $empty$
DECLARE t text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN SELECT format('%I', relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
    EXECUTE 'DELETE FROM ' || t;
  END LOOP;
  PERFORM setval(oid::regclass, 1, false) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S';
END $empty$`;

function looks(check: SqlCheck, { statements, sqlCase, name, crashedAfter }: RunOrder): readonly Statement[] {
  if (crashedAfter !== null && !check.when.includes('crash')) return [];
  return (rules[check.rule].looks?.(check, statements) ?? []).map((sql, place) => ({
    id: `${name}.look.${check.id}.${place}`,
    sql,
    ...given(numbersIn(sql), sqlCase),
  }));
}

/** As many values as a statement asks for, since PostgreSQL takes neither fewer nor more. */
function given(numbers: readonly number[], { parameters }: SqlCase): Pick<Statement, 'params' | 'unused'> {
  const params = parameters.slice(0, numbers.at(-1) ?? 0);
  const unused = params.map((_, index) => index + 1).filter((number) => !numbers.includes(number));
  return { params, unused };
}

/** Of a query in activity.yaml, which has no `$n` in its strings. */
const numbersIn = (sql: string): readonly number[] =>
  [...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)).sort((a, b) => a - b);
