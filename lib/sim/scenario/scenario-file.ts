// Reads scenario files. It brings a YAML parser and a validator along, so a page has it in a worker only.
import type { Json, JsonSchema } from '@/lib/shared/json';
import { judgeBy, type Keys, readKeys } from '@/lib/shared/keys';
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import { atTop } from '@/lib/shared/spot';
import type { Scenario } from './scenario';
import { type Finding, findContradictions } from './scenario-check';
import { complete } from './scenario-defaults';
import { scenarioSchema } from './scenario-schema';
import { validate } from './scenario-validator.generated';

/** The scenario that a YAML or JSON text stands for, whole, or everything that is wrong with it. Never throws. */
export function readScenario(text: string, file: string): Result<Scenario> {
  const keys = readKeys(text, file);
  return keys.ok ? scenarioOfKeys(keys.value) : keys;
}

/** The same for a value that came from no text; its problems have no places of their own. */
export const scenarioFrom = (value: Json, file = 'scenario'): Result<Scenario> =>
  scenarioOfKeys({ value, spotOf: () => atTop(file) });

/** The same for keys that know their places, wherever they were put together from. */
export function scenarioOfKeys({ value, spotOf }: Keys): Result<Scenario> {
  const keys: Keys = { value: withoutEmpty(value, scenarioSchema), spotOf };
  const problems = judgeBy(validate, scenarioSchema, keys).map(hinted);
  const sound = problems.length === 0 ? mapOf(keys.value) : soundPart(keys.value);
  const scenario = complete(sound);
  const findings = findContradictions(scenario, (key) => key in sound || !(key in mapOf(keys.value)));
  const all = [...problems, ...findings.map((finding) => problemOf(finding, keys))];
  return all.length === 0 ? success(scenario) : failure(all.sort(byPlace));
}

type JsonMap = { readonly [key: string]: Json };

const mapOf = (value: Json): JsonMap =>
  typeof value === 'object' && !Array.isArray(value) ? ((value ?? {}) as JsonMap) : {};

/** A section with nothing under it says as much as one that is left out. */
function withoutEmpty(value: Json, schema: JsonSchema): Json {
  if (Array.isArray(value))
    return value.map((item: Json) => withoutEmpty(item, (schema['items'] ?? {}) as JsonSchema));
  if (value === null || typeof value !== 'object') return value;
  const known = (schema['properties'] ?? {}) as { readonly [key: string]: JsonSchema };
  const isEmpty = (key: string, part: Json) => part === null && SECTIONS.includes(known[key]?.['type']);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, part]) => !isEmpty(key, part))
      .map(([key, part]) => [key, withoutEmpty(part, known[key] ?? {})]),
  );
}

const SECTIONS: readonly unknown[] = ['object', 'array'];

/** I7 is an invariant as well, though none that an exploration could judge. */
const hinted = (problem: Problem): Problem =>
  problem.message === '`invariants` cannot be `I7`.'
    ? {
        ...problem,
        hint: 'I7 (bounded retries) is judged in time, by `simulate` and in every run: leave it out.',
      }
    : problem;

/** The keys at the top whose values are right in themselves. Others keep their defaults, and nothing is said about them twice. */
function soundPart(value: Json): JsonMap {
  const isSound = (key: string, part: Json) => validate({ seed: 1, [key]: part });
  const parts = Object.entries(mapOf(value)).map(([key, part]): readonly [string, Json] =>
    key === 'faults' && Array.isArray(part)
      ? [key, part.map((fault: Json) => (isSound(key, [fault]) ? fault : STAND_IN))]
      : [key, part],
  );
  return Object.fromEntries(parts.filter(([key, part]) => isSound(key, part)));
}

/** For a fault that is wrong in itself, so that the others are judged in their places. */
const STAND_IN: Json = { do: 'broker-restart', at: { ms: 0 } };

const problemOf = ({ code, path, part, message, hint }: Finding, { spotOf }: Keys): Problem => ({
  code,
  message,
  hint,
  ...spotOf(path, part),
});

const byPlace = (one: Problem, other: Problem): number =>
  lineOf(one) - lineOf(other) || columnOf(one) - columnOf(other);

const lineOf = ({ place }: Problem): number => place?.line ?? 0;
const columnOf = ({ place }: Problem): number => place?.column ?? 0;
