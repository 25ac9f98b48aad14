import type { Literal } from '@/lib/table/predicate';
import type { Allowance, TableSpec } from '@/lib/table/table-spec';
import type { RuleName } from './rules';

/** What the instructor's files become: JSON, shipped to the page. */
export interface SchemaConfig {
  /** The table of the first solution, or its tables. */
  readonly tables: readonly TableSpec[];
  /** What an answer may say beyond the plain shape. */
  readonly allows: readonly Allowance[];
  /** Tables may be called as the learner likes. */
  readonly anyTable: boolean;
  readonly roles: readonly Role[];
  /** Tables that are there already. */
  readonly beside: readonly TableSpec[];
  /** An index that the activity gives, because the answer's shape has no place for it. */
  readonly index: { readonly table: string; readonly on: string; readonly pending: string } | null;
  /** What probes write into a column of the reference, where no value of its type would do. */
  readonly samples: readonly { readonly table: string; readonly column: string; readonly value: Literal }[];
  readonly checks: readonly SchemaCheck[];
}

export const FORMS = ['uuid', 'status', 'flag'] as const;

/** Another way to do what a column does: a key that is no number, a word or a yes and no instead of a time. */
export type Form = (typeof FORMS)[number];

/** A column of the reference that a column of another name may stand for. */
export interface Role {
  readonly table: string;
  readonly column: string;
  readonly names: readonly string[];
  readonly or: readonly Form[];
}

/** One check of activity.yaml: a rule, what it is about, and what to say when it fails. */
export interface SchemaCheck {
  readonly id: string;
  readonly rule: RuleName;
  /** The table of the reference that it is about; null where it holds for each. */
  readonly table: string | null;
  /** The column of the reference that it is about. */
  readonly column: string | null;
  /** For `unique-together`: the columns. */
  readonly columns: readonly string[];
  /** For `type`: the types, by PostgreSQL's own name, that this check is about. Empty: all that no other took. */
  readonly given: readonly string[];
  /** For `check-refuses` and `check-takes`. */
  readonly values: readonly Literal[];
  /** For `long-enough`: the least length. */
  readonly atLeast: number;
  /** May hold `{column}`, `{found}`, `{expected}` and `{table}`. */
  readonly says: string;
  readonly why: string | null;
  readonly hints: readonly string[];
}

export const asksSeveral = ({ allows }: Pick<SchemaConfig, 'allows'>): boolean => allows.includes('tables');
