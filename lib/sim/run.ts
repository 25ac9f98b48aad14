// Takes the earliest of what may happen until nothing is left, and finds the world at any moment of that again.

import type { Action } from './actions';
import { at, timeAt } from './columns';
import { type Processes, planOf } from './plan';
import { OPEN_CALLS } from './process/process';
import { apply, isEnabled } from './rules';
import type { Command, Scenario } from './scenario/scenario';
import { dueAt } from './time';
import { begin, type World } from './world';

/** The world of a scenario in time, as a run begins it. */
export const beginRun = (
  scenario: Scenario,
  commands: readonly Command[] = [],
  processes?: Processes,
): World => begin(planOf(scenario, true, commands, processes));

/** The earliest action and when it is due; null where nothing more will happen. */
export function earliest(world: World): Action | null {
  const { plan, times } = world;
  const { due } = times;
  let first: Action | null = null;
  let soonest = Number.POSITIVE_INFINITY;
  for (let slot = 0; slot < plan.actions.length; slot += 1) {
    const action = plan.actions[slot] as Action;
    if (!isEnabled(world, action)) {
      due[slot] = Number.POSITIVE_INFINITY;
      continue;
    }
    if (timeAt(due, slot) === Number.POSITIVE_INFINITY) {
      due[slot] = dueAt(world, action);
      times.since[slot] = world.now;
    } else if (isPoll(world, action)) due[slot] = dueAt(world, action);
    if (timeAt(due, slot) >= soonest) continue;
    soonest = timeAt(due, slot);
    first = action;
  }
  return first;
}

/** A poll waits for the next beat, and what it would find may come sooner than what it waited for. */
const isPoll = ({ relays }: World, { do: what, who }: Action): boolean =>
  (what === 'relay' && at(relays.phase, who) === 0) ||
  (what === 'call' && at(relays.phase, Math.floor(who / OPEN_CALLS)) === 0);

/** Moves the world on by its earliest action; false at the end of the run. */
export function advance(world: World): boolean {
  const action = earliest(world);
  if (action === null) return false;
  const { due } = world.times;
  // Later than the last step: what it notes and what it changes are of one moment.
  world.now = Math.max(timeAt(due, action.slot), world.now, world.stamped + 1);
  due[action.slot] = Number.POSITIVE_INFINITY;
  apply(world, action);
  return true;
}
