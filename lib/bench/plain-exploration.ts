// The plain checker: the rules, the order of the search and the symmetry are those of the real one. Only the key differs,
// which is a text, and so does the store, which is a map from texts to the cells of states.

import { createSorter } from '@/lib/sim/explore/symmetry';
import { brokenAtRest, brokenIn } from '@/lib/sim/invariants';
import { planOf } from '@/lib/sim/plan';
import { apply, isEnabled, isThreat } from '@/lib/sim/rules';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { begin, type World } from '@/lib/sim/world';

/** How many states a scenario has in which nothing is broken; −1 once something is. */
export function explorePlainly(scenario: Scenario): number {
  const world = begin(planOf(scenario, false));
  const sort = createSorter(world);
  sort();
  const seen = new Map([[keyOf(world), world.state.slice()]]);
  // A map goes on to what is added while it is gone through: first in, first out, so breadth first.
  for (const before of seen.values()) {
    world.state.set(before);
    if (brokenIn(world) !== null) return -1;
    if (expand(world, before, sort, seen) && brokenAtRest(world) !== null) return -1;
  }
  return seen.size;
}

type Cells = World['state'];

/** Adds all that may come next. Returns whether nothing comes by itself. */
function expand(world: World, before: Cells, sort: () => void, seen: Map<string, Cells>): boolean {
  let rest = true;
  for (const action of world.plan.actions) {
    if (!isEnabled(world, action)) continue;
    if (!isThreat(action)) rest = false;
    apply(world, action);
    sort();
    const key = keyOf(world);
    if (!seen.has(key)) seen.set(key, world.state.slice());
    world.state.set(before);
  }
  return rest;
}

const keyOf = ({ state }: World): string => JSON.stringify(Array.from(state));
