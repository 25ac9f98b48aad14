// Takes every action in turn, breadth first: so the first broken invariant comes with a shortest way to it.
import { brokenAtRest, brokenIn } from '../invariants';
import { apply, isAtRest, isEnabled, isThreat } from '../rules';
import type { Invariant } from '../scenario/scenario';
import type { World } from '../world';
import { createStateStore, type Room } from './state-store';
import { createSorter } from './symmetry';
import { createWays } from './ways';

/** How a search ends. `cut`: there was no room for all the states. */
export type Outcome = 'exhausted' | 'broken' | 'cut';

export interface Search {
  /** States known so far; at the end, those of the levels that were judged whole. */
  readonly states: number;
  /** Actions from the beginning to the states that are being looked at. */
  readonly depth: number;
  /** Bytes that all of this takes. */
  readonly bytes: number;
  /** States in which nothing more happens by itself. */
  readonly rests: number;
  /** The lowest-numbered invariant that is broken in the fewest actions; null while none is. */
  readonly invariant: Invariant | null;
  /** What there was no room for; null while there is room. */
  readonly bound: 'states' | 'memory' | null;
  /** Looks at so many states more. Null: there is more to look at. */
  readonly advance: (count: number) => Outcome | null;
  /** The states from the beginning to the one that breaks the invariant, each as words. */
  readonly chain: () => readonly Int32Array[];
  /** The different orders of things up to here. */
  readonly schedules: () => number;
  /** From some state on, nothing ever comes to rest. Of a search that is exhausted. */
  readonly circles: () => boolean;
}

/** A search from this world, which it uses as its own. */
export function createSearch(world: World, room: Room): Search {
  const { actions } = world.plan;
  const sort = createSorter(world);
  const words = new Int32Array(world.state.buffer);
  const before = new Int32Array(words.length);
  const store = createStateStore(words.length, room);
  const ways = createWays();
  let next = 0;
  let depth = 0;
  let levelStart = 0;
  let levelEnd = 1;
  let rests = 0;
  const restful: number[] = [];
  let invariant: Invariant | null = null;
  let broken = -1;
  let isFull = false;
  sort();
  store.add(words, -1);

  const note = (found: Invariant | null, state: number): void => {
    if (found === null || (invariant !== null && found >= invariant)) return;
    invariant = found;
    broken = state;
  };

  const keep = (to: number): void => {
    if (to === -1) isFull = true;
    else ways.lead(to);
  };

  /** Adds all that may come next. Returns whether nothing comes by itself. */
  const expand = (state: number): boolean => {
    let rest = true;
    let isMoved = false;
    for (const action of actions) {
      if (isMoved) words.set(before);
      isMoved = false;
      if (!isEnabled(world, action)) continue;
      if (!isThreat(action)) rest = false;
      apply(world, action);
      sort();
      isMoved = true;
      keep(store.add(words, state));
    }
    if (isMoved) words.set(before);
    return rest;
  };

  const look = (state: number): void => {
    store.read(state, before);
    words.set(before);
    ways.begin();
    const found = brokenIn(world);
    if (found === null) lookFurther(state);
    else note(found, state);
  };

  const lookFurther = (state: number): void => {
    // The level is judged to its end, whatever has been found in it: so the verdict does not hang on its order.
    const rest = invariant !== null || isFull ? isAtRest(world) : expand(state);
    if (!rest) return;
    rests += 1;
    restful.push(state);
    note(brokenAtRest(world), state);
  };

  const deepen = (): Outcome | null => {
    if (invariant !== null) return 'broken';
    if (isFull) return 'cut';
    if (levelEnd === store.count) return 'exhausted';
    depth += 1;
    levelStart = levelEnd;
    levelEnd = store.count;
    return null;
  };

  return {
    get states() {
      return invariant === null ? store.count : levelEnd;
    },
    get depth() {
      return depth;
    },
    get bytes() {
      return store.bytes + ways.bytes;
    },
    get rests() {
      return rests;
    },
    get invariant() {
      return invariant;
    },
    get bound() {
      if (!isFull) return null;
      return store.count >= room.states ? 'states' : 'memory';
    },
    advance(count) {
      const end = next + count;
      while (next < end) {
        if (next === levelEnd) {
          const outcome = deepen();
          if (outcome !== null) return outcome;
        }
        look(next);
        next += 1;
        if (store.bytes + ways.bytes > room.bytes) isFull = true;
      }
      return null;
    },
    chain() {
      const states: Int32Array[] = [];
      for (let state = broken; state !== -1; state = store.origin(state)) {
        const found = new Int32Array(words.length);
        store.read(state, found);
        states.unshift(found);
      }
      return states;
    },
    circles: () => !ways.allLeadTo(restful, store.count),
    schedules: () => ways.count(levelEnd, invariant === null ? levelEnd : levelStart),
  };
}
