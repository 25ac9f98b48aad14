// Judges the keys of a YAML file by a schema that is compiled on the spot. It brings ajv along and makes code at run
// time, so nothing that a page loads imports it: pages judge by validators that were generated (`validator-source.ts`).
import { Ajv } from 'ajv';
import type { JsonSchema } from './json';
import { judgeBy, type Keys, readKeys, type Validator } from './keys';
import type { Problem } from './problem';
import { failure, type Result } from './result';

// Keeps what it compiled by the schema's identity.
const ajv = new Ajv({ allErrors: true, strict: false });

/** Everything that a schema has against the keys, in words for their author. */
export const judgeKeys = (keys: Keys, schema: JsonSchema): readonly Problem[] =>
  judgeBy(ajv.compile(schema) as Validator, schema, keys);

/** Reads and judges in one go. */
export function readValidKeys(text: string, file: string, schema: JsonSchema, firstLine = 1): Result<Keys> {
  const keys = readKeys(text, file, firstLine);
  if (!keys.ok) return keys;
  const problems = judgeKeys(keys.value, schema);
  return problems.length > 0 ? failure(problems) : keys;
}
