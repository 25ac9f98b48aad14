import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Json, JsonSchema } from '@/lib/shared/json';
import { shapeSchema } from './shape-schema';

// The package is CommonJS, and its types say so; under a loader for modules the default import is the function.
const generate = standaloneCode as unknown as (ajv: Ajv, validate: unknown) => string;

/** What only editors read; left out, the validator is a third of its size. */
const WORDS: ReadonlySet<string> = new Set([
  '$schema',
  'title',
  'description',
  'markdownDescription',
  'examples',
  'defaultSnippets',
]);

/** The source of `shape-validator.generated.js`: plain code without eval, as a page's security policy asks. */
export function validatorSource(): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = generate(ajv, ajv.compile(bare(shapeSchema) as JsonSchema));
  return `// Generated from shape-schema.ts: npx vitest run lib/table/shape-validator --update\n${code}\n`;
}

/** `properties` names keys of the answer, so nothing in it is a word for editors. */
function bare(schema: Json, named = false): Json {
  if (Array.isArray(schema)) return schema.map((item) => bare(item));
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([key]) => named || !WORDS.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value, !named && key === 'properties')]));
}
