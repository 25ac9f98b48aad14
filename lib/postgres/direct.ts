import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database';
import { parsers } from './rows';
import { session } from './session';
import { startParams } from './start-params';

/** A fresh, empty PostgreSQL in this process's memory, for Node: the grader, the gate and tests. */
export async function openDatabase(): Promise<Database> {
  const pg = await PGlite.create({ parsers, startParams });
  return session(pg);
}
