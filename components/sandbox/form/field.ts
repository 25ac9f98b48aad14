// What a key of a scenario looks like in the form, read from its schema: a pure function, so that a new key needs no code here.
import type { Json, JsonSchema } from '@/lib/shared/json';

export type Path = readonly (string | number)[];

interface Known {
  readonly key: string;
  readonly path: Path;
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** The value that stands where the text says nothing. */
  readonly usual: Json | undefined;
}

export type Field =
  | (Known & { readonly as: 'choice'; readonly names: readonly string[] })
  | (Known & { readonly as: 'flag' })
  /** `form`: what it must look like, in words, where the pattern says so. */
  | (Known & { readonly as: 'text'; readonly pattern: string; readonly form: string })
  | (Known & {
      readonly as: 'number';
      readonly least: number;
      readonly most: number;
      readonly whole: boolean;
    })
  | (Known & { readonly as: 'numbers' | 'words' })
  | (Known & { readonly as: 'names'; readonly names: readonly string[] })
  | (Known & { readonly as: 'section'; readonly fields: readonly Field[] });

type Properties = { readonly [key: string]: JsonSchema };

/** The fields of a section, in the order of its schema. */
export const fieldsOf = (schema: JsonSchema, path: Path): readonly Field[] =>
  Object.entries((schema['properties'] ?? {}) as Properties).map(([key, property]) =>
    fieldOf(key, property, [...path, key]),
  );

function fieldOf(key: string, schema: JsonSchema, path: Path): Field {
  const known: Known = {
    key,
    path,
    meaning: String(schema['description'] ?? ''),
    usual: schema['default'],
  };
  if (Array.isArray(schema['enum'])) return { ...known, as: 'choice', names: schema['enum'] as string[] };
  switch (schema['type']) {
    case 'boolean':
      return { ...known, as: 'flag' };
    case 'integer':
    case 'number':
      return {
        ...known,
        as: 'number',
        least: Number(schema['minimum'] ?? 0),
        most: Number(schema['maximum'] ?? Number.MAX_SAFE_INTEGER),
        whole: schema['type'] === 'integer',
      };
    case 'array':
      return listOf(known, schema['items'] as JsonSchema);
    case 'object':
      return { ...known, as: 'section', fields: fieldsOf(schema, path) };
    default:
      return {
        ...known,
        as: 'text',
        pattern: String(schema['pattern'] ?? ''),
        form: String(schema['title'] ?? 'any text'),
      };
  }
}

function listOf(known: Known, items: JsonSchema): Field {
  if (Array.isArray(items['enum'])) return { ...known, as: 'names', names: items['enum'] as string[] };
  return { ...known, as: items['type'] === 'integer' ? 'numbers' : 'words' };
}

/** The part of a value at a path; undefined where there is none. */
export const valueAt = (value: unknown, path: Path): Json | undefined =>
  path.reduce<unknown>(
    (part, key) => (part === null || typeof part !== 'object' ? undefined : Reflect.get(part, key)),
    value,
  ) as Json | undefined;

/** The value differs from the one that stands where the text says nothing. */
export const isChanged = ({ usual }: Field, value: Json | undefined): boolean =>
  usual !== undefined && value !== undefined && JSON.stringify(value) !== JSON.stringify(usual);

/** A list as somebody types it: `1, 3` or `order.*, #`. Null where an item is not what the list holds. */
export function listFrom(typed: string, as: 'numbers' | 'words'): Json | null {
  const items = typed
    .split(/[\s,]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (as === 'words') return items;
  const numbers = items.map(Number);
  return numbers.every((number) => Number.isInteger(number) && number > 0) ? numbers : null;
}

/** A list in one line. */
export const listWords = (value: Json | undefined): string => (Array.isArray(value) ? value.join(', ') : '');
