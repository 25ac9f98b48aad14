// How many orders of things an exploration covers: paths through the states that it saw, counted without walking each.

const BLOCK = 1 << 14;

/** Which states lead to which. */
export interface Ways {
  readonly bytes: number;
  /** From here on, `lead` speaks of the next state; states come in the order of their numbers. */
  readonly begin: () => void;
  readonly lead: (to: number) => void;
  /**
   * Paths from the first of so many states to where there is nothing after it. Ways from the state `end` on are
   * left out. Infinity where a path may come back to a state that it has passed.
   */
  readonly count: (states: number, end: number) => number;
  /** From each of so many states there is a path to one of these. */
  readonly allLeadTo: (goals: readonly number[], states: number) => boolean;
}

/** Whole numbers, one after another, in blocks. */
interface List {
  readonly length: () => number;
  readonly push: (value: number) => void;
  readonly whole: () => Int32Array;
}

export function createWays(): Ways {
  const starts = createList();
  const targets = createList();
  return {
    get bytes() {
      return (starts.length() + targets.length()) * 4;
    },
    begin: () => starts.push(targets.length()),
    lead: targets.push,
    count(states, end) {
      starts.push(targets.length());
      return countPaths(starts.whole(), targets.whole(), states, end);
    },
    allLeadTo: (goals, states) => reachFromAll(starts.whole(), targets.whole(), goals, states),
  };
}

function countPaths(starts: Int32Array, targets: Int32Array, states: number, end: number): number {
  const open = arrivals(targets, states, starts[end] as number);
  const paths = new Float64Array(states);
  const ready = new Int32Array(states);
  paths[0] = 1;
  let found = 1;
  let whole = 0;
  // A state's paths are known once every way to it has been followed.
  for (let next = 0; next < found; next += 1) {
    const state = ready[next] as number;
    const here = paths[state] as number;
    const first = starts[Math.min(state, end)] as number;
    const last = starts[Math.min(state + 1, end)] as number;
    if (first === last) whole += here;
    for (let way = first; way < last; way += 1) {
      const to = targets[way] as number;
      paths[to] = (paths[to] as number) + here;
      open[to] = (open[to] as number) - 1;
      if (open[to] !== 0) continue;
      ready[found] = to;
      found += 1;
    }
  }
  return found === states ? whole : Number.POSITIVE_INFINITY;
}

/** Most ways lead to later states, so that looking from the end takes few rounds. */
function reachFromAll(
  starts: Int32Array,
  targets: Int32Array,
  goals: readonly number[],
  states: number,
): boolean {
  const reaches = new Uint8Array(states);
  for (const goal of goals) reaches[goal] = 1;
  const leadsOn = (state: number): boolean => {
    const last = starts[state + 1] ?? targets.length;
    for (let way = starts[state] as number; way < last; way += 1)
      if (reaches[targets[way] as number] === 1) return true;
    return false;
  };
  let missing = states - goals.length;
  for (let before = states; missing > 0 && missing < before; ) {
    before = missing;
    for (let state = states - 1; state >= 0; state -= 1) {
      if (reaches[state] === 1 || !leadsOn(state)) continue;
      reaches[state] = 1;
      missing -= 1;
    }
  }
  return missing === 0;
}

/** How many ways lead to each state. */
function arrivals(targets: Int32Array, states: number, ways: number): Int32Array {
  const counts = new Int32Array(states);
  for (let way = 0; way < ways; way += 1) {
    const to = targets[way] as number;
    counts[to] = (counts[to] as number) + 1;
  }
  return counts;
}

function createList(): List {
  const full: Int32Array[] = [];
  let last = new Int32Array(BLOCK);
  let place = 0;
  return {
    length: () => full.length * BLOCK + place,
    push(value) {
      if (place === BLOCK) {
        full.push(last);
        last = new Int32Array(BLOCK);
        place = 0;
      }
      last[place] = value;
      place += 1;
    },
    whole() {
      const all = new Int32Array(full.length * BLOCK + place);
      for (const [index, block] of full.entries()) all.set(block, index * BLOCK);
      all.set(last.subarray(0, place), full.length * BLOCK);
      return all;
    },
  };
}
