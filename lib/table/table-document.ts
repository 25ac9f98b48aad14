import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { YamlDocument, YamlPath } from '@/lib/shared/yaml';
import type { Allowance } from './table-spec';

const FIRST: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

export type Keys = { readonly [key: string]: Json };

export const isKeys = (value: Json | undefined): value is Keys =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);

/** One table within an answer, as it was written. */
export interface Sheet {
  readonly document: YamlDocument;
  /** Where the table begins: empty where it is the whole answer. */
  readonly base: YamlPath;
  readonly value: Json;
  readonly allows: readonly Allowance[];
}

/** The tables of an answer: the answer itself, or the items of its list. */
export function sheetsOf(document: YamlDocument, allows: readonly Allowance[]): readonly Sheet[] {
  if (!allows.includes('tables')) return [{ document, base: [], value: document.value, allows }];
  const tables = isKeys(document.value) ? document.value['tables'] : undefined;
  if (!Array.isArray(tables)) return [];
  return (tables as readonly Json[]).map((value, index) => ({
    document,
    base: ['tables', index],
    value,
    allows,
  }));
}

/** What stands at a path within a table; undefined where the path leads nowhere. */
export function valueIn({ value }: Sheet, path: YamlPath): Json | undefined {
  let at: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(step)];
    else at = isKeys(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

export const placeIn = ({ document, base }: Sheet, path: YamlPath, part: 'key' | 'value'): Place | null =>
  document.placeOf([...base, ...path], part);

/** What a table is called as far as it can be told; its number where it cannot. */
export function titleOf({ value, base }: Sheet): string {
  const name = isKeys(value) ? value['table'] : undefined;
  return isShortName(name) ? name : `table ${Number(base[1] ?? 0) + 1}`;
}

const isShortName = (name: Json | undefined): name is string =>
  typeof name === 'string' && name !== '' && name.length <= 63;

/** The column that a path leads to, by name or else by number: `orders.id` among several tables. */
export function subjectAt(sheet: Sheet, path: YamlPath): string | null {
  const several = sheet.base.length > 0;
  if (path[0] !== 'columns' || typeof path[1] !== 'number') return several ? titleOf(sheet) : null;
  const name = valueIn(sheet, ['columns', path[1], 'name']);
  const column = isShortName(name) ? name : `column ${path[1] + 1}`;
  return several ? `${titleOf(sheet)}.${column}` : column;
}

/** Where the parts of a table's YAML stand. */
export interface Places {
  readonly table: Place;
  /** The word `columns`: where a missing column is missed. */
  readonly columns: Place;
  /** A key of a column with its value, `nullable: false`; its name where that key was left out. */
  readonly column: (index: number, key: string) => Place;
  /** One of the table's indexes. */
  readonly index: (index: number) => Place;
}

export function placesOf(sheet: Sheet): Places {
  const pair = (path: YamlPath) => pairIn(sheet, path);
  return {
    table: pair(['table']) ?? FIRST,
    columns: placeIn(sheet, ['columns'], 'key') ?? FIRST,
    column: (index, key) =>
      pair(['columns', index, key]) ??
      pair(['columns', index, 'name']) ??
      placeIn(sheet, ['columns', index], 'value') ??
      FIRST,
    index: (index) => placeIn(sheet, ['indexes', index], 'value') ?? FIRST,
  };
}

/** The word `tables`, where a missing table is missed; the beginning of an answer that is one table. */
export const topOf = (document: YamlDocument): Place => document.placeOf(['tables'], 'key') ?? FIRST;

export const pairIn = ({ document, base }: Sheet, path: YamlPath): Place | null =>
  pairAt(document, [...base, ...path]);

/** A key and its value as one stretch; just the key when the value is elsewhere, behind an alias. */
function pairAt(document: YamlDocument, path: YamlPath): Place | null {
  const key = document.placeOf(path, 'key');
  const value = document.placeOf(path, 'value');
  if (key === null || value === null) return value;
  const after = value.line > key.line || (value.line === key.line && value.column >= key.column);
  return after ? { ...key, endLine: value.endLine, endColumn: value.endColumn } : key;
}
