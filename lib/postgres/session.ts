import type { PGlite } from '@electric-sql/pglite';
import type { DatabaseError, Outcome, Row, Statement } from '@/lib/activities/evidence';
import { catalogPrint } from './catalog';
import type { Database } from './database';

/** The server died under a statement; it may answer with silence, so nothing that it said can be trusted. */
export class DatabaseDied extends Error {
  override readonly name: string = 'DatabaseDied';
}

/** It is not what it was before it was used, and cannot become so: that is no fault of what would have run next. */
export class DatabaseSpoilt extends DatabaseDied {
  override readonly name = 'DatabaseSpoilt';
}

/** What it was given ran longer than it may, and was ended together with the database. */
export class DatabaseOverdue extends Error {
  override readonly name = 'DatabaseOverdue';

  constructor(limitMs: number) {
    super(`No answer within ${limitMs} ms.`);
  }
}

/** All that outlives a session: event triggers first, since they may forbid the rest. */
const dropEverything = `
DO $drop$
DECLARE command text;
BEGIN
  FOR command IN
    SELECT format('DROP EVENT TRIGGER %I CASCADE', evtname) FROM pg_event_trigger
    UNION ALL
    SELECT format('DROP PUBLICATION %I CASCADE', pubname) FROM pg_publication
    UNION ALL
    SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    UNION ALL
    SELECT format('DROP OWNED BY %1$I CASCADE; DROP ROLE %1$I', rolname) FROM pg_roles
    WHERE rolname NOT LIKE 'pg\\_%' AND rolname <> current_user
  LOOP
    EXECUTE command;
  END LOOP;
  CREATE SCHEMA public;
END
$drop$`;

/** The one session of a PGlite instance, which is emptied and from now on must not be used in any other way. */
export async function session(pg: PGlite): Promise<Database> {
  await pg.exec(dropEverything);
  const original = await catalogPrint(pg);
  return {
    async reset() {
      if ((await printOnceEmpty(pg)) !== original) throw new DatabaseSpoilt('PostgreSQL itself was changed.');
      await proveAlive(pg);
    },
    run: (statements) => runEach(pg, statements),
    close: () => pg.close(),
  };
}

async function printOnceEmpty(pg: PGlite): Promise<string> {
  try {
    await pg.exec('ROLLBACK');
    // Temporary tables, settings, roles taken on, prepared statements, cursors, listeners and advisory locks.
    await pg.exec('DISCARD ALL');
    await pg.exec(dropEverything);
    return await catalogPrint(pg);
  } catch (cause) {
    throw new DatabaseSpoilt('The database cannot be emptied.', { cause });
  }
}

async function runEach(pg: PGlite, statements: readonly Statement[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const failed = new Set<string>();
  for (const statement of statements) {
    const { group } = statement;
    if (group !== undefined && failed.has(group)) continue;
    const outcome = await outcomeOf(pg, statement);
    if (group !== undefined && !outcome.ok) failed.add(group);
    outcomes.push(outcome);
  }
  await proveAlive(pg);
  return outcomes;
}

const TEXT = 25;
const UNSPECIFIED = 0;

/** What is used has the type that its place asks for. */
const typesOf = (params: Statement['params'], unused: Statement['unused']): { paramTypes?: number[] } =>
  params === undefined || unused === undefined || unused.length === 0
    ? {}
    : { paramTypes: params.map((_, index) => (unused.includes(index + 1) ? TEXT : UNSPECIFIED)) };

/** More rows than anybody can look at would only be carried about. */
const MOST_ROWS = 10_000;

async function outcomeOf(pg: PGlite, { id, sql, params, unused, script }: Statement): Promise<Outcome> {
  try {
    if (script) {
      await pg.exec(sql);
      return { id, ok: true, rows: [] };
    }
    const { rows } = await pg.query<Row>(sql, params ? [...params] : [], typesOf(params, unused));
    return { id, ok: true, rows: rows.slice(0, MOST_ROWS) };
  } catch (error) {
    return { id, ok: false, error: databaseError(error) };
  }
}

/** Read here, because a worker's boundary keeps only an error's message. */
function databaseError(error: unknown): DatabaseError {
  const fields = error as Partial<Record<'code' | 'message' | 'detail' | 'hint' | 'position', string>>;
  return {
    code: fields.code ?? null,
    message: fields.message ?? String(error),
    detail: fields.detail ?? null,
    hint: fields.hint ?? null,
    position: fields.position === undefined ? null : Number(fields.position),
  };
}

/** A backend that was killed goes on answering, with nothing: only an answer that is right proves it alive. */
async function proveAlive(pg: PGlite): Promise<void> {
  const answer = await outcomeOf(pg, { id: 'alive', sql: 'select 1+1 as two' });
  const alive = answer.ok ? answer.rows[0]?.['two'] === 2 : answer.error.code === abortedTransaction;
  if (!alive) throw new DatabaseDied('The database no longer answers select 1+1 with 2.');
}

/** The answer to anything in a transaction that failed: given by a server that is well. */
const abortedTransaction = '25P02';
