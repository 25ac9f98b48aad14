// What a preset comes to, in the words in which the catalogue expects it.
import { explore } from '../explore/explore';
import { brokenAtRest, INVARIANTS } from '../invariants';
import { judgeRetries } from '../look/judge-retries';
import { type Metrics, metricsAfter, series } from '../look/metrics';
import type { Invariant, Scenario } from '../scenario/scenario';
import { run, stepAt, type Trace, worldAfter } from '../trace';
import type { ExploreExpectation, Figure, RunExpectation } from './preset';
import { FIGURES } from './preset';

/** More than any page runs. */
const MOST_STEPS = 1_000_000;

/** Beyond this a run is not held step by step. */
const MOST_JUDGED = 200_000;

/** How things stand at the end of the run; `most` of those figures that are asked for. */
export function outcomeOf(scenario: Scenario, asked: readonly Figure[]): RunExpectation {
  const trace = run(scenario, [], MOST_STEPS);
  if (trace.unfinished) throw new Error(`The run goes on after ${MOST_STEPS} steps.`);
  const breaks = breaksOf(trace);
  return {
    ...figuresOf(metricsAfter(trace, trace.length), FIGURES),
    ...(breaks.length > 0 && { breaks }),
    ...(asked.length > 0 && { most: mostOf(trace, asked) }),
  };
}

/** Those that are not 0. What was delivered is told anyway. */
const figuresOf = (metrics: Metrics, figures: readonly Figure[]) =>
  Object.fromEntries(
    figures.flatMap((figure) =>
      figure === 'delivered' || metrics[figure] > 0 ? [[figure, metrics[figure]]] : [],
    ),
  );

function mostOf(trace: Trace, figures: readonly Figure[]): { readonly [Name in Figure]?: number } {
  const moments = Array.from({ length: trace.length }, (_, place) => stepAt(trace, place).at);
  const standing = series(trace, moments);
  return Object.fromEntries(
    figures.map((figure) => [figure, standing.reduce((most, metrics) => Math.max(most, metrics[figure]), 0)]),
  );
}

function breaksOf(trace: Trace): readonly (Invariant | 'I7')[] {
  const { invariants } = trace.scenario;
  const broken = invariants.filter((invariant) => isBroken(trace, invariant));
  return trace.length < MOST_JUDGED && judgeRetries(trace).length > 0 ? [...broken, 'I7'] : broken;
}

/** Those that break at a step stay broken; the others are judged one by one where nothing more happens. */
function isBroken(trace: Trace, invariant: Invariant): boolean {
  const world = worldAfter(trace, trace.length);
  const bits = world.broken.invariants[0] ?? 0;
  if ((bits & (1 << INVARIANTS.indexOf(invariant))) !== 0) return true;
  world.broken.invariants.fill(0);
  return brokenAtRest({ ...world, plan: { ...world.plan, judged: new Set([invariant]) } }) === invariant;
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
