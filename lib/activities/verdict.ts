import type { Place } from '@/lib/shared/place';
import type { Explored } from '@/lib/sim/explore/explored';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import type { DatabaseError, Row } from './evidence';

/** What shows a failure to somebody who asks why: on the stage, or as rows. */
export type Explanation =
  /** A run in time, as it was judged. */
  | { readonly show: 'run'; readonly scenario: Scenario; readonly commands: readonly Command[] }
  /** The order of things that breaks it, step by step. */
  | { readonly show: 'schedule'; readonly scenario: Scenario; readonly explored: Explored }
  /** Rows, side by side. */
  | { readonly show: 'rows'; readonly tables: readonly ShownTable[] };

export interface ShownTable {
  /** Such as "orders, before" or "what the query gave". */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Places of the rows to look at, counted from 0. */
  readonly marked: readonly number[];
}

/** What one check found. A check that did not get to run has no result. */
export interface CheckResult {
  /** Permanent. Those in `RESERVED_CHECKS` are every answer's; the others are the activity's own. */
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
  /** What to open for whoever asks to see it; left out where there is nothing to see. */
  readonly explanation?: Explanation;
}

/** The first layers of every answer, and what stands in for a verdict where the answer runs off. */
export const RESERVED_CHECKS: readonly string[] = ['size', 'yaml', 'shape', 'syntax', 'limit', 'database'];

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

export const verdictOf = (checks: readonly CheckResult[], notes: readonly Note[] = []): Verdict => ({
  passed: checks.every(({ passed }) => passed),
  checks,
  notes,
});
