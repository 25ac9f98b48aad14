// PostgreSQL in a worker of its own, so that a statement without end can be stopped with it.
import { expose } from 'comlink';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import { boot, type DatabaseFiles } from '@/lib/postgres/boot';
import type { Database } from '@/lib/postgres/database';

/** What the database had to say; or that it is dead, and why. A value, so that nothing is lost on its way. */
export type Report<Value> =
  | { readonly alive: true; readonly value: Value }
  | { readonly alive: false; readonly message: string };

let database: Database | null = null;

const service = {
  /** Must come first, and once. */
  boot: (files: DatabaseFiles): Promise<Report<null>> =>
    reporting(async () => {
      database = await boot(files);
      return null;
    }),

  run: (
    statements: readonly Statement[],
    { reset }: { readonly reset: boolean },
  ): Promise<Report<readonly Outcome[]>> =>
    reporting(async () => {
      if (database === null) throw new Error('The database was asked before it was started.');
      if (reset) await database.reset();
      return database.run(statements);
    }),
};

export type PostgresService = typeof service;

async function reporting<Value>(work: () => Promise<Value>): Promise<Report<Value>> {
  try {
    return { alive: true, value: await work() };
  } catch (error) {
    return {
      alive: false,
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

expose(service);
