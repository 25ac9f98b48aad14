// The world at any moment of a trace, for whoever only reads it: who goes through a trace in order walks through it once.
import { advance } from './run';
import { seek, type Trace } from './trace';
import { begin, beginAgain, type World } from './world';

/** Steps that are sooner walked than sought, even past a checkpoint. */
const NEAR = 2000;

const worlds = new WeakMap<Trace, World>();

/** The world after so many steps of those that the trace has, as it is until the trace is read again. To read only. */
export function worldRead(trace: Trace, wanted: number): World {
  const steps = Math.min(wanted, trace.length);
  const known = worlds.get(trace);
  const world = known ?? begin(trace.plan);
  worlds.set(trace, world);
  if (known !== undefined && isAhead(trace, known.steps, steps)) {
    while (world.steps < steps && advance(world));
    return world;
  }
  if (known !== undefined) beginAgain(world);
  seek(world, trace, steps);
  return world;
}

/** So little ahead that no checkpoint would be a shorter way. */
function isAhead({ checkpoints, path }: Trace, from: number, steps: number): boolean {
  if (path !== undefined || steps < from) return false;
  const nearest = checkpoints.findLast((checkpoint) => checkpoint.steps <= steps);
  return steps - from < NEAR || (nearest?.steps ?? 0) <= from;
}
