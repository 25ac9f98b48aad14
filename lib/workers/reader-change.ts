// What a change of one key comes to, as plain values: which part of the scenario is set, put in or removed, and what
// the whole is afterwards. The text is changed elsewhere, and held against this.
import type { Json, JsonSchema } from '@/lib/shared/json';
import type { YamlPath } from '@/lib/shared/yaml';
import { scenarioSchema } from '@/lib/sim/scenario/scenario-schema';

/** What a form does to a text. Lists are counted from 0. */
export type Change =
  /** One place beyond the end of a list is a new item. */
  | { readonly do: 'set' | 'insert'; readonly path: YamlPath; readonly value: Json }
  | { readonly do: 'remove'; readonly path: YamlPath };

type JsonMap = { readonly [key: string]: Json };

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !isList(value);

/** What stands at a path; undefined where nothing does. */
export const valueAt = (root: Json, path: YamlPath): Json | undefined =>
  path.reduce<Json | undefined>((value, step) => {
    if (isList(value)) return value[Number(step)];
    return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, root);

/**
 * The same change as one that finds what it needs: parents that are missing are part of the value, a list that is
 * missing begins with what it is by default, and with the last key of a section the section goes.
 */
export function grounded(change: Change, root: Json): Change {
  return change.do === 'remove' ? pruned(change.path, root) : grown(change, root);
}

function pruned(path: YamlPath, root: Json): Change {
  const parent = path.slice(0, -1);
  const holder = valueAt(root, parent);
  const isLast = isMap(holder)
    ? Object.keys(holder).length === 1 && typeof parent.at(-1) === 'string'
    : isList(holder) && holder.length === 1 && listAt(parent).length === 0;
  return isLast ? pruned(parent, root) : { do: 'remove', path };
}

function grown(change: Exclude<Change, { do: 'remove' }>, root: Json): Change {
  const { path } = change;
  const depth = path.findIndex((_, index) => (valueAt(root, path.slice(0, index)) ?? null) === null);
  if (depth <= 0) return change;
  const top = path.slice(0, depth);
  return { do: 'set', path: top, value: wrapped(change, path.slice(depth), top) };
}

/** The value with the parents that lead to it. */
function wrapped(change: Exclude<Change, { do: 'remove' }>, rest: YamlPath, at: YamlPath): Json {
  const [step, ...further] = rest;
  if (step === undefined) return change.value;
  const inner = wrapped(change, further, [...at, step]);
  if (typeof step === 'string') return { [step]: inner };
  const list = listAt(at);
  const replaced = change.do === 'insert' && further.length === 0 ? 0 : 1;
  const before = further.length > 0 ? list[step] : undefined;
  const item = isMap(before) && isMap(inner) ? { ...before, ...inner } : inner;
  return [...list.slice(0, step), item, ...list.slice(step + replaced)];
}

/** A list as it is if nothing is said of it, each of its items with the key that comes first. */
function listAt(path: YamlPath): readonly Json[] {
  const list = defaultAt(path);
  return (isList(list) ? list : []).map((item, index) => {
    const [first] = Object.entries(propertiesOf(schemaAt([...path, index])));
    return isMap(item) && first !== undefined ? { [first[0]]: first[1]['default'] ?? null, ...item } : item;
  });
}

/** The default of a key; undefined where it has none. */
export const defaultAt = (path: YamlPath): Json | undefined => schemaAt(path)['default'];

const schemaAt = (path: YamlPath): JsonSchema =>
  path.reduce<JsonSchema>(
    (schema, step) =>
      (typeof step === 'number' ? (schema['items'] as JsonSchema) : propertiesOf(schema)[step]) ?? {},
    scenarioSchema,
  );

const propertiesOf = (schema: JsonSchema): { readonly [key: string]: JsonSchema } =>
  (schema['properties'] ?? {}) as { readonly [key: string]: JsonSchema };

/** The whole after a change that finds what it needs; null where it does not. */
export function changed(root: Json, change: Change, path: YamlPath = change.path): Json | null {
  const [step, ...further] = path;
  if (step === undefined) return change.do === 'remove' ? null : change.value;
  if (isList(root)) return changedList(root, change, Number(step), further);
  if (!isMap(root)) return null;
  if (further.length === 0 && change.do === 'remove') {
    const { [step]: _, ...rest } = root;
    return rest;
  }
  const inner = changed(root[step] ?? null, change, further);
  return inner === null ? null : { ...root, [step]: inner };
}

function changedList(list: readonly Json[], change: Change, index: number, further: YamlPath): Json | null {
  if (!Number.isInteger(index) || index < 0 || index > list.length) return null;
  if (further.length === 0 && change.do === 'remove') return list.filter((_, place) => place !== index);
  if (further.length === 0 && change.do === 'insert')
    return [...list.slice(0, index), change.value, ...list.slice(index)];
  const inner = changed(list[index] ?? null, change, further);
  return inner === null ? null : [...list.slice(0, index), inner, ...list.slice(index + 1)];
}
