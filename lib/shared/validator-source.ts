// The source of a validator: plain code without eval, as a page's security policy asks. Tests alone call it.
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Json, JsonSchema } from './json';

// The package is CommonJS, and its types say so; under a loader for modules the default import is the function.
const generate = standaloneCode as unknown as (ajv: Ajv, validate: unknown) => string;

/** What says nothing about which values fit; left out, the validator is a third of its size. */
const WORDS: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'markdownDescription',
  'examples',
  'default',
  'defaultSnippets',
]);

/** The module that judges values by a schema; its first line says what it was made from, and how to make it again. */
export function validatorSource(schema: JsonSchema, madeFrom: string, test: string): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = generate(ajv, ajv.compile(bare(schema) as JsonSchema));
  return `// Generated from ${madeFrom}: npx vitest run ${test} --update\n${code}\n`;
}

/** `properties` names keys of the value, so nothing in it is a word for editors. */
function bare(schema: Json, named = false): Json {
  if (Array.isArray(schema)) return schema.map((item) => bare(item));
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([key]) => named || !WORDS.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value, !named && key === 'properties')]));
}
