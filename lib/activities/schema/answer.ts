import type { Place } from '@/lib/shared/place';
import type { ReadTable } from '@/lib/table/read-table';
import type { ColumnSpec, TableSpec } from '@/lib/table/table-spec';
import { type Cast, castOf, labelIn, labelOfPart, type Part } from './casting';
import type { SchemaConfig } from './schema-config';

/** A learner's table beside the one of the reference whose part it plays, as the rules look at it. */
export interface Answer {
  readonly config: SchemaConfig;
  readonly table: ReadTable;
  readonly cast: Cast;
  /** Every table that the learner wrote, and those that were given. */
  readonly tables: readonly TableSpec[];
  readonly casts: readonly Cast[];
  readonly columns: readonly AnswerColumn[];
  /** The one in the part of a column of the reference; null where there is none. */
  readonly column: (name: string) => AnswerColumn | null;
  readonly partOf: (name: string) => Part | null;
  /** The reference's own. */
  readonly asked: (name: string) => ColumnSpec | null;
  /** What the learner reads of a column of the reference. */
  readonly labelOf: (name: string) => string;
  /** Columns that play no part. */
  readonly extras: readonly AnswerColumn[];
}

export interface AnswerColumn extends ColumnSpec {
  /** Its name; with its table where there are several. */
  readonly label: string;
  /** Where one of its keys stands, or its name where that key was left out. */
  readonly at: (key: string) => Place;
}

/** An answer for each table of the reference for which there is one. */
export function answersOf(config: SchemaConfig, tables: readonly ReadTable[]): readonly Answer[] {
  const specs = tables.map(({ spec }) => spec);
  const casts = castOf(config, specs);
  const all = [...config.beside, ...specs];
  return casts.flatMap((cast) => {
    const table = tables.find(({ spec }) => spec === cast.table);
    return table === undefined ? [] : [answerOf(config, table, cast, casts, all)];
  });
}

function answerOf(
  config: SchemaConfig,
  table: ReadTable,
  cast: Cast,
  casts: readonly Cast[],
  tables: readonly TableSpec[],
): Answer {
  const columns = table.spec.columns.map((column, index) => ({
    ...column,
    label: labelIn(config, cast, column.name),
    at: (key: string) => table.places.column(index, key),
  }));
  const playing = new Set(Object.values(cast.parts).map(({ column }) => column));
  return {
    config,
    table,
    cast,
    tables,
    casts,
    columns,
    column: (name) => columns.find((column) => column.name === cast.parts[name]?.column) ?? null,
    partOf: (name) => cast.parts[name] ?? null,
    asked: (name) => cast.asked.columns.find((column) => column.name === name) ?? null,
    labelOf: (name) => labelOfPart(config, cast, name),
    extras: columns.filter(({ name }) => !playing.has(name)),
  };
}
