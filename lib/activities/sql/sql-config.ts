import type { Json } from '@/lib/shared/json';
import type { SqlValue } from '../evidence';
import type { ClaimsConfig } from './claims/claims-config';
import type { RuleName } from './rules';

/** What the instructor's files become: JSON, shipped to the page. */
export interface SqlConfig {
  /** The tables that are given. */
  readonly schema: string;
  /** Their rows. */
  readonly fixtures: string;
  /** Read before and after each run, and shown. */
  readonly tables: readonly string[];
  /** What `$1`, `$2` … stand for, in words. */
  readonly parameters: readonly string[];
  /** At least one. Crashes are tried in the first. */
  readonly cases: readonly SqlCase[];
  readonly checks: readonly SqlCheck[];
  /** How the answer is taken for a relay's claim; null where it is none. */
  readonly claims: ClaimsConfig | null;
}

/** One set of values that the answer is run with. */
export interface SqlCase {
  /** Null for the first, which goes without saying; else such as `a second order`. */
  readonly name: string | null;
  readonly parameters: readonly SqlValue[];
  /** Runs after the fixtures. */
  readonly given: string | null;
}

/** One check of activity.yaml: a rule, what it looks at, and what to say. */
export interface SqlCheck {
  readonly id: string;
  readonly rule: RuleName;
  /** What it is about, in the learner's words. */
  readonly about: string | null;
  readonly query: string | null;
  /** For `rows`. */
  readonly equals: readonly { readonly [column: string]: Json }[];
  readonly ordered: boolean;
  /** For `affects`. */
  readonly table: string | null;
  readonly key: string;
  readonly inserts: number;
  readonly updates: number;
  readonly deletes: number;
  /** For `invariant`. */
  readonly when: readonly When[];
  /** For `plan`. */
  readonly uses: string | null;
  readonly avoids: string | null;
  /** For `forbids`: nodes of PostgreSQL's tree. */
  readonly nodes: readonly string[];
  /** For `refuses`: the SQLSTATE of the refusal. */
  readonly code: string | null;
  /** May hold `{when}`, `{found}`, `{expected}`, `{statement}`, `{line}` and `{table}`. */
  readonly says: string;
  /** What is said of it when it has passed, where `{found}` stands for the rule's own words; null for these alone. */
  readonly works: string | null;
  readonly why: string | null;
  readonly hints: readonly string[];
}

export type When = 'end' | 'crash';
