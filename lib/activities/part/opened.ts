// Which keys of a scenario an answer may write, and the JSON Schema of such an answer.
import { runSchema } from '@/lib/link/run-schema';
import type { Json, JsonSchema } from '@/lib/shared/json';
import type { YamlPath } from '@/lib/shared/yaml';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';

/** A path of keys, joined by dots: `relays.retry`. Besides those of a scenario there is `commands`. */
export type Opened = string;

export const COMMANDS = 'commands';

type Properties = { readonly [key: string]: JsonSchema };

const propertiesOf = (schema: JsonSchema | undefined): Properties =>
  (schema?.['properties'] ?? {}) as Properties;

const commandsSchema = propertiesOf(runSchema)[COMMANDS] as JsonSchema;

/** The schema at a path; null where a scenario has no such key. */
export function schemaAt(path: Opened): JsonSchema | null {
  if (path === COMMANDS) return commandsSchema;
  let schema: JsonSchema | undefined = scenarioSchema;
  for (const key of path.split('.')) schema = propertiesOf(schema)[key];
  return schema ?? null;
}

export interface Stray {
  readonly path: YamlPath;
  /** Null where the key is a scenario's, though not the learner's to write. */
  readonly unknown: string | null;
}

/** The keys of an answer that are not the learner's to write. */
export function straysIn(
  value: Json,
  opens: readonly Opened[],
  path: readonly string[] = [],
): readonly Stray[] {
  return Object.entries(mapOf(value)).flatMap(([key, part]): readonly Stray[] => {
    const here = [...path, key];
    const name = here.join('.');
    if (opens.includes(name)) return [];
    if (opens.some((open) => open.startsWith(`${name}.`))) return straysIn(part, opens, here);
    return [{ path: here, unknown: schemaAt(name) === null ? key : null }];
  });
}

export type JsonMap = { readonly [key: string]: Json };

/** Nothing where the value is no map. */
export const mapOf = (value: Json | undefined): JsonMap =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonMap) : {};

/** What an answer may hold, for the editor. `may`: all that can be done in it; null where that is not limited. */
export function partSchema(opens: readonly Opened[], may: readonly string[] | null): JsonSchema {
  const tops = [...new Set(opens.map((open) => open.split('.')[0] as string))];
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(tops.map((top) => [top, partAt(top, opens, may)])),
  };
}

function partAt(path: string, opens: readonly Opened[], may: readonly string[] | null): JsonSchema {
  const schema = schemaAt(path) ?? {};
  if (opens.includes(path)) return may === null || !isDone(path) ? schema : limited(schema, may);
  const keys = Object.keys(propertiesOf(schema)).filter((key) =>
    opens.some((open) => open === `${path}.${key}` || open.startsWith(`${path}.${key}.`)),
  );
  const properties = Object.fromEntries(keys.map((key) => [key, partAt(`${path}.${key}`, opens, may)]));
  return { ...schema, properties };
}

const isDone = (path: string): boolean => path === 'faults' || path === COMMANDS;

function limited(schema: JsonSchema, may: readonly string[]): JsonSchema {
  const items = schema['items'] as JsonSchema;
  const properties = propertiesOf(items);
  const names = ((properties['do']?.['enum'] ?? []) as readonly string[]).filter((name) =>
    may.includes(name),
  );
  return {
    ...schema,
    items: { ...items, properties: { ...properties, do: { ...properties['do'], enum: names } } },
  };
}
