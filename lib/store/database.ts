// The page's one database, and the only maker of its worker.
import { useStore } from 'zustand';
import { DATABASE_FOLDER } from '@/lib/postgres/manifest';
import { WorkerProcess } from '@/lib/rpc/worker-process';
import type { PostgresService } from '@/lib/workers/postgres.worker';
import { type DatabaseState, keepDatabase } from './database-keeper';
import { whenQuiet } from './quiet';

export const database = keepDatabase({
  spawn: () =>
    new WorkerProcess<PostgresService>(
      new Worker(new URL('../workers/postgres.worker.ts', import.meta.url), { type: 'module' }),
    ),
  folder: () =>
    new URL(`${process.env['NEXT_PUBLIC_BASE_PATH'] ?? ''}/${DATABASE_FOLDER}/`, location.origin).href,
  isMetered,
  whenIdle: whenQuiet,
});

// How long it took shows in the browser's own timeline, and in ours of the figures.
database.state.subscribe(({ phase }, { phase: before }) => {
  if (phase === before) return;
  if (phase === 'loading') performance.mark('database-loading');
  if (before === 'loading' && phase === 'ready') performance.measure('database', 'database-loading');
});

/** A part of the database's state, drawn again when it changes. */
export const useDatabaseStore = <Part>(select: (state: DatabaseState) => Part): Part =>
  useStore(database.state, select);

/** As far as the browser says; one that says nothing is taken to have a line that costs nothing. */
function isMetered(): boolean {
  const { connection } = navigator as Navigator & {
    readonly connection?: { readonly saveData?: boolean; readonly type?: string };
  };
  return connection?.saveData === true || connection?.type === 'cellular';
}
