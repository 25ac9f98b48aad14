import { apply, earliest } from './rules';
import type { Command, Millis, Scenario } from './scenario';
import type { Step } from './step';
import { begin, copy, type World } from './world';

/** Everything that happened, in order. It is made once and only read from then on. */
export interface Trace {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
  readonly steps: readonly Step[];
  /** When the last step happened; 0 if nothing ever did. */
  readonly end: Millis;
  /** The world before step 0, `STRIDE`, 2 × `STRIDE`, … */
  readonly checkpoints: readonly World[];
}

const STRIDE = 32;

/**
 * Folds a scenario and what was done to it into a trace, up to the moment from which nothing more would happen by
 * itself. A command changes nothing at or before its own time.
 */
export function run(scenario: Scenario, commands: readonly Command[] = []): Trace {
  const world = begin(scenario, commands);
  const checkpoints = [copy(world)];
  const steps: Step[] = [];
  for (let step = next(world); step !== null; step = next(world)) {
    steps.push(step);
    if (steps.length % STRIDE === 0) checkpoints.push(copy(world));
  }
  return { scenario, commands, steps, end: steps.at(-1)?.at ?? 0, checkpoints };
}

/** How many steps have happened by then; the last of them is the current one. */
export function stepsBy({ steps }: Trace, time: Millis): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.at ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The world after so many steps: the nearest checkpoint, moved on. */
export function worldAfter(trace: Trace, count: number): World {
  const checkpoint = trace.checkpoints[Math.floor(count / STRIDE)];
  if (checkpoint === undefined) throw new Error(`The trace has no step ${count}.`);
  const world = copy(checkpoint);
  for (let left = count % STRIDE; left > 0; left -= 1) next(world);
  return world;
}

export const worldAt = (trace: Trace, time: Millis): World => worldAfter(trace, stepsBy(trace, time));

/** Takes the earliest action that leaves a step; null at rest. */
function next(world: World): Step | null {
  for (let action = earliest(world); action !== null; action = earliest(world)) {
    const step = apply(world, action);
    if (step !== null) return step;
  }
  return null;
}
