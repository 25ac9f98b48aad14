// Reads the keys of a YAML file against a schema. It brings ajv along, so nothing that a page loads imports it.
import { Ajv, type ErrorObject } from 'ajv';
import type { Json, JsonSchema } from './json';
import { choiceUnknown, keyMissing, keyUnknown, valueWrong } from './key-problems';
import type { Problem } from './problem';
import { failure, type Result, success } from './result';
import { atTop, type Spot } from './spot';
import { readYaml, type YamlDocument, type YamlPath } from './yaml';

// Keeps what it compiled by the schema's identity.
const ajv = new Ajv({ allErrors: true, verbose: true, strict: false });

/** Keys that could be read, and where each stands. */
export interface Keys {
  readonly value: Json;
  readonly spotOf: (path: YamlPath, part?: 'key' | 'value') => Spot;
}

/** Reads YAML without judging its keys. `firstLine` is where the text begins in its file. */
export function readKeys(text: string, file: string, firstLine = 1): Result<Keys> {
  const document = readYaml(text, { file, firstLine });
  if (!document.ok) return document;
  return success({ value: document.value.value, spotOf: spots(document.value, file) });
}

/** Everything that a schema has against the keys, in words for their author. */
export function judgeKeys(keys: Keys, schema: JsonSchema): readonly Problem[] {
  const validate = ajv.compile(schema);
  if (validate(keys.value)) return [];
  return (validate.errors ?? []).map((error) => inWords(error, keys));
}

/** Reads and judges in one go. */
export function readValidKeys(text: string, file: string, schema: JsonSchema, firstLine = 1): Result<Keys> {
  const keys = readKeys(text, file, firstLine);
  if (!keys.ok) return keys;
  const problems = judgeKeys(keys.value, schema);
  return problems.length > 0 ? failure(problems) : keys;
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

function inWords(error: ErrorObject, keys: Keys): Problem {
  const path = pathOf(error.instancePath, keys.value);
  const properties = (error.parentSchema?.['properties'] ?? {}) as Schema;
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    return keyUnknown(keys.spotOf([...path, key], 'key'), key, Object.keys(properties));
  }
  if (error.keyword === 'required') {
    const key = String(error.params['missingProperty']);
    return keyMissing(keys.spotOf(path), key, descriptionOf(properties[key]));
  }
  const name = String(path.findLast((step) => typeof step === 'string') ?? '');
  if (error.keyword === 'enum' && typeof error.data === 'string') {
    const choices = (error.params['allowedValues'] as readonly unknown[]).map(String);
    return choiceUnknown(keys.spotOf(path), name, error.data, choices);
  }
  return valueWrong(keys.spotOf(path), name, wantedBy(error), descriptionOf(error.parentSchema));
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map of keys and values',
  null: 'empty',
};

function wantedBy(error: ErrorObject): string {
  const params = error.params;
  switch (error.keyword) {
    case 'type':
      return [params['type']]
        .flat()
        .map((type) => typeWords[String(type)] ?? String(type))
        .join(' or ');
    case 'pattern':
      return String(error.parentSchema?.['title'] ?? `written as ${params['pattern']}`);
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
  return pointer
    .split('/')
    .slice(1)
    .map((raw) => {
      const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
      const isItem = Array.isArray(at);
      at = (at as Schema | undefined)?.[step];
      return isItem ? Number(step) : step;
    });
}
