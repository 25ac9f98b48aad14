// One stage in the page: runs of a scenario side by side, each with what was done to it, and one playhead for all.
// What computes the runs and the database that follows come from outside, so that tests can hand in their own.
import type { StoreApi } from 'zustand/vanilla';
import type { Statement } from '@/lib/activities/evidence';
import type { Recorded } from '@/lib/sim/database/recorded';
import type { Transaction } from '@/lib/sim/database/replay';
import type { Command, Deed, Millis, Scenario } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';
import { acting, editing } from './stage-acting';
import { arranging } from './stage-arranging';
import { type Branch, branchOf } from './stage-branches';
import type { Simulator } from './stage-computing';
import { createCore } from './stage-core';
import type { Follower } from './stage-database';
import { playing } from './stage-playing';

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;

export type Speed = (typeof SPEEDS)[number];

/** Whose rows are on show: the model's until the database has caught up, then the learner's own. */
export type Standing =
  | { readonly at: 'model' | 'behind' | 'agrees' }
  | { readonly at: 'disagrees' | 'failed'; readonly words: string };

/** What is being computed, what came of it, or why something was not done. */
export type Work =
  | { readonly at: 'idle' | 'running' | 'stopped' }
  | { readonly at: 'failed' | 'refused'; readonly words: string };

export interface StageState {
  /** From one to five, in the order in which they were made. */
  readonly branches: readonly Branch[];
  /** The id of the one on the stage. */
  readonly shown: number;
  /** The id of the one beside it. */
  readonly compared: number | null;
  readonly work: Work;
  /** The shown run's. */
  readonly trace: Trace;
  /** Steps of it that are told. Exact, but that it is renewed every 100 ms of the reader's at most while it plays. */
  readonly count: number;
  /** The playhead as it is told in numbers: renewed with `count`, and every 400 ms of the reader's where nothing happens. */
  readonly told: Millis;
  /** The playhead, in model time. */
  readonly time: Millis;
  /** At the end it waits for what comes: to do something there plays on. */
  readonly playing: boolean;
  readonly speed: Speed;
  /** What the database is to hold; nothing where there is none. */
  readonly transactions: readonly Transaction[];
  /** What it held after the first, second, … transaction; shorter while it is behind. */
  readonly recording: readonly Recorded[];
  readonly standing: Standing;
}

export interface StageTools extends Simulator {
  /** What was done already, in a run that somebody saved. */
  readonly commands?: readonly Command[];
  /** Follows the shown run; left out: the rows are the model's. See `followInDatabase`. */
  readonly database?: (state: StoreApi<StageState>) => Follower;
}

export interface StageStore {
  readonly state: StoreApi<StageState>;
  /** Sets what makes the learner's tables, and replays the run in them. */
  readonly open: (creates: readonly Statement[]) => void;
  /** The database was replaced, or is to be tried again: replays the run. */
  readonly follow: () => void;
  /** Does something at the playhead, or at `at`. At or after what was seen this run goes on; before it, a fork does. */
  readonly act: (deed: Deed, at?: Millis) => void;
  /** Takes a command of the shown run back, by its place in `trace.commands`. */
  readonly withdraw: (place: number) => void;
  readonly move: (place: number, at: Millis) => void;
  /** Another scenario on the same stage, with what was done to the shown run, or with these commands. */
  readonly begin: (scenario: Scenario, commands?: readonly Command[]) => void;
  /** Takes back everything: one run, nothing done, from its start. */
  readonly startOver: () => void;
  /** Ends the computation that is under way; every run stays as it is. */
  readonly stop: () => void;
  /** A schedule that an exploration found joins the runs, and waits on the stage at its start. */
  readonly showTrace: (trace: Trace, title: string) => void;
  readonly show: (id: number) => void;
  readonly compare: (id: number | null) => void;
  readonly remove: (id: number) => void;
  /** A copy of the shown run joins the others, and stays what it is. */
  readonly keepCopy: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** So many steps forward, or back; pauses. */
  readonly step: (by: number) => void;
  /** Moves the playhead; pauses. */
  readonly seek: (time: Millis) => void;
  readonly setSpeed: (speed: Speed) => void;
  /** Milliseconds of the reader's have passed. */
  readonly advance: (elapsedMs: number) => void;
}

/** Until its first run is computed the stage shows the beginning, where nothing has happened. */
export function createStage(scenario: Scenario, tools: StageTools): StageStore {
  const core = createCore(scenario, tools);
  const { state, follower, put, awaited } = core;
  return {
    state,
    open: follower.open,
    follow: follower.follow,
    ...acting(core),
    ...editing(core),
    ...arranging(core),
    ...playing(state, put, awaited.clear),
  };
}

/** The run on the stage. */
export const shownOf = ({ branches, shown }: StageState): Branch => branchOf(branches, shown);

/** The run beside it. */
export const comparedOf = ({ branches, compared }: StageState): Branch | null =>
  compared === null ? null : branchOf(branches, compared);

/** Time passes and there is something left to see. */
export const isMoving = ({ playing, time, trace }: StageState): boolean => playing && time < trace.end;

/** What the database held after the steps that are told, the same object each time; null while that is not known. */
export function recordedAt({ transactions, recording, standing, count }: RecordedState): Recorded | null {
  const ended = endedBy(transactions, count);
  if (ended === 0) return standing.at === 'agrees' ? NOTHING : null;
  return recording[ended - 1] ?? null;
}

type RecordedState = Pick<StageState, 'transactions' | 'recording' | 'standing' | 'count'>;

const NOTHING: Recorded = { rows: [], counts: {}, contents: {}, error: null };

/** How many transactions have ended within so many steps. */
function endedBy(transactions: readonly Transaction[], steps: number): number {
  let low = 0;
  let high = transactions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((transactions[middle]?.after ?? 0) <= steps) low = middle + 1;
    else high = middle;
  }
  return low;
}
