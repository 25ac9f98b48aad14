'use client';
import { type CSSProperties, memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Mark } from '@/components/marks/mark';
import { useMedia } from '@/components/shell/use-media';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepAt, type Trace } from '@/lib/sim/trace';
import type { StageState, StageStore } from '@/lib/store/stage';
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
    if (box.current === null) return;
    const played = playedIn(box.current, span);
    const follow = (now: StageState) => played(still ? lastTold(now) : now.time);
    follow(store.state.getState());
    return store.state.subscribe(follow);
    // With each picture there are other marks.
  });
  return (
    <div ref={box} className={styles['painted']} aria-hidden="true">
      {branches.map((branch, row) => (
        <Track
          key={branch.id}
          title={branch.title}
          trace={branch.run.trace}
          isShown={branch.id === shown}
          rowsUp={row - branches.findIndex(({ id }) => id === branch.from?.of)}
          forkedAt={branches.some(({ id }) => id === branch.from?.of) ? (branch.from?.at ?? 0) : null}
          span={span}
          width={width}
        />
      ))}
    </div>
  );
}

/** For whoever asked for less motion the line goes from step to step. */
export const lastTold = ({ trace, count }: StageState): number =>
  count === 0 ? 0 : stepAt(trace, count - 1).at;

/** Shows how far has been played, in the elements that are there now. */
function playedIn(tracks: HTMLElement, span: Millis): (time: Millis) => void {
  const lines = [...tracks.querySelectorAll<HTMLElement>('[data-start]')].map((line) => ({
    line,
    start: Number(line.dataset['start']),
  }));
  const marks = [...tracks.querySelectorAll<HTMLElement>('[data-at]')]
    .map((mark) => ({ mark, at: Number(mark.dataset['at']), ahead: mark.hasAttribute('data-ahead') }))
    .sort((one, other) => one.at - other.at);
  return (time) => {
    for (const { line, start } of lines) {
      line.style.transform = `scaleX(${Math.max(0, Math.min(time, span) - start) / Math.max(1, span - start)})`;
    }
    for (const known of marks) {
      const ahead = known.at > time;
      if (known.ahead === ahead) continue;
      known.ahead = ahead;
      known.mark.toggleAttribute('data-ahead', ahead);
    }
  };
}

interface TrackProps {
  readonly title: string;
  readonly trace: Trace;
  readonly isShown: boolean;
  /** Where it left its parent; null if that is not there. */
  readonly forkedAt: Millis | null;
  /** How far above the track is that it forked from. */
  readonly rowsUp: number;
  readonly span: number;
  readonly width: number;
}

/** Told of the trace and not of its branch, which is another one whenever more of it has been seen. */
const Track = memo(function Track({ title, trace, isShown, forkedAt, rowsUp, span, width }: TrackProps) {
  // Up to there it is its parent's.
  const start = forkedAt ?? 0;
  return (
    <div
      className={styles['track']}
      data-shown={isShown}
      style={{ '--start': start / span, '--end': Math.max(start, trace.end) / span } as CSSProperties}
    >
      <span className={styles['played']} data-start={start} />
      <span className={styles['tag']}>{title}</span>
      {forkedAt !== null && <span className={styles['fork']} style={{ '--up': rowsUp } as CSSProperties} />}
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
