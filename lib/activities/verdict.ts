import type { Place } from '@/lib/shared/place';
import type { DatabaseError } from './evidence';

/** What one check found. A check that did not get to run has no result. */
export interface CheckResult {
  /** Permanent. `size`, `yaml` and `shape` are the first layers; the others are the activity's own. */
  readonly id: string;
  readonly passed: boolean;
  /** What it is about, in the learner's words: a column's name, or null for the answer as a whole. Results are grouped by it. */
  readonly subject: string | null;
  /** What is wrong and what to do; of a passed check, what is right. May hold `code` in backticks. */
  readonly message: string;
  readonly why: string | null;
  /** To be unfolded one at a time. */
  readonly hints: readonly string[];
  readonly place: Place | null;
  /** PostgreSQL's own words, where it had any. */
  readonly database: DatabaseError | null;
}

/** Right, and worth a word all the same. */
export interface Note {
  readonly subject: string | null;
  readonly message: string;
  readonly place: Place | null;
}

export interface Verdict {
  /** No check failed. */
  readonly passed: boolean;
  readonly checks: readonly CheckResult[];
  readonly notes: readonly Note[];
}
