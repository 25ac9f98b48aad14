// Judges a run that came from outside: from a link, or from what a browser kept.
import type { Json } from '@/lib/shared/json';
import { judgeBy } from '@/lib/shared/keys';
import { failure, type Result, success } from '@/lib/shared/result';
import { atTop } from '@/lib/shared/spot';
import type { Command, Millis, Scenario } from '@/lib/sim/scenario/scenario';
import { scenarioFrom } from '@/lib/sim/scenario/scenario-file';
import { whyImpossible } from './commands';
import { isSound } from './judge-deeds';
import type { SharedRun } from './run';
import { runSchema } from './run-schema';
import { validate } from './run-validator.generated';
import { unsound } from './words';

/** The run that a value stands for, sound in all its parts; or one sentence about the first that is not. */
export function judgeRun(value: Json): Result<SharedRun> {
  const [wrong] = judgeBy(validate, runSchema, { value, spotOf: () => atTop('link') });
  if (wrong !== undefined) return refused(wrong.message);
  const { scenario: given, commands = [], time } = value as unknown as Written;
  const scenario = scenarioFrom(given);
  if (!scenario.ok) return refused(scenario.problems[0]?.message ?? '');
  const why = whyImpossible(commands, scenario.value);
  if (why !== null) return refused(why);
  return success({ scenario: scenario.value, commands, ...(time !== undefined && { time }) });
}

/** What can be done to a scenario out of what a browser kept; nothing if it is not sound. */
export function commandsFrom(value: Json, scenario: Scenario): readonly Command[] {
  const commands = value as unknown as readonly Command[];
  return isSound({ scenario, commands }) ? commands : [];
}

interface Written {
  readonly scenario: Json;
  readonly commands?: readonly Command[];
  readonly time?: Millis;
}

const refused = (why: string): Result<never> => failure([unsound(why)]);
