import { quoteIdentifier, quoteLiteral } from '@/lib/table/identifier';
import { allowsNull, type ColumnSpec, type TableSpec } from '@/lib/table/table-spec';
import { createIndex } from '@/lib/table/table-sql';

/** A value that a column of this type takes, as SQL; null for a type that the probes cannot fill. */
function sample({ type }: ColumnSpec): string | null {
  switch (type.array ? 'array' : type.base) {
    case 'uuid':
      return quoteLiteral('0d9e3a52-9a3c-4c53-9d8b-5f6a1c0e7b11');
    case 'text':
    case 'character varying':
      return quoteLiteral('OrderPlaced');
    case 'json':
    case 'jsonb':
      return quoteLiteral('{"total": 42}');
    case 'timestamp with time zone':
    case 'timestamp without time zone':
      return 'now()';
    case 'bigint':
    case 'integer':
      return '1';
    case 'boolean':
      return 'false';
    default:
      return null;
  }
}

/** The columns that an insert must name: those that are never empty and get no value by themselves. */
const named = ({ columns }: TableSpec): readonly ColumnSpec[] =>
  columns.filter((column) => !(allowsNull(column) || column.type.numbered) && column.default === null);

/** Columns of a reference that no probe could fill. */
export const unfillable = (reference: TableSpec): readonly ColumnSpec[] =>
  named(reference).filter((column) => sample(column) === null);

type Values = readonly (readonly [column: string, value: string])[];

const valuesOf = (reference: TableSpec): Values =>
  named(reference).map((column) => [column.name, sample(column) ?? 'NULL'] as const);

/** The least that the reference asks of a row, and what is given besides. */
export function insert(reference: TableSpec, given: Readonly<Record<string, string>> = {}): string {
  const values = [...Object.entries(given), ...valuesOf(reference)];
  const columns = values.map(([name]) => quoteIdentifier(name)).join(', ');
  return `INSERT INTO ${quoteIdentifier(reference.table)} (${columns}) VALUES (${values.map(([, value]) => value).join(', ')})`;
}

/** Many rows in one statement: first those in which `pending` is set, then those in which it is empty. */
export function insertMany(reference: TableSpec, pending: string, sent: number, waiting: number): string {
  const values = valuesOf(reference);
  const columns = [...values.map(([name]) => name), pending].map(quoteIdentifier).join(', ');
  const selected = [...values.map(([, value]) => value), `CASE WHEN n <= ${sent} THEN now() END`].join(', ');
  return `INSERT INTO ${quoteIdentifier(reference.table)} (${columns}) SELECT ${selected} FROM generate_series(1, ${sent + waiting}) AS n`;
}

export const createPendingIndex = (table: string, key: string, pending: string): string =>
  createIndex(table, {
    columns: [key],
    unique: false,
    where: { kind: 'null', term: { column: pending, length: false }, not: false },
  });
