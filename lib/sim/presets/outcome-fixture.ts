// What a preset comes to, in the words in which the catalogue expects it.
import { explore } from '../explore/explore';
import { runOutcome } from '../look/run-outcome';
import type { Scenario } from '../scenario/scenario';
import { run } from '../trace';
import type { ExploreExpectation, Figure, RunExpectation } from './preset';
import { FIGURES } from './preset';

/** More than any page runs. */
const MOST_STEPS = 1_000_000;

/** How things stand at the end of the run; `most` of those figures that are asked for. */
export function outcomeOf(scenario: Scenario, asked: readonly Figure[]): RunExpectation {
  const { end, most, breaks, unfinished } = runOutcome(run(scenario, [], MOST_STEPS));
  if (unfinished) throw new Error(`The run goes on after ${MOST_STEPS} steps.`);
  // What was delivered is told anyway; of the others, those that are not 0.
  const told = FIGURES.filter((figure) => figure === 'delivered' || end[figure] > 0);
  return {
    ...Object.fromEntries(told.map((figure) => [figure, end[figure]])),
    ...(breaks.length > 0 && { breaks }),
    ...(asked.length > 0 && { most: Object.fromEntries(asked.map((figure) => [figure, most[figure]])) }),
  };
}

/** What trying every order of things comes to, and how many states that took. */
export function verdictOf(scenario: Scenario): {
  readonly verdict: ExploreExpectation | 'sampled';
  readonly states: number;
} {
  const { verdict, invariant, depth, states, shortest } = explore(scenario);
  if (verdict === 'holds') return { verdict: { verdict }, states };
  if (invariant === null || !shortest) return { verdict: 'sampled', states };
  return { verdict: { verdict: 'broken', invariant, steps: depth }, states };
}
