// What a run in time came to: how things stand at its end, how bad they were in between, and what broke.
import { at } from '../columns';
import { brokenAtRest } from '../invariants';
import type { ProcessFault } from '../process/process-fault';
import { INVARIANTS, type Invariant, type Millis } from '../scenario/scenario';
import type { StepKind } from '../step';
import { stepAt, type Trace, worldAfter } from '../trace';
import { judgeRetries } from './judge-retries';
import { beginFigures, noteDelay, noteStep, type RunFigures, runFigures } from './run-figures';
import { begin, COUNTERS, type Counter, count, countersOf } from './tally';

/** Plain JSON. */
export interface RunOutcome extends RunFigures {
  /** How things stand at the end. */
  readonly end: { readonly [Name in Counter]: number };
  /** The highest that each of them stood at after any step. */
  readonly most: { readonly [Name in Counter]: number };
  /** How often each kind of step happened; one that never did is left out. */
  readonly kinds: { readonly [Kind in StepKind]?: number };
  /** The invariants that the run itself breaks, in their order: those of the scenario, and I7. */
  readonly breaks: readonly (Invariant | 'I7')[];
  readonly steps: number;
  /** When the last step happened. */
  readonly endMs: Millis;
  /** The run would have gone on: it was stopped at its limit, and what is lost cannot be told yet. */
  readonly unfinished: boolean;
  /** A learner's process could not be gone on with: there the run ends. */
  readonly fault?: ProcessFault;
}

/** Beyond this a run is not held against I7 step by step. */
const MOST_JUDGED = 200_000;

export function runOutcome(trace: Trace): RunOutcome {
  const tally = begin(trace);
  const figures = beginFigures(trace);
  const most = countersOf(() => 0) as { [Name in Counter]: number };
  const kinds: { [Kind in StepKind]?: number } = {};
  const names = Object.keys(COUNTERS) as readonly Counter[];
  for (let place = 0; place < trace.length; place += 1) {
    const step = stepAt(trace, place);
    const { pending } = tally;
    noteDelay(figures, tally, step.at);
    count(tally, step, at(trace.codes.actor, place));
    noteStep(figures, tally, step, pending);
    const { kind } = step;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    for (const name of names) most[name] = Math.max(most[name], COUNTERS[name](tally));
  }
  return {
    end: countersOf((name) => COUNTERS[name](tally)),
    most,
    kinds,
    breaks: breaksOf(trace),
    steps: trace.length,
    endMs: trace.end,
    unfinished: trace.unfinished,
    ...runFigures(figures, tally),
    ...(trace.fault !== undefined && { fault: trace.fault }),
  };
}

function breaksOf(trace: Trace): RunOutcome['breaks'] {
  const broken = trace.scenario.invariants.filter((invariant) => isBroken(trace, invariant));
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
