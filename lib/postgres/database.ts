import type { Outcome, Statement } from '@/lib/activities/evidence';

/** PostgreSQL behind one interface: direct in Node, in a worker in the page. One session, one client. */
export interface Database {
  /**
   * Drops everything and starts empty; about 10 ms. Rejects with `DatabaseSpoilt` if what was run before has killed the
   * database or changed PostgreSQL itself: then take another one.
   */
  reset(): Promise<void>;
  /**
   * Runs the statements in order and reports on each, with its first 10,000 rows; a failing one stops only what is left
   * of its group. Rejects only if the database died.
   */
  run(statements: readonly Statement[]): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}
