// What all that happens on a stage works with: its state, how to set it, the runs under way, and new branches.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Millis, Scenario } from '@/lib/sim/scenario/scenario';
import { emptyRun } from './empty-run';
import { NoRun, type Run } from './run';
import type { StageState, StageTools, Work } from './stage';
import { type Branch, inOrder, MOST_BRANCHES, watched, without } from './stage-branches';
import { type Computed, type Computing, createComputing, type Inputs } from './stage-computing';
import type { Follower } from './stage-database';
import { type Put, putting, timeAfter } from './stage-playing';

export interface Core {
  readonly state: StoreApi<StageState>;
  readonly follower: Follower;
  readonly put: Put;
  readonly computing: Computing;
  readonly awaited: Awaited;
  /** A branch that stands nowhere yet; null, and refused, where there are as many as there can be. */
  readonly another: (made: Made) => Branch | null;
  /** A first branch, its run under way; the others are gone. It plays from its start. */
  readonly restart: (scenario: Scenario) => void;
  readonly refuse: (words: string) => void;
}

interface Made {
  readonly run: Run;
  readonly from: Branch['from'];
  readonly seen: Millis;
  /** Left out: `Run 2`, by the next number. */
  readonly title?: (next: () => string) => string;
}

const FULL = 'Five runs stand side by side at most. Remove one, and try again.';

export function createCore(scenario: Scenario, tools: StageTools): Core {
  const name = naming();
  const inputs: Inputs = { scenario, commands: inOrder(tools.commands ?? []) };
  const first = name.branch({ run: emptyRun(inputs), from: null, seen: 0 });
  const state = createStore<StageState>(() => opening(first));
  const follower = tools.database?.(state) ?? noDatabase;
  const put = putting(state, follower);
  const awaited = awaiting();
  const computing = createComputing(tools, computed(state, put, awaited));
  computing.begin(first.id, inputs);

  const refuse = (words: string) => state.setState({ work: { at: 'refused', words } });
  return {
    state,
    follower,
    put,
    computing,
    awaited,
    refuse,
    another: (made) => {
      if (state.getState().branches.length < MOST_BRANCHES) return name.branch(made);
      refuse(FULL);
      return null;
    },
    restart: (scenario) => {
      const inputs: Inputs = { scenario, commands: [] };
      awaited.clear();
      name.again();
      computing.clear();
      const { id, ...fresh } = name.branch({ run: emptyRun(inputs), from: null, seen: 0 });
      put({ branches: [{ id, ...fresh }], shown: id, compared: null, time: 0, playing: true });
      computing.begin(id, inputs);
    },
  };
}

/** Ids are never used twice; numbers begin again with the stage. */
function naming(): { readonly branch: (made: Made) => Branch; readonly again: () => void } {
  let ids = 0;
  let numbers = 0;
  const next = () => {
    numbers += 1;
    return `Run ${numbers}`;
  };
  return {
    branch: ({ title = (next) => next(), ...made }) => {
      ids += 1;
      return { id: ids, title: title(next), ...made };
    },
    again: () => {
      numbers = 0;
    },
  };
}

const opening = (first: Branch): StageState => ({
  branches: [first],
  shown: first.id,
  compared: null,
  work: { at: 'running' },
  trace: first.run.trace,
  count: 0,
  told: 0,
  time: 0,
  playing: true,
  // A person can follow each step.
  speed: 0.25,
  transactions: [],
  recording: [],
  standing: { at: 'model' },
});

/** Without a database the rows are the model's. */
const noDatabase: Follower = {
  open: () => undefined,
  follow: () => undefined,
  pastOf: () => ({ transactions: [], recording: [] }),
};

/** Deeds done at the playhead of a reader who has paused, and who is to see them once they are computed. */
interface Awaited {
  readonly add: () => void;
  /** The reader has gone elsewhere. */
  readonly clear: () => void;
  /** How many steps to go on, of so many deeds that have been computed. */
  readonly take: (computed: number) => number;
}

function awaiting(): Awaited {
  let deeds = 0;
  return {
    add: () => {
      deeds += 1;
    },
    clear: () => {
      deeds = 0;
    },
    take: (computed) => {
      const taken = Math.min(deeds, computed);
      deeds -= taken;
      return taken;
    },
  };
}

const computed = (state: StoreApi<StageState>, put: Put, awaited: Awaited): Computed => ({
  began: () => state.setState({ work: { at: 'running' } }),
  rested: () => state.setState(({ work }) => (work.at === 'running' ? { work: { at: 'idle' } } : {})),
  failed: (error) => state.setState({ work: workAfter(error) }),
  dropped: (ids) => put(without(state.getState(), ids)),
  arrived: (id, run, more) => {
    const { branches, shown, playing } = state.getState();
    const renewed = branches.map((branch) => (branch.id === id ? { ...branch, run } : branch));
    put({ branches: watched(renewed, id, 0) });
    if (id !== shown || playing) return;
    const steps = awaited.take(more);
    if (steps > 0) put({ time: timeAfter(state.getState(), steps) });
  },
});

function workAfter(error: unknown): Work {
  if (error instanceof NoRun) return { at: error.at, words: error.message };
  return { at: 'failed', words: error instanceof Error ? error.message : String(error) };
}
