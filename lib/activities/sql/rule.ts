import type { SplitStatement } from '../evidence';
import type { Found } from './found';
import type { Context } from './ran';
import type { SqlCheck } from './sql-config';

/** Something that an answer may be judged by. */
export interface SqlRule {
  /** What to ask the database once the connection has ended. May hold `$1` and so on, as the answer may. */
  readonly looks?: (check: SqlCheck, statements: readonly SplitStatement[]) => readonly string[];
  /** Null where there is nothing to judge, because what it is about is missing. */
  readonly judge: (check: SqlCheck, context: Context) => Found | null;
}
