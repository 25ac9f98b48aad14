// What is left of a scenario without its defaults. Without parser or validator, so that pages can have it.
import type { Json, JsonSchema } from '@/lib/shared/json';
import type { Fault, Scenario } from './scenario';
import { complete } from './scenario-defaults';
import { scenarioSchema } from './scenario-schema';

/** The least that stands for the same scenario, in the order of the schema: `complete` makes it whole again. */
export function differenceOf(scenario: Scenario): JsonMap {
  const { invariants, ...rest } = scenario;
  const faults = rest.faults.map(withoutOccurrence);
  const least = leastOf({ ...rest, faults } as unknown as Json, scenarioSchema) as JsonMap;
  const { invariants: breakable } = complete({ ...least, seed: scenario.seed });
  return same(invariants, breakable) ? least : { ...least, invariants };
}

type JsonMap = { readonly [key: string]: Json };

/** The value without what the schema says by itself. A map that says nothing new is empty. */
function leastOf(value: Json, schema: JsonSchema): Json {
  if (Array.isArray(value)) return value.map((item: Json) => leastOf(item, schema['items'] as JsonSchema));
  if (value === null || typeof value !== 'object') return value;
  const properties = Object.entries(schema['properties'] as { readonly [key: string]: JsonSchema });
  return Object.fromEntries(
    properties.flatMap(([key, property]): readonly (readonly [string, Json])[] => {
      const given = (value as JsonMap)[key];
      if (given === undefined) return [];
      const least = leastOf(given, property);
      return same(least, property['default']) ? [] : [[key, least]];
    }),
  );
}

/** The first of its kind is what is waited for if nothing is said. */
function withoutOccurrence(fault: Fault): Json {
  if (!('at' in fault) || 'ms' in fault.at || fault.at.occurrence !== 1) return fault as unknown as Json;
  return { ...fault, at: { step: fault.at.step } } as unknown as Json;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
