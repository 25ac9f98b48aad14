import { quoteIdentifier, quoteLiteral } from './identifier';
import { predicateSql } from './predicate-sql';
import type { ColumnDefault, ColumnSpec, IndexSpec, Reference, TableSpec } from './table-spec';

/** `CREATE TABLE` in aligned columns, one line for each of the table's: line n + 1 is column n. */
export function createTable({ table, columns, composite }: TableSpec): string {
  const names = columns.map(({ name }) => quoteIdentifier(name));
  const types = columns.map(({ type }) => type.sql);
  const nameWidth = Math.max(...names.map(({ length }) => length));
  const typeWidth = Math.max(...types.map(({ length }) => length));
  const lines = columns.map((column, index) => {
    const name = (names[index] ?? '').padEnd(nameWidth);
    const type = (types[index] ?? '').padEnd(typeWidth);
    return `  ${name} ${type} ${constraints(column, composite)}`.trimEnd();
  });
  const key = columns.filter(({ pk }) => pk).map(({ name }) => name);
  const last = composite ? [`  PRIMARY KEY (${listSql(key)})`] : [];
  return `CREATE TABLE ${quoteIdentifier(table)} (\n${[...lines, ...last].join(',\n')}\n);`;
}

/** The indexes that a table brings along, in their order. */
export const createIndexes = ({ table, indexes }: TableSpec): readonly string[] =>
  indexes.map((index) => createIndex(table, index));

export function createIndex(table: string, { columns, unique, where }: IndexSpec): string {
  const condition = where === null ? '' : ` WHERE ${predicateSql(where)}`;
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ON ${quoteIdentifier(table)} (${listSql(columns)})${condition};`;
}

/** A foreign key as it stands in a column. */
const referenceSql = ({ table, column, onDelete }: Reference): string =>
  `REFERENCES ${quoteIdentifier(table)} (${quoteIdentifier(column)})${onDelete === null ? '' : ` ON DELETE ${onDelete.toUpperCase()}`}`;

const listSql = (columns: readonly string[]): string => columns.map(quoteIdentifier).join(', ');

function constraints(column: ColumnSpec, composite: boolean): string {
  const { identity, unique, check, references } = column;
  return [
    identity === null ? null : `GENERATED ${identity.toUpperCase()} AS IDENTITY`,
    column.pk && !composite ? 'PRIMARY KEY' : nullability(column),
    unique ? 'UNIQUE' : null,
    column.default === null ? null : `DEFAULT ${defaultSql(column.default)}`,
    check === null ? null : `CHECK (${predicateSql(check)})`,
    references === null ? null : referenceSql(references),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function nullability({ nullable }: ColumnSpec): string | null {
  if (nullable === null) return null;
  return nullable ? 'NULL' : 'NOT NULL';
}

function defaultSql(value: ColumnDefault): string {
  if (value.kind === 'call') return value.call;
  return typeof value.value === 'string' ? quoteLiteral(value.value) : String(value.value);
}
