// What tests of parts share: an activity of a few lines, and an answer's verdict with all that is found out for it.

import type { Json } from '@/lib/shared/json';
import { readValidKeys } from '@/lib/shared/key-schema';
import type { Result } from '@/lib/shared/result';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import { judge } from '../judge';
import type { ActivityKind } from '../kind';
import { answerModel } from '../model-questions';
import type { Verdict } from '../verdict';
import type { PartConfig } from './part-config';

type PartKind = ActivityKind<PartConfig>;

/** The config of an activity, or what is wrong with it. `keys` is its activity.yaml without kind and title. */
export function compiled(
  kind: PartKind,
  keys: string,
  scenario: string,
  solution: string,
): Result<PartConfig> {
  const schema = { type: 'object', additionalProperties: false, properties: kind.keys };
  const read = readValidKeys(keys, 'activity.yaml', schema);
  if (!read.ok) return read;
  const given = readScenario(scenario, 'scenario.yaml');
  if (!given.ok) return given;
  return kind.compile({
    folder: 'one',
    keys: read.value.value,
    start: '',
    solutions: [solution],
    scenario: given.value as unknown as Json,
    files: {},
  });
}

export function configOf(kind: PartKind, keys: string, scenario: string, solution: string): PartConfig {
  const config = compiled(kind, keys, scenario, solution);
  if (config.ok) return config.value;
  throw new Error(config.problems.map(({ message }) => message).join('\n'));
}

export const verdictOn = (kind: PartKind, config: PartConfig, answer: string): Promise<Verdict> =>
  judge(
    kind as unknown as ActivityKind<Json>,
    config as unknown as Json,
    kind.read(config, answer),
    (question) => {
      if (question.ask !== 'run' && question.ask !== 'schedules') throw new Error('Nobody asks that here.');
      return Promise.resolve(answerModel(question, null));
    },
  );

/** Each failed check by its id and its words, with its place as `line:column`. */
export const failures = ({ checks }: Verdict): readonly string[] =>
  checks
    .filter(({ passed }) => !passed)
    .map(
      ({ id, message, place }) =>
        `${id}${place === null ? '' : ` ${place.line}:${place.column}`}: ${message}`,
    );

/** What is said of the checks that held, after the first layers. */
export const rights = ({ checks }: Verdict): readonly string[] =>
  checks
    .filter(({ id, passed }) => passed && !['size', 'yaml', 'shape'].includes(id))
    .map(({ id, message }) => `${id}: ${message}`);
