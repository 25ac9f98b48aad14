// A step in words, without its SQL: what a page shows of each. For SQL and changes as well there is `description.ts`.
import type { Scenario } from '../scenario/scenario';
import type { Step, StepKind } from '../step';
import { stepAt, type Trace } from '../trace';
import type { Words } from './words';
import { brokerWords } from './words-of-broker';
import { consumerWords } from './words-of-consumer';
import { relayWords } from './words-of-relay';
import { serviceWords } from './words-of-service';

/** Every kind has its words: the compiler says which one is missing. */
const WORDS: { readonly [Kind in StepKind]: Words } = {
  ...serviceWords,
  ...relayWords,
  ...brokerWords,
  ...consumerWords,
};

/** A sentence or two that may hold `code` in backticks. */
export const wordsOf = (step: Step, scenario: Scenario): string => WORDS[step.kind](step, scenario);

/** The words of the step at a place of the trace. */
export const wordsAt = (trace: Trace, place: number): string => wordsOf(stepAt(trace, place), trace.scenario);
