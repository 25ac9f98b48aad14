import type { Json } from '@/lib/shared/json';
import type { Place } from '@/lib/shared/place';
import type { YamlDocument, YamlPath } from '@/lib/shared/yaml';

const FIRST: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

export type Keys = { readonly [key: string]: Json };

export const isKeys = (value: Json | undefined): value is Keys =>
  value !== undefined && value !== null && typeof value === 'object' && !Array.isArray(value);

/** Where the parts of a table's YAML stand. */
export interface Places {
  readonly table: Place;
  /** The word `columns`: where a missing column is missed. */
  readonly columns: Place;
  /** A key of a column with its value, `nullable: false`; its name where that key was left out. */
  readonly column: (index: number, key: string) => Place;
}

export function placesOf(document: YamlDocument): Places {
  const pair = (path: YamlPath) => pairAt(document, path);
  return {
    table: pair(['table']) ?? FIRST,
    columns: document.placeOf(['columns'], 'key') ?? FIRST,
    column: (index, key) =>
      pair(['columns', index, key]) ??
      pair(['columns', index, 'name']) ??
      document.placeOf(['columns', index], 'value') ??
      FIRST,
  };
}

/** A key and its value as one stretch; just the key when the value is elsewhere, behind an alias. */
export function pairAt(document: YamlDocument, path: YamlPath): Place | null {
  const key = document.placeOf(path, 'key');
  const value = document.placeOf(path, 'value');
  if (key === null || value === null) return value;
  const after = value.line > key.line || (value.line === key.line && value.column >= key.column);
  return after ? { ...key, endLine: value.endLine, endColumn: value.endColumn } : key;
}
