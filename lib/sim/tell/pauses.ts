// Until when nobody takes a row again that the broker said no to. Chance decided how long, so the world is asked: for all
// such steps of a stretch at once, since who reads a log reads in both directions.
import { at, timeAt } from '../columns';
import { worldRead } from '../reader';
import { advance } from '../run';
import type { Millis } from '../scenario/scenario';
import { KIND } from '../step';
import type { Trace } from '../trace';
import type { World } from '../world';

/** Steps of a stretch. */
const STRETCH = 1024;

/** For each stretch that was asked for, by its first place; within it, by the place of the step. */
const known = new WeakMap<Trace, Map<number, ReadonlyMap<number, Millis>>>();

/** Stretches that are kept. */
const KEPT = 64;

/** By the place of a step that failed to publish; undefined where time is erased. */
export function pauseAfter(trace: Trace, place: number): Millis | undefined {
  if (!trace.plan.timed) return;
  const stretches = known.get(trace) ?? new Map<number, ReadonlyMap<number, Millis>>();
  known.set(trace, stretches);
  const from = place - (place % STRETCH);
  const stretch = stretches.get(from) ?? pausesIn(trace, from);
  if (stretches.size === KEPT) stretches.clear();
  stretches.set(from, stretch);
  return stretch.get(place);
}

function pausesIn(trace: Trace, from: number): ReadonlyMap<number, Millis> {
  const { codes, length } = trace;
  const pauses = new Map<number, Millis>();
  const to = Math.min(from + STRETCH, length);
  let world: World | null = null;
  for (let place = from; place < to; place += 1) {
    if (at(codes.kind, place) !== KIND['failed-to-publish']) continue;
    world ??= worldRead(trace, place + 1);
    while (world.steps <= place && advance(world));
    pauses.set(place, timeAt(world.times.notBefore, at(codes.event, place)) / 1000);
  }
  return pauses;
}
