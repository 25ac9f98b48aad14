import type { Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import type { Change } from './change';
import { changesOf } from './changes';
import { type Past, sqlOf } from './sql';
import { wordsOf } from './telling';

/** A step for people: a sentence or two that may hold `code` in backticks, the SQL it stands for, and what it changed. */
export interface Description {
  readonly words: string;
  readonly sql: string | null;
  readonly changes: readonly Change[];
}

/** Made when someone looks. `past` is what went before and shows in the SQL; words and changes need none. */
export const describe = (step: Step, scenario: Scenario, past?: Past): Description => ({
  words: wordsOf(step, scenario),
  sql: sqlOf(step, scenario, past),
  changes: changesOf(step, scenario),
});
