// What a scenario can come to, whatever the order of things: nothing bad within its budgets, or a way to it.

import type { Action } from '../actions';
import { faultIn, type Plan, type Processes, planOf } from '../plan';
import { circling, type ProcessFault } from '../process/process-fault';
import type { Invariant, Scenario } from '../scenario/scenario';
import { type Trace, traceOf } from '../trace';
import { begin } from '../world';
import { stateBytes } from '../world-columns';
import { pathThrough } from './counterexample';
import { createSampling, type Sampling } from './sampling';
import { createSearch, type Outcome, type Search } from './search';

export interface Exploration {
  /** `holds`: within the budgets, no order of things breaks anything. `sampled`: so it seems; not all of them were tried. */
  readonly verdict: 'holds' | 'broken' | 'sampled';
  /** The lowest-numbered invariant that breaks in the fewest actions; null if none was seen to break. */
  readonly invariant: Invariant | null;
  /** Actions to the broken state; where nothing broke, to the last state that was looked at. */
  readonly depth: number;
  /** Different states that were seen, up to and including that depth. */
  readonly states: number;
  /** Those of them in which nothing more happens by itself. */
  readonly rests: number;
  /** Orders of things: all of them up to that depth, or as many as were followed to their end. Infinity where things can go in circles. */
  readonly schedules: number;
  /** Bytes of memory that it took. */
  readonly bytes: number;
  readonly seed: number;
  /** The way to the broken state; null if none was found. */
  readonly trace: Trace | null;
  /** No shorter way breaks anything. False for a way that was found by chance. */
  readonly shortest: boolean;
  /** What ended the search before all states were seen: their number, or the memory that they take. Null: nothing did. */
  readonly ended: 'states' | 'memory' | null;
  /** A learner's process could not be gone on with: then nothing is claimed, and the verdict is `sampled`. */
  readonly fault?: ProcessFault;
}

export interface ExplorationOptions {
  /** What a learner wrote, in place of the scenario's relays or consumers. */
  readonly processes?: Processes;
  /** Bytes that the states may take, roughly. */
  readonly memory?: number;
  /** Schedules to try by chance where the states do not go into that. */
  readonly samples?: number;
}

/** An exploration that its owner moves on, bit by bit, and may drop at any time. */
export interface Explorer {
  readonly progress: () => { readonly states: number; readonly depth: number };
  /** Looks at so many states more, or takes so many steps of a schedule by chance. Null: there is more to do. */
  readonly advance: (count: number) => Exploration | null;
}

const MEMORY = 512 * 2 ** 20;

const SAMPLES = 2000;

/** Steps that all samples together may take; fewer where each takes long, since many events are looked through. */
const SAMPLED_STEPS = 4_000_000;
const USUAL_EVENTS = 32;

/** States between two looks at whether the exploration is over. */
const SLICE = 10_000;

/** Explores to the end. The same scenario always comes to the same. */
export function explore(scenario: Scenario, options: ExplorationOptions = {}): Exploration {
  const explorer = createExplorer(scenario, options);
  let exploration: Exploration | null = null;
  while (exploration === null) exploration = explorer.advance(SLICE);
  return exploration;
}

export function createExplorer(
  scenario: Scenario,
  { processes, memory = MEMORY, samples = SAMPLES }: ExplorationOptions = {},
): Explorer {
  const plan = planOf(scenario, false, [], processes);
  // A few worlds stand beside the states.
  if (stateBytes(plan) > memory / 8) return unseen(scenario);
  const search = createSearch(begin(plan), { states: scenario.budgets.states, bytes: memory });
  let sampling: Sampling | null = null;
  return {
    progress: () => ({ states: search.states, depth: search.depth }),
    advance(count) {
      const exploration = sampling === null ? lookAtAll(count) : trySome(count, sampling);
      const fault = faultIn(plan);
      return fault === null ? exploration : faulty(plan, search, fault);
    },
  };

  function lookAtAll(count: number): Exploration | null {
    const outcome = search.advance(count);
    if (outcome === 'cut') sampling = createSampling(plan, samples, stepsFor(plan));
    if (outcome === null || outcome === 'cut') return null;
    return circlesIn(plan, search, outcome)
      ? faulty(plan, search, circling)
      : searched(plan, search, outcome);
  }

  function trySome(count: number, some: Sampling): Exploration | null {
    return some.advance(count) === null ? null : sampled(plan, search, some);
  }
}

const stepsFor = ({ events }: Plan): number =>
  Math.ceil(SAMPLED_STEPS * Math.min(1, USUAL_EVENTS / Math.max(1, events)));

function searched(plan: Plan, search: Search, outcome: Outcome): Exploration {
  const isBroken = outcome === 'broken';
  return {
    verdict: isBroken ? 'broken' : 'holds',
    ...found(plan, search, isBroken ? pathThrough(plan, search.chain()) : null),
    invariant: search.invariant,
    schedules: search.schedules(),
    shortest: isBroken,
    // What breaks may be on the very level that there was no room beyond.
    ended: null,
  };
}

function sampled(plan: Plan, search: Search, { invariant, path, schedules }: Sampling): Exploration {
  const isBroken = invariant !== null;
  return {
    verdict: isBroken ? 'broken' : 'sampled',
    ...found(plan, search, isBroken ? path : null),
    invariant,
    schedules,
    shortest: false,
  };
}

/** A learner's relay that always leaves something to do: what is lost is judged at rest, and it never rests. */
const circlesIn = (plan: Plan, search: Search, outcome: Outcome): boolean =>
  outcome === 'exhausted' && plan.processes.relay !== null && search.circles();

const faulty = (plan: Plan, search: Search, fault: ProcessFault): Exploration => ({
  verdict: 'sampled',
  ...found(plan, search, null),
  invariant: null,
  schedules: 0,
  shortest: false,
  fault,
});

const found = (
  plan: Plan,
  { depth, states, rests, bytes, bound }: Search,
  path: readonly Action[] | null,
) => ({
  depth: path?.length ?? depth,
  states,
  rests,
  bytes,
  ended: bound,
  seed: plan.scenario.seed,
  trace: path === null ? null : traceOf(plan, path),
});

/** One state alone would be too much: nothing is looked at, and nothing is claimed. */
const unseen = ({ seed }: Scenario): Explorer => ({
  progress: () => ({ states: 0, depth: 0 }),
  advance: () => ({
    verdict: 'sampled',
    invariant: null,
    depth: 0,
    states: 0,
    rests: 0,
    schedules: 0,
    bytes: 0,
    seed,
    trace: null,
    shortest: false,
    ended: 'memory',
  }),
});
