// Reads the keys of a YAML file, and says in words what a validator has against them. It compiles no schema, so that a
// page can have it.
import type { Json, JsonSchema } from './json';
import { choiceUnknown, keyMissing, keyUnknown, valueWrong } from './key-problems';
import type { Problem } from './problem';
import { type Result, success } from './result';
import { atTop, type Spot } from './spot';
import { readYaml, type YamlDocument, type YamlPath } from './yaml';

/** Keys that could be read, and where each stands. */
export interface Keys {
  readonly value: Json;
  readonly spotOf: (path: YamlPath, part?: 'key' | 'value') => Spot;
}

/** What ajv says of a value that does not fit. */
export interface KeyError {
  readonly instancePath: string;
  /** Where the keyword stands in the schema. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Judges values by one schema: what ajv compiles, or has generated. */
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly KeyError[] | null;
}

/** Reads YAML without judging its keys. `firstLine` is where the text begins in its file. */
export function readKeys(text: string, file: string, firstLine = 1): Result<Keys> {
  const document = readYaml(text, { file, firstLine });
  if (!document.ok) return document;
  return success({ value: document.value.value, spotOf: spots(document.value, file) });
}

/** Everything that the validator of a schema has against the keys, in words for their author. */
export function judgeBy(validate: Validator, schema: JsonSchema, keys: Keys): readonly Problem[] {
  if (validate(keys.value)) return [];
  return (validate.errors ?? []).map((error) => inWords(error, schema, keys));
}

const spots =
  (document: YamlDocument, file: string): Keys['spotOf'] =>
  (path, part = 'value') => {
    const place = document.placeOf(path, part);
    return place === null ? atTop(file) : { file, place };
  };

type Schema = { readonly [key: string]: unknown };

const descriptionOf = (schema: unknown): string | null => {
  const description = (schema as Schema | undefined)?.['description'];
  return typeof description === 'string' ? description : null;
};

function inWords(error: KeyError, root: JsonSchema, keys: Keys): Problem {
  const path = pathOf(error.instancePath, keys.value);
  const schema = schemaOf(error, root);
  const properties = (schema['properties'] ?? {}) as Schema;
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    return keyUnknown(keys.spotOf([...path, key], 'key'), key, Object.keys(properties));
  }
  if (error.keyword === 'required') {
    const key = String(error.params['missingProperty']);
    return keyMissing(keys.spotOf(path), key, descriptionOf(properties[key]));
  }
  const name = String(path.findLast((step) => typeof step === 'string') ?? '');
  const value = valueAt(keys.value, path);
  if (error.keyword === 'enum' && typeof value === 'string') {
    const choices = (error.params['allowedValues'] as readonly unknown[]).map(String);
    return choiceUnknown(keys.spotOf(path), name, value, choices);
  }
  return valueWrong(keys.spotOf(path), name, wantedBy(error, schema), descriptionOf(schema));
}

/** The schema whose keyword it was. */
function schemaOf({ schemaPath }: KeyError, root: JsonSchema): Schema {
  let schema: unknown = root;
  for (const step of steps(schemaPath).slice(0, -1))
    schema = (schema as Schema | undefined)?.[decodeURIComponent(step)];
  return (schema ?? {}) as Schema;
}

/** The steps of a JSON pointer. */
const steps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const valueAt = (root: Json, path: YamlPath): unknown =>
  path.reduce<unknown>((value, step) => (value as { readonly [key: string]: unknown })?.[step], root);

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys and values',
  null: 'empty',
};

function wantedBy(error: KeyError, schema: Schema): string {
  const params = error.params;
  switch (error.keyword) {
    case 'type':
      return [params['type']]
        .flat()
        .map((type) => typeWords[String(type)] ?? String(type))
        .join(' or ');
    case 'pattern':
      return String(schema['title'] ?? `written as ${params['pattern']}`);
    case 'minLength':
      return 'text that is not empty';
    case 'minimum':
      return `at least ${params['limit']}`;
    case 'maximum':
      return `at most ${params['limit']}`;
    case 'maxItems':
      return `a list of at most ${params['limit']}`;
    case 'minItems':
      return params['limit'] === 1 ? 'a list that is not empty' : `a list of at least ${params['limit']}`;
    case 'uniqueItems':
      return 'a list without repetitions';
    case 'enum':
      return `one of ${(params['allowedValues'] as readonly unknown[]).map((value) => `\`${value}\``).join(', ')}`;
    default:
      return `otherwise: it ${error.message ?? 'does not fit'}`;
  }
}

/** A JSON pointer as a path; a step into a list is a number. */
function pathOf(pointer: string, value: Json): YamlPath {
  let at: unknown = value;
  return steps(pointer).map((step) => {
    const isItem = Array.isArray(at);
    at = (at as Schema | undefined)?.[step];
    return isItem ? Number(step) : step;
  });
}
