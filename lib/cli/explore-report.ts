import type { Exploration } from '@/lib/sim/explore/explore';
import { untriedIn } from '@/lib/sim/explore/untried';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { describe } from '@/lib/sim/tell/describe';
import { effortOf, verdictOf } from '@/lib/sim/tell/words-of-verdict';
import { stepsOf } from '@/lib/sim/trace';
import { stepLine } from './step-line';

export interface ExploredFile {
  /** As it was named. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly exploration: Exploration;
  readonly ms: number;
}

/** One line of JSON, whose keys are a contract with whoever reads it; more may follow. Endlessly many schedules are null. */
export function jsonLine({ file, scenario, exploration, ms }: ExploredFile): string {
  const { verdict, invariant, depth, states, schedules, seed, trace } = exploration;
  return JSON.stringify({
    file,
    verdict,
    invariant,
    depth,
    states,
    schedules,
    seed,
    ms: Math.round(ms * 10) / 10,
    trace: trace === null ? null : stepsOf(trace).map((_, place) => stepLine(trace, place)),
    untried: untriedIn(scenario),
  });
}

/** For people: the verdict, and a way to what is broken, a line a step. */
export function report({ file, scenario, exploration, ms }: ExploredFile): string {
  const { trace } = exploration;
  const title = `${file} ${verdictOf(exploration)}.`;
  const untried = exploration.verdict === 'broken' ? [] : untriedWords(untriedIn(scenario));
  const steps = trace === null ? [] : stepsOf(trace).map((step) => describe(step, trace.scenario).words);
  const effort = `${effortOf(exploration)}, in ${Math.round(ms)} ms.`;
  return [title, ...untried, ...steps, ...endOf(exploration), effort].join('\n  ');
}

/** What is missing breaks an invariant only where nothing more happens. */
const endOf = ({ invariant }: Exploration): readonly string[] =>
  invariant === 'I2' || invariant === 'I6' ? ['Nothing more happens by itself.'] : [];

const untriedWords = (untried: readonly string[]): readonly string[] =>
  untried.length === 0 ? [] : [`Not tried, since time is erased: ${untried.join(', ')}.`];
