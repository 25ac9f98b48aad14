// The world at any moment of a trace, for whoever only reads it: who goes through a trace in order walks through it once.
import { advance } from './run';
import { seek, type Trace } from './trace';
import { begin, beginAgain, type World } from './world';

/** Steps that are walked rather than sought from the nearest checkpoint: about as long takes it to restore a world. */
const NEAR = 2000;

const worlds = new WeakMap<Trace, World>();

/** The world after so many steps, as it is until the trace is read again. To read only. */
export function worldRead(trace: Trace, steps: number): World {
  const known = worlds.get(trace);
  const world = known ?? begin(trace.plan);
  worlds.set(trace, world);
  const isNear =
    trace.path === undefined && known !== undefined && known.steps <= steps && steps - known.steps < NEAR;
  if (isNear) {
    while (world.steps < steps && advance(world));
    return world;
  }
  if (known !== undefined) beginAgain(world);
  seek(world, trace, steps);
  return world;
}
