// One stage in the page: a scenario, what the learner did to it, the trace of both, and where the playhead stands.
// The database comes from outside, so that tests can hand in their own.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Statement } from '@/lib/activities/evidence';
import type { Recorded } from '@/lib/sim/database/recorded';
import { commonStart, type Transaction, transactions } from '@/lib/sim/database/replay';
import type { Command, Deed, Millis, Scenario } from '@/lib/sim/scenario/scenario';
import { run, stepAt, stepsBy, type Trace } from '@/lib/sim/trace';
import { type Follower, followInDatabase, type RunScript } from './stage-database';

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;

export type Speed = (typeof SPEEDS)[number];

/** Whose rows are on show: the model's until the database has caught up, then the learner's own. */
export type Standing =
  | { readonly at: 'model' | 'behind' | 'agrees' }
  | { readonly at: 'disagrees' | 'failed'; readonly words: string };

export interface StageState {
  readonly trace: Trace;
  readonly transactions: readonly Transaction[];
  /** What the database held after the first, second, … transaction; shorter while it is behind. */
  readonly recording: readonly Recorded[];
  readonly standing: Standing;
  /** The playhead, in model time. */
  readonly time: Millis;
  /** At the end it waits for what comes: to do something there plays on. */
  readonly playing: boolean;
  readonly speed: Speed;
}

export interface StageTools {
  readonly runScript: RunScript;
}

export interface StageStore {
  readonly state: StoreApi<StageState>;
  /** Sets what makes the learner's tables, and replays the run in them. */
  readonly open: (creates: readonly Statement[]) => void;
  /** The database was replaced, or is to be tried again: replays the run. */
  readonly follow: () => void;
  /** Does something at the playhead. The run is computed anew, and so is what lay ahead. */
  readonly act: (deed: Deed) => void;
  /** Takes back everything done. */
  readonly startOver: () => void;
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

export function createStage(scenario: Scenario, { runScript }: StageTools): StageStore {
  const trace = run(scenario);
  const state = createStore<StageState>(() => ({
    trace,
    transactions: transactions(trace),
    recording: [],
    standing: { at: 'model' },
    time: 0,
    playing: true,
    // A person can follow each step.
    speed: 0.25,
  }));
  const follower = followInDatabase(state, runScript);
  return {
    state,
    open: follower.open,
    follow: follower.follow,
    ...acting(state, follower),
    ...playing(state),
  };
}

function acting(state: StoreApi<StageState>, { follow }: Follower): Pick<StageStore, 'act' | 'startOver'> {
  const rerun = (commands: readonly Command[]) => {
    const before = state.getState();
    const trace = run(before.trace.scenario, commands);
    const now = transactions(trace);
    const recording = before.recording.slice(0, commonStart(before.transactions, now));
    state.setState({ trace, transactions: now, recording, time: Math.min(before.time, trace.end) });
    follow();
  };
  return {
    act: (deed) => {
      const { trace, time, playing } = state.getState();
      // Whole microseconds, as the model counts them.
      const at = Math.floor(time * 1000) / 1000;
      rerun(insertAt(trace.commands, { at, ...deed }));
      // Whoever steps sees what was done; whoever plays comes to see it.
      if (!playing) stepBy(state, 1);
    },
    startOver: () => {
      rerun([]);
      state.setState({ time: 0, playing: true });
    },
  };
}

/** Before those of the same moment: at the playhead they have not happened yet. */
function insertAt(commands: readonly Command[], command: Command): readonly Command[] {
  const before = commands.filter(({ at }) => at < command.at);
  return [...before, command, ...commands.slice(before.length)];
}

const playing = (
  state: StoreApi<StageState>,
): Pick<StageStore, 'play' | 'pause' | 'step' | 'seek' | 'setSpeed' | 'advance'> => ({
  play: () => state.setState(({ time, trace }) => ({ playing: true, time: time >= trace.end ? 0 : time })),
  pause: () => state.setState({ playing: false }),
  step: (by) => stepBy(state, by),
  seek: (time) =>
    state.setState(({ trace }) => ({ playing: false, time: Math.min(Math.max(0, time), trace.end) })),
  setSpeed: (speed) => state.setState({ speed }),
  advance: (elapsedMs) =>
    state.setState(({ time, trace, playing, speed }) =>
      playing ? { time: Math.min(trace.end, time + elapsedMs * speed) } : {},
    ),
});

function stepBy(state: StoreApi<StageState>, by: number): void {
  const { trace, time } = state.getState();
  const count = stepsBy(trace, time);
  // Between two steps, back leads to the one that is on show.
  const between = by < 0 && count > 0 && time > stepAt(trace, count - 1).at ? 1 : 0;
  const target = Math.min(Math.max(0, count + by + between), trace.length);
  state.setState({ playing: false, time: target === 0 ? 0 : stepAt(trace, target - 1).at });
}

/** Time passes and there is something left to see. */
export const isMoving = ({ playing, time, trace }: StageState): boolean => playing && time < trace.end;

/** What the database held at the playhead, the same object each time; null while that is not known. */
export function recordedAt({ trace, transactions, recording, standing, time }: StageState): Recorded | null {
  const count = stepsBy(trace, time);
  const ended = transactions.filter(({ after }) => after <= count).length;
  if (ended === 0) return standing.at === 'agrees' ? NOTHING : null;
  return recording[ended - 1] ?? null;
}

const NOTHING: Recorded = { rows: [], counts: {}, contents: {}, error: null };
