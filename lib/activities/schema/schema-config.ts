import type { TableSpec } from '@/lib/table/table-spec';
import type { RuleName } from './rules';

/** What the instructor's files become: JSON, shipped to the page. */
export interface SchemaConfig {
  /** The table of the first solution. */
  readonly reference: TableSpec;
  /** An index that the activity gives, because the answer's shape has no place for it. */
  readonly index: { readonly on: string; readonly pending: string } | null;
  readonly checks: readonly SchemaCheck[];
}

/** One check of activity.yaml: a rule, what it is about, and what to say when it fails. */
export interface SchemaCheck {
  readonly id: string;
  readonly rule: RuleName;
  /** The column of the reference that it is about. */
  readonly column: string | null;
  /** For `type`: the types, by PostgreSQL's own name, that this check is about. Empty: all that no other took. */
  readonly given: readonly string[];
  /** For `long-enough`: the least length. */
  readonly atLeast: number;
  /** May hold `{column}`, `{found}`, `{expected}` and `{table}`. */
  readonly says: string;
  readonly why: string | null;
  readonly hints: readonly string[];
}
