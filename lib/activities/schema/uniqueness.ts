import type { TableSpec } from '@/lib/table/table-spec';

/** What keeps two rows from holding the same value in this column, whatever stands in the others. */
export const isAloneUnique = ({ columns, indexes }: TableSpec, name: string): boolean =>
  columns.some((column) => column.name === name && (column.unique || (column.pk && isOnlyKey(columns)))) ||
  indexes.some((index) => index.unique && index.where === null && index.columns.join() === name);

/** Whether two rows may not share their value in a column, alone or with others. */
export const isDistinct = ({ columns, indexes }: TableSpec, name: string): boolean =>
  columns.some((column) => column.name === name && (column.unique || column.pk)) ||
  indexes.some((index) => index.unique && index.columns.includes(name));

export const isOnlyKey = (columns: TableSpec['columns']): boolean =>
  columns.filter(({ pk }) => pk).length === 1;
