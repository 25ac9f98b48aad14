import type { Place } from '@/lib/shared/place';
import type { ReadTable } from '@/lib/table/read-table';
import type { ColumnSpec } from '@/lib/table/table-spec';
import type { SchemaConfig } from './schema-config';

/** A learner's table beside the reference, as the rules look at it. */
export interface Answer {
  readonly config: SchemaConfig;
  readonly table: ReadTable;
  readonly columns: readonly AnswerColumn[];
  /** The first of that name; null where there is none. */
  readonly column: (name: string) => AnswerColumn | null;
  /** Columns that the reference does not have. */
  readonly extras: readonly AnswerColumn[];
}

export interface AnswerColumn extends ColumnSpec {
  /** Where one of its keys stands, or its name where that key was left out. */
  readonly at: (key: string) => Place;
}

export function answerOf(config: SchemaConfig, table: ReadTable): Answer {
  const columns = table.spec.columns.map((column, index) => ({
    ...column,
    at: (key: string) => table.places.column(index, key),
  }));
  const asked = new Set(config.reference.columns.map(({ name }) => name));
  return {
    config,
    table,
    columns,
    column: (name) => columns.find((column) => column.name === name) ?? null,
    extras: columns.filter(({ name }) => !asked.has(name)),
  };
}
