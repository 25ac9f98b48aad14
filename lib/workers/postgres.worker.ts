// PostgreSQL in a worker of its own, so that a statement without end can be stopped with it. It fetches its files
// itself: the page has other things to do, and must not hold it up.
import { expose } from 'comlink';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import type { DatabaseFiles } from '@/lib/postgres/boot';
import type { Database } from '@/lib/postgres/database';
import { download, type ReportProgress } from '@/lib/postgres/download';

/** What the database had to say; or that there is none, and why. A value, so that nothing is lost on its way. */
export type Report<Value> =
  | { readonly alive: true; readonly value: Value }
  | { readonly alive: false; readonly error: { readonly name: string; readonly message: string } };

/** Comes while the files do. */
const code = import('@/lib/postgres/boot');

let database: Database | null = null;

const service = {
  /** Fetches the files from a folder and starts; the files are for the next worker to start from. */
  load: (folder: string, report: ReportProgress): Promise<Report<DatabaseFiles>> =>
    reporting(async () => {
      const [{ boot }, files] = await Promise.all([code, download(new URL(folder), report)]);
      database = await boot(files);
      return files;
    }),

  /** Starts from what another worker has loaded. */
  boot: (files: DatabaseFiles): Promise<Report<DatabaseFiles>> =>
    reporting(async () => {
      const { boot } = await code;
      database = await boot(files);
      return files;
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
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { alive: false, error: { name, message } };
  }
}

expose(service);
