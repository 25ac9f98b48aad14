// A table as its writer meant it: what the YAML says, before anything judges it.
import type { ColumnType } from './column-types';
import type { Predicate } from './predicate';

export interface TableSpec {
  readonly table: string;
  readonly columns: readonly ColumnSpec[];
  readonly indexes: readonly IndexSpec[];
  /** The key is made of several columns, which an activity has to allow. */
  readonly composite: boolean;
}

export interface ColumnSpec {
  readonly name: string;
  /** With an identity the type is one that numbers itself. */
  readonly type: ColumnType;
  readonly pk: boolean;
  /** As written; null where it was left out, which means what SQL means. */
  readonly nullable: boolean | null;
  readonly default: ColumnDefault | null;
  readonly unique: boolean;
  readonly references: Reference | null;
  /** Speaks of this column alone. */
  readonly check: Predicate | null;
  readonly identity: Identity | null;
}

export const DELETIONS = ['cascade', 'restrict', 'set null', 'no action'] as const;

/** What becomes of a row when the one that it refers to is deleted. */
export type Deletion = (typeof DELETIONS)[number];

export interface Reference {
  readonly table: string;
  readonly column: string;
  readonly onDelete: Deletion | null;
}

export const IDENTITIES = ['always', 'by default'] as const;

export type Identity = (typeof IDENTITIES)[number];

export interface IndexSpec {
  readonly columns: readonly string[];
  readonly unique: boolean;
  readonly where: Predicate | null;
}

export type ColumnDefault =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'call'; readonly call: DefaultCall };

export const DEFAULT_CALLS = ['now()', 'clock_timestamp()', 'gen_random_uuid()', 'uuidv7()'] as const;

export type DefaultCall = (typeof DEFAULT_CALLS)[number];

/** What an activity may let its answers say beyond the plain shape. */
export const ALLOWANCES = [
  'unique',
  'references',
  'check',
  'identity',
  'indexes',
  'tables',
  'composite-key',
] as const;

export type Allowance = (typeof ALLOWANCES)[number];

/** SQL's rule: a column may be empty unless it is told not to be, or is the key, or numbers itself. */
export const allowsNull = (column: ColumnSpec): boolean =>
  !(column.pk || column.type.numbered) && column.nullable !== false;
