// The playhead of a stage: where it stands, how it moves, and what has to move along with it.
import type { StoreApi } from 'zustand/vanilla';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepAt, stepsBy } from '@/lib/sim/trace';
import type { StageState, StageStore } from './stage';
import { branchOf, watched } from './stage-branches';
import type { Follower } from './stage-database';

/** Sets a part of the state; all that hangs on the shown run and on the playhead comes along. */
export type Put = (
  change: Partial<Pick<StageState, 'branches' | 'shown' | 'compared' | 'time' | 'playing' | 'work'>>,
) => void;

export const putting =
  (state: StoreApi<StageState>, { pastOf, follow }: Pick<Follower, 'pastOf' | 'follow'>): Put =>
  (change) => {
    const before = state.getState();
    const { branches, shown, time: asked } = { ...before, ...change };
    const { trace } = branchOf(branches, shown).run;
    const time = Math.min(Math.max(0, asked), trace.end);
    const isNew = trace !== before.trace;
    state.setState({
      ...change,
      ...(isNew && pastOf(trace)),
      // Up to where it stood, and up to where it stands now.
      branches: watched(watched(branches, before.shown, before.time), shown, time),
      trace,
      time,
      count: stepsBy(trace, time),
      told: time,
    });
    if (isNew) follow();
  };

type Playing = Pick<StageStore, 'play' | 'pause' | 'step' | 'seek' | 'setSpeed' | 'advance'>;

/** Of the reader's time, between two changes of what is told while the run plays: where a few steps can be followed, and where nobody could. */
const OFTEN = 100;
const SELDOM = 400;

/** More steps than this at once are not followed one by one. */
const FEW = 12;

/** Something new is to be told; where nothing is, the moment itself. */
function isDue(steps: number, elapsed: number): boolean {
  if (elapsed >= SELDOM) return true;
  return steps > 0 && steps <= FEW && elapsed >= OFTEN;
}

/** `moved`: the reader has moved the playhead. */
export function playing(state: StoreApi<StageState>, put: Put, moved: () => void): Playing {
  let sinceTold = SELDOM;
  /** What is told is exact then, so the next is due as long after it as after any other. */
  const tell: Put = (change) => {
    sinceTold = 0;
    put(change);
  };
  const move: Put = (change) => {
    moved();
    tell(change);
  };
  return {
    play: () => {
      const { time, trace } = state.getState();
      move({ playing: true, time: time >= trace.end ? 0 : time });
    },
    pause: () => tell({ playing: false }),
    step: (by) => move({ playing: false, time: timeAfter(state.getState(), by) }),
    seek: (time) => move({ playing: false, time }),
    setSpeed: (speed) => state.setState({ speed }),
    advance: (elapsedMs) => {
      const { time: before, trace, playing, speed, count } = state.getState();
      sinceTold += elapsedMs;
      if (!playing || before >= trace.end) return;
      const time = Math.min(trace.end, before + elapsedMs * speed);
      if (time < trace.end && !isDue(stepsBy(trace, time) - count, sinceTold))
        return state.setState({ time });
      tell({ time });
    },
  };
}

/** Where the playhead comes to with so many steps, forward or back. */
export function timeAfter({ trace, time }: StageState, by: number): Millis {
  const count = stepsBy(trace, time);
  // Between two steps, back leads to the one that is on show.
  const between = by < 0 && count > 0 && time > stepAt(trace, count - 1).at ? 1 : 0;
  const target = Math.min(Math.max(0, count + by + between), trace.length);
  return target === 0 ? 0 : stepAt(trace, target - 1).at;
}
