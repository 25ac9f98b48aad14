// Rows for somebody who asks to see them.
import type { Json } from '@/lib/shared/json';
import type { Row } from '../evidence';
import type { Explanation, ShownTable } from '../verdict';
import type { Ran } from './ran';

/** More than that nobody reads. */
const MOST_SHOWN = 20;

/** The tables before and after a run; rows that are new or changed are marked. */
export function beforeAndAfter(tables: readonly string[], ran: Ran): readonly ShownTable[] {
  const when = ran.crashedAfter === null ? 'after' : 'after the crash';
  return tables.flatMap((table) => {
    const before = ran.before(table);
    const known = new Set(before.map((row) => JSON.stringify(row)));
    return [
      shownTable(`${table}, before`, before, () => false),
      shownTable(`${table}, ${when}`, ran.after(table), (row) => !known.has(JSON.stringify(row))),
    ];
  });
}

export function shownTable(
  title: string,
  rows: readonly Row[],
  isMarked: (row: Row, place: number) => boolean,
): ShownTable {
  const shown = rows.slice(0, MOST_SHOWN);
  return {
    title: rows.length > shown.length ? `${title} (${shown.length} of ${rows.length} rows)` : title,
    columns: [...new Set(shown.flatMap((row) => Object.keys(row)))],
    rows: shown,
    marked: shown.flatMap((row, place) => (isMarked(row, place) ? [place] : [])),
  };
}

export const rowsExplained = (tables: readonly ShownTable[]): Explanation => ({ show: 'rows', tables });

/** Rows in a sentence: `orders: 0, events: 1`. */
export const rowsInWords = (rows: readonly Row[]): string =>
  rows.length === 0 ? 'no row' : rows.map(rowInWords).join('; ');

const rowInWords = (row: Row): string =>
  Object.entries(row)
    .map(([column, value]) => `${column}: ${valueInWords(value)}`)
    .join(', ');

const valueInWords = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
