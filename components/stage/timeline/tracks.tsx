'use client';
import { type CSSProperties, memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Mark } from '@/components/marks/mark';
import { useMedia } from '@/components/shell/use-media';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepAt } from '@/lib/sim/trace';
import type { StageState, StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import { landmarksOf } from '../landmarks';
import styles from './timeline.module.css';

interface TracksProps {
  readonly store: StageStore;
  readonly span: number;
  readonly width: number;
}

/** A track for each run. React is not asked what has been played, and a frame touches only the marks that it passes. */
export function Tracks({ store, span, width }: TracksProps) {
  const branches = useStore(store.state, (now) => now.branches);
  const shown = useStore(store.state, (now) => now.shown);
  const box = useRef<HTMLDivElement>(null);
  const still = useMedia('(prefers-reduced-motion: reduce)', false);
  useEffect(() => {
    const follow = (now: StageState) => {
      if (box.current !== null) showPlayed(box.current, still ? lastTold(now) : now.time, span);
    };
    follow(store.state.getState());
    return store.state.subscribe(follow);
    // Other runs have other marks, and so has another width.
  }, [store, span, still, branches, width]);
  return (
    <div ref={box} className={styles['painted']} aria-hidden="true">
      {branches.map((branch, row) => (
        <Track
          key={branch.id}
          branch={branch}
          isShown={branch.id === shown}
          rowsUp={row - branches.findIndex(({ id }) => id === branch.from?.of)}
          forked={branches.some(({ id }) => id === branch.from?.of)}
          span={span}
          width={width}
        />
      ))}
    </div>
  );
}

/** For whoever asked for less motion the line goes from step to step. */
const lastTold = ({ trace, count }: StageState): number => (count === 0 ? 0 : stepAt(trace, count - 1).at);

function showPlayed(tracks: HTMLElement, time: Millis, span: Millis) {
  for (const line of tracks.querySelectorAll<HTMLElement>('[data-start]')) {
    const start = Number(line.dataset['start']);
    line.style.transform = `scaleX(${Math.max(0, Math.min(time, span) - start) / Math.max(1, span - start)})`;
  }
  for (const mark of tracks.querySelectorAll<HTMLElement>('[data-at]')) {
    const isAhead = Number(mark.dataset['at']) > time;
    if (mark.hasAttribute('data-ahead') !== isAhead) mark.toggleAttribute('data-ahead', isAhead);
  }
}

interface TrackProps {
  readonly branch: Branch;
  readonly isShown: boolean;
  readonly forked: boolean;
  /** How far above the track is that it forked from. */
  readonly rowsUp: number;
  readonly span: number;
  readonly width: number;
}

const Track = memo(function Track({ branch, isShown, forked, rowsUp, span, width }: TrackProps) {
  const { trace } = branch.run;
  // Up to there it is its parent's.
  const start = forked ? (branch.from?.at ?? 0) : 0;
  return (
    <div
      className={styles['track']}
      data-shown={isShown}
      style={{ '--start': start / span, '--end': Math.max(start, trace.end) / span } as CSSProperties}
    >
      <span className={styles['played']} data-start={start} />
      <span className={styles['tag']}>{branch.title}</span>
      {forked && <span className={styles['fork']} style={{ '--up': rowsUp } as CSSProperties} />}
      {landmarksOf(trace, span, width)
        .filter(({ at }) => at >= start)
        .map(({ at, meaning }) => (
          <span
            key={at}
            data-meaning={meaning}
            className={styles['mark']}
            data-at={at}
            style={{ '--at': at / span } as CSSProperties}
          >
            <Mark meaning={meaning} />
          </span>
        ))}
    </div>
  );
});
