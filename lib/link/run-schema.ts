// What may stand in a link, as one JSON Schema. Its scenario is judged by a schema of its own.
import type { JsonSchema } from '@/lib/shared/json';
import { DEEDS } from './deeds';

const DAY = 86_400_000;
/** The model's clock is exact up to here: it counts whole microseconds, for 285 years. */
const END = Math.floor(Number.MAX_SAFE_INTEGER / 1000);

const command: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['at', 'do'],
  properties: {
    // Not whole: something is done at the very microsecond at which the playhead stands.
    at: { type: 'number', minimum: 0, maximum: END },
    do: { enum: Object.keys(DEEDS) },
    relay: { type: 'integer', minimum: 1, maximum: 16 },
    consumer: { type: 'string' },
    factor: { type: 'number', minimum: 1, maximum: 10_000 },
    ms: { type: 'integer', minimum: -DAY, maximum: DAY },
    dedup: { enum: ['none', 'before', 'same-transaction'] },
  },
};

/** The form of a run in a link. */
export const runSchema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['scenario'],
  properties: {
    scenario: { type: 'object' },
    // As many as there are: a link is bounded by its bytes.
    commands: { type: 'array', items: command },
    time: { type: 'number', minimum: 0, maximum: END },
  },
};
