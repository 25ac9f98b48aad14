// A table as its writer meant it: what the YAML says, before anything judges it.
import type { ColumnType } from './column-types';

export interface TableSpec {
  readonly table: string;
  readonly columns: readonly ColumnSpec[];
}

export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  readonly pk: boolean;
  /** As written; null where it was left out, which means what SQL means. */
  readonly nullable: boolean | null;
  readonly default: ColumnDefault | null;
}

export type ColumnDefault =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'call'; readonly call: DefaultCall };

export const DEFAULT_CALLS = ['now()', 'clock_timestamp()', 'gen_random_uuid()', 'uuidv7()'] as const;

export type DefaultCall = (typeof DEFAULT_CALLS)[number];

/** SQL's rule: a column may be empty unless it is told not to be, or is the key, or numbers itself. */
export const allowsNull = (column: ColumnSpec): boolean =>
  !(column.pk || column.type.numbered) && column.nullable !== false;
