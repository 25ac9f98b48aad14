import type { Json, JsonSchema } from '@/lib/shared/json';

const millis = (description: string, from: number): JsonSchema => ({
  type: 'integer',
  minimum: from,
  maximum: 3_600_000,
  description,
});

const count = (description: string, from: number, to: number): JsonSchema => ({
  type: 'integer',
  minimum: from,
  maximum: to,
  description,
});

const object = (properties: JsonSchema, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const workload = object({
  orders: { ...count('How many orders are placed by themselves.', 0, 1000), default: 3 },
  everyMs: { ...millis('The time from one order to the next.', 1), default: 100 },
  rollbackEvery: { ...count('Every n-th order rolls back; 0 if none does.', 0, 1000), default: 0 },
});

const relays = object({
  pollMs: { ...millis('The time from one poll to the next.', 1), default: 200 },
  batch: { ...count('How many rows one poll may take.', 1, 1000), default: 10 },
});

const consumer = object(
  {
    name: {
      type: 'string',
      pattern: '^[a-z][a-z0-9-]{0,30}$',
      title: 'a name in lower-case letters, digits and hyphens',
      description: 'Who listens; each consumer receives every event.',
    },
    dedup: {
      enum: ['none', 'same-transaction'],
      default: 'same-transaction',
      description: "Whether the event's id is recorded in the transaction of the effect.",
    },
  },
  ['name'],
);

const moment = object(
  {
    step: { enum: ['polled', 'published', 'confirmed', 'marked'], description: 'The step to wait for.' },
    occurrence: { ...count('Which of these steps, counted from 1.', 1, 100_000), default: 1 },
  },
  ['step'],
);

const fault = object(
  {
    do: { enum: ['crash-relay', 'broker-down'], description: 'What goes wrong.' },
    at: { ...moment, description: 'For `crash-relay`: right after which step.' },
    from: millis('For `broker-down`: when the broker goes.', 0),
    to: millis('For `broker-down`: when it is back.', 1),
  },
  ['do'],
);

/** What stands in a scenario file. Its defaults are the scenario's. */
export const scenarioSchema: JsonSchema = object(
  {
    seed: {
      type: 'integer',
      minimum: 0,
      maximum: 0xffff_ffff,
      description: 'Any whole number: the same seed gives the same run.',
    },
    workload: { ...workload, default: {} },
    relays: { ...relays, default: {} },
    consumers: {
      type: 'array',
      minItems: 1,
      maxItems: 5,
      items: consumer,
      default: [{ name: 'shipping' }],
      description: 'Who receives the events.',
    },
    faults: {
      type: 'array',
      maxItems: 100,
      items: fault,
      default: [],
      description: 'What goes wrong, and when.',
    },
  },
  ['seed'],
);

/** The value with every default of the schema written out. */
export function withDefaults(value: Json, schema: JsonSchema): Json {
  if (Array.isArray(value))
    return value.map((item: Json) => withDefaults(item, schema['items'] as JsonSchema));
  if (value === null || typeof value !== 'object') return value;
  const filled: Record<string, Json> = {};
  for (const [key, property] of Object.entries(schema['properties'] as { [key: string]: JsonSchema })) {
    const given = (value as { readonly [key: string]: Json })[key] ?? property['default'];
    if (given !== undefined) filled[key] = withDefaults(given, property);
  }
  return filled;
}
