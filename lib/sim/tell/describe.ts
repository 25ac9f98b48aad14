import type { Scenario } from '../scenario/scenario';
import type { Step, StepKind } from '../step';
import type { Change } from './change';
import { changesOf } from './changes';
import { type Past, sqlOf } from './sql';
import type { Words } from './words';
import { brokerWords } from './words-of-broker';
import { consumerWords } from './words-of-consumer';
import { relayWords } from './words-of-relay';
import { serviceWords } from './words-of-service';

/** A step for people: a sentence or two that may hold `code` in backticks, the SQL it stands for, and what it changed. */
export interface Description {
  readonly words: string;
  readonly sql: string | null;
  readonly changes: readonly Change[];
}

/** Every kind has its words: the compiler says which one is missing. */
const WORDS: { readonly [Kind in StepKind]: Words } = {
  ...serviceWords,
  ...relayWords,
  ...brokerWords,
  ...consumerWords,
};

/** Made when someone looks. `past` is what went before and shows in the SQL; words and changes need none. */
export const describe = (step: Step, scenario: Scenario, past?: Past): Description => ({
  words: WORDS[step.kind](step, scenario),
  sql: sqlOf(step, scenario, past),
  changes: changesOf(step, scenario),
});
