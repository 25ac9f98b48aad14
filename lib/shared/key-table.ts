// The keys of a file as tables for its authors, from the schema that reads them: so the two cannot differ.
import { grouped } from './count-words';
import type { Json, JsonSchema } from './json';

/** Keys by name, as the `properties` of a JSON Schema. */
export type Properties = { readonly [key: string]: JsonSchema };

const propertiesOf = (schema: JsonSchema): Properties => (schema['properties'] ?? {}) as Properties;

/** The keys of a map, or of each item of a list of maps; null for anything else. */
export function innerKeys(schema: JsonSchema): Properties | null {
  const items = schema['items'] as JsonSchema | undefined;
  const inner = items === undefined ? propertiesOf(schema) : propertiesOf(items);
  return Object.keys(inner).length === 0 ? null : inner;
}

/** One markdown table: what may stand at each key, what is meant without it, and what it says. */
export const keyTable = (keys: Properties): string =>
  [
    '| key | value | left out | |',
    '|---|---|---|---|',
    ...Object.entries(keys)
      .flatMap(([key, schema]) => flat(key, schema))
      .map(rowOf),
  ].join('\n');

/** The keys at the top in one table, then one for each list of maps below them, named by its key. */
export function keyTables(keys: Properties): string {
  const inner = Object.entries(keys).filter(
    ([, schema]) => schema['type'] === 'array' && innerKeys(schema) !== null,
  );
  return [
    keyTable(keys),
    ...inner.map(([key, schema]) => `In each of \`${key}\`:\n\n${keyTables(innerKeys(schema) ?? {})}`),
  ].join('\n\n');
}

/** A key that is a map itself is told key by key. */
const flat = (key: string, schema: JsonSchema): readonly (readonly [string, JsonSchema])[] => {
  const inner = Object.entries(propertiesOf(schema));
  return inner.length === 0 ? [[key, schema]] : inner.map(([name, part]) => [`${key}.${name}`, part]);
};

const rowOf = ([key, schema]: readonly [string, JsonSchema]): string =>
  `| \`${key}\` | ${formOf(schema)} | ${defaultOf(schema)} | ${textOf(schema)} |`;

/** What may stand there, in few words. */
function formOf(schema: JsonSchema): string {
  const choices = schema['enum'] as readonly Json[] | undefined;
  if (choices !== undefined) {
    return choices.length > 12
      ? 'a kind of step'
      : choices.map((choice) => `\`${String(choice)}\``).join(' · ');
  }
  if (schema['title'] !== undefined) return String(schema['title']);
  const several = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (several !== undefined) return several.map(formOf).join(' or ');
  switch (schema['type']) {
    case 'boolean':
      return '`true` · `false`';
    case 'integer':
    case 'number':
      return rangeOf(schema);
    case 'array':
      return innerKeys(schema) === null ? `list of ${formOf(schema['items'] as JsonSchema)}` : 'list of maps';
    case 'object':
      return 'a map';
    case 'string':
      return schema['minLength'] === undefined ? 'a name' : 'text';
    default:
      return 'any value';
  }
}

function rangeOf({ minimum, maximum }: JsonSchema): string {
  if (minimum === undefined) return 'a number';
  return maximum === undefined
    ? `${grouped(Number(minimum))} or more`
    : `${grouped(Number(minimum))} to ${grouped(Number(maximum))}`;
}

function defaultOf(schema: JsonSchema): string {
  const value = schema['default'];
  if (value === undefined) return '';
  return typeof value === 'object' ? `\`${JSON.stringify(value)}\`` : `\`${String(value)}\``;
}

const textOf = (schema: JsonSchema): string => String(schema['description'] ?? '').replaceAll('|', '\\|');
