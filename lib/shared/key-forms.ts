// The forms that a key of an author's file can have, as JSON Schemas. A description is what the author reads as a
// hint; a title names the wanted form.
import type { JsonSchema } from './json';

/** Any words, but some. */
export const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });

/** A name that links and other files may hold on to. */
export const slug = (description: string): JsonSchema => ({
  type: 'string',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  title: 'lower-case words joined by hyphens',
  description,
});

/** One item or more. */
export const listOf = (items: JsonSchema, description: string): JsonSchema => ({
  type: 'array',
  minItems: 1,
  items,
  description,
});

/** A map of these keys and no others. */
export const object = (required: readonly string[], properties: JsonSchema): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
