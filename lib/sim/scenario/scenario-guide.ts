// The keys of a scenario file as tables for its authors, from the schema that reads them: so the two cannot differ.
import type { JsonSchema } from '@/lib/shared/json';
import { scenarioSchema } from './scenario-schema';
import { FAULT_KEYS } from './scenario-schema/faults';

/** One table a section, in markdown; each section is the name of a key at the top, and one for a fault's keys. */
export function keyTables(): string {
  const top = propertiesOf(scenarioSchema);
  const sections = Object.entries(top).filter(([, schema]) => innerOf(schema) !== null);
  const plain = Object.entries(top).filter(([, schema]) => innerOf(schema) === null);
  return [
    table('At the top', plain),
    ...sections.map(([name, schema]) => table(`\`${name}\``, Object.entries(innerOf(schema) ?? {}))),
    faultTable(),
  ].join('\n\n');
}

type Properties = { readonly [key: string]: JsonSchema };

const propertiesOf = (schema: JsonSchema): Properties => (schema['properties'] ?? {}) as Properties;

/** The keys of a map, or of each item of a list of maps. */
function innerOf(schema: JsonSchema): Properties | null {
  const items = schema['items'] as JsonSchema | undefined;
  const inner = items === undefined ? propertiesOf(schema) : propertiesOf(items);
  return Object.keys(inner).length === 0 ? null : inner;
}

const table = (title: string, keys: readonly (readonly [string, JsonSchema])[]): string =>
  [
    `### ${title}`,
    '',
    '| key | value | left out | |',
    '|---|---|---|---|',
    ...keys.flatMap(([key, schema]) => flat(key, schema)).map(rowOf),
  ].join('\n');

/** A key that is a map itself is told key by key. */
const flat = (key: string, schema: JsonSchema): readonly (readonly [string, JsonSchema])[] => {
  const inner = Object.entries(propertiesOf(schema));
  return inner.length === 0 ? [[key, schema]] : inner.map(([name, part]) => [`${key}.${name}`, part]);
};

const rowOf = ([key, schema]: readonly [string, JsonSchema]): string =>
  `| \`${key}\` | ${formOf(schema)} | ${defaultOf(schema)} | ${textOf(schema)} |`;

/** What may stand there, in few words. */
function formOf(schema: JsonSchema): string {
  const choices = schema['enum'] as readonly string[] | undefined;
  if (choices !== undefined) {
    return choices.length > 12 ? 'a kind of step' : choices.map((choice) => `\`${choice}\``).join(' · ');
  }
  switch (schema['type']) {
    case 'boolean':
      return '`true` · `false`';
    case 'integer':
    case 'number':
      return `${grouped(schema['minimum'])} to ${grouped(schema['maximum'])}`;
    case 'array':
      return `list of ${formOf(schema['items'] as JsonSchema)}`;
    default:
      return 'a name';
  }
}

const grouped = (value: unknown): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

function defaultOf(schema: JsonSchema): string {
  const value = schema['default'];
  if (value === undefined) return '';
  return typeof value === 'object' ? `\`${JSON.stringify(value)}\`` : `\`${String(value)}\``;
}

const textOf = (schema: JsonSchema): string => String(schema['description'] ?? '').replaceAll('|', '\\|');

const faultTable = (): string =>
  [
    '### What each fault needs',
    '',
    '| `do` | needs | may have |',
    '|---|---|---|',
    ...Object.entries(FAULT_KEYS).map(
      ([fault, { needs, may }]) => `| \`${fault}\` | ${named(needs)} | ${named(may)} |`,
    ),
  ].join('\n');

const named = (keys: readonly string[]): string => keys.map((key) => `\`${key}\``).join(', ');
