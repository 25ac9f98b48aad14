// The few forms that a key of a scenario can have. Each says what the key means; a default follows from `or`.
import type { Json, JsonSchema } from '@/lib/shared/json';

const DAY = 86_400_000;
/** Events of one scenario; lists of events name them by their order of creation. */
export const MOST_ORDERS = 1_000_000;

/** A time in milliseconds, up to a day. */
export const millis = (description: string, from = 0): JsonSchema => ({
  type: 'integer',
  minimum: from,
  maximum: DAY,
  description,
});

/** A shift in milliseconds that may go back as well as forth. */
export const shift = (description: string): JsonSchema => millis(description, -DAY);

export const count = (description: string, from: number, to: number): JsonSchema => ({
  type: 'integer',
  minimum: from,
  maximum: to,
  description,
});

/** A number that need not be whole. */
export const times = (description: string, from: number, to: number): JsonSchema => ({
  type: 'number',
  minimum: from,
  maximum: to,
  description,
});

export const flag = (description: string): JsonSchema => ({ type: 'boolean', description });

export const choice = (description: string, names: readonly string[]): JsonSchema => ({
  enum: names,
  description,
});

/** Events by their order of creation, from 1. */
export const events = (description: string): JsonSchema => ({
  type: 'array',
  uniqueItems: true,
  items: count('An event, by order of creation from 1.', 1, MOST_ORDERS),
  default: [],
  description,
});

export const map = (
  description: string,
  properties: JsonSchema,
  required: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
  description,
});

/** The form with the value that stands where a file says nothing. */
export const or = <const Value extends Json>(
  value: Value,
  form: JsonSchema,
): JsonSchema & { readonly default: Value } => ({ ...form, default: value });
