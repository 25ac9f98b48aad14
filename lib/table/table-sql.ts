import { quoteIdentifier, quoteLiteral } from './identifier';
import type { ColumnDefault, ColumnSpec, TableSpec } from './table-spec';

/** `CREATE TABLE` in aligned columns, one line for each of the table's: line n + 1 is column n. */
export function createTable({ table, columns }: TableSpec): string {
  const names = columns.map(({ name }) => quoteIdentifier(name));
  const types = columns.map(({ type }) => type.sql);
  const nameWidth = Math.max(...names.map(({ length }) => length));
  const typeWidth = Math.max(...types.map(({ length }) => length));
  const lines = columns.map((column, index) => {
    const name = (names[index] ?? '').padEnd(nameWidth);
    const type = (types[index] ?? '').padEnd(typeWidth);
    return `  ${name} ${type} ${constraints(column)}`.trimEnd();
  });
  return `CREATE TABLE ${quoteIdentifier(table)} (\n${lines.join(',\n')}\n);`;
}

/** An index over the rows in which `pending` is still empty: it holds those and no others. */
export const createPendingIndex = (table: string, key: string, pending: string): string =>
  `CREATE INDEX ON ${quoteIdentifier(table)} (${quoteIdentifier(key)}) WHERE ${quoteIdentifier(pending)} IS NULL;`;

const constraints = (column: ColumnSpec): string =>
  [
    column.pk ? 'PRIMARY KEY' : nullability(column),
    column.default === null ? null : `DEFAULT ${defaultSql(column.default)}`,
  ]
    .filter((part) => part !== null)
    .join(' ');

function nullability({ nullable }: ColumnSpec): string | null {
  if (nullable === null) return null;
  return nullable ? 'NULL' : 'NOT NULL';
}

function defaultSql(value: ColumnDefault): string {
  if (value.kind === 'call') return value.call;
  return typeof value.value === 'string' ? quoteLiteral(value.value) : String(value.value);
}
