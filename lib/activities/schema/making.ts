// The statements that make a learner's tables, in an order in which they can be made, and what each of them makes.
import { inCreationOrder } from '@/lib/table/creation-order';
import type { TableSpec } from '@/lib/table/table-spec';
import { createIndex, createIndexes, createTable } from '@/lib/table/table-sql';
import { type Cast, playerOf } from './casting';
import { pendingIn } from './pending';
import type { SchemaConfig } from './schema-config';

interface Making {
  readonly sql: string;
  /** Null for what is given with the activity. */
  readonly table: TableSpec | null;
  readonly makes: 'table' | 'index';
}

/** Tables that were there, the learner's with their indexes, and the index that is given, if there are the columns for it. */
export function makingOf(
  config: SchemaConfig,
  own: readonly TableSpec[],
  casts: readonly Cast[],
): readonly Making[] {
  const index = givenIndex(config, casts);
  return [
    ...ordered(config.beside).flatMap((table) => statements(table, null)),
    ...ordered(own).flatMap((table) => statements(table, table)),
    ...(index === null ? [] : [{ sql: index, table: null, makes: 'index' as const }]),
  ];
}

const statements = (spec: TableSpec, table: TableSpec | null): readonly Making[] => [
  { sql: createTable(spec), table, makes: 'table' },
  ...createIndexes(spec).map((sql) => ({ sql, table, makes: 'index' as const })),
];

const ordered = (tables: readonly TableSpec[]): readonly TableSpec[] =>
  inCreationOrder(
    tables.map((spec) => ({
      table: spec.table,
      refersTo: spec.columns.flatMap(({ references }) => (references === null ? [] : [references.table])),
      spec,
    })),
  ).map(({ spec }) => spec);

function givenIndex({ index }: SchemaConfig, casts: readonly Cast[]): string | null {
  const cast = casts.find(({ asked }) => asked.table === index?.table);
  if (index === null || cast === undefined) return null;
  const [on, pending] = [playerOf(cast, index.on), playerOf(cast, index.pending)];
  if (on === null || pending === null) return null;
  return createIndex(cast.table.table, {
    columns: [on.name],
    unique: false,
    where: pendingIn(cast, index.pending),
  });
}
