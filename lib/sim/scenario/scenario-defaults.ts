// What a scenario says where its author said nothing. Without parser or validator, so that pages can have it.
import type { Json, JsonSchema } from '@/lib/shared/json';
import { type Fault, INVARIANTS, type Invariant, type Scenario } from './scenario';
import { scenarioSchema } from './scenario-schema';

/** The whole scenario that a value stands for. The value is not judged: it must fit `scenarioSchema`. */
export function complete(value: Json): Scenario {
  const { invariants, ...filled } = withDefaults(value, scenarioSchema) as unknown as Scenario;
  const scenario = { ...filled, faults: filled.faults.map(withOccurrence) };
  const named: readonly Invariant[] | undefined = invariants;
  return {
    ...scenario,
    invariants:
      named === undefined ? breakable(scenario) : INVARIANTS.filter((invariant) => named.includes(invariant)),
  };
}

/**
 * The invariants that a scenario can break at all. I1 takes a dual write: elsewhere change and event are one commit.
 * I6 takes a key that is halted, so a poisoned event of a consumer that halts. The others are always judged.
 */
const breakable = ({
  publication,
  consumers,
}: Pick<Scenario, 'publication' | 'consumers'>): readonly Invariant[] =>
  INVARIANTS.filter((invariant) => {
    if (invariant === 'I1') return publication === 'dual-write';
    if (invariant === 'I6')
      return consumers.some(({ poison, onPoison }) => poison.length > 0 && onPoison === 'halt');
    return true;
  });

/** The value with every default of the schema written out, in the order of the schema. */
function withDefaults(value: Json, schema: JsonSchema): Json {
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

/** A step that is waited for is the first of its kind. It has no default in the schema, since a time has no occurrence. */
function withOccurrence(fault: Fault): Fault {
  if (!('at' in fault) || 'ms' in fault.at) return fault;
  return { ...fault, at: { ...fault.at, occurrence: fault.at.occurrence ?? 1 } };
}
