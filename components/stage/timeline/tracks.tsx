'use client';
import { type CSSProperties, memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useMedia } from '@/components/shell/use-media';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepAt, type Trace } from '@/lib/sim/trace';
import type { StageState, StageStore } from '@/lib/store/stage';
import { landmarksOf } from '../landmarks';
import { PaintedMarks } from './painted-marks';
import styles from './timeline.module.css';

interface TracksProps {
  readonly store: StageStore;
  readonly span: number;
  readonly width: number;
}

/** A track for each run. What has been played is a line, and a veil lies over what has not: a frame only scales these. */
export function Tracks({ store, span, width }: TracksProps) {
  const branches = useStore(store.state, (now) => now.branches);
  const shown = useStore(store.state, (now) => now.shown);
  const box = useRef<HTMLDivElement>(null);
  const still = useMedia('(prefers-reduced-motion: reduce)', false);
  useEffect(() => {
    if (box.current === null) return;
    const played = playedIn(box.current, span, width);
    const follow = (now: StageState) => played(still ? lastTold(now) : now.time);
    follow(store.state.getState());
    return store.state.subscribe(follow);
    // With each picture there are other tracks.
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

/** Pixels that the last mark of a track stands out beyond its end. */
const BEYOND = 10;

/** Shows how far has been played, in the elements that are there now. */
function playedIn(tracks: HTMLElement, span: Millis, width: number): (time: Millis) => void {
  const starting = (name: string) =>
    [...tracks.querySelectorAll<HTMLElement>(`[data-${name}]`)].map((element) => ({
      element,
      start: Number(element.dataset[name]),
    }));
  const lines = starting('played');
  const veils = starting('ahead');
  const pixels = (time: Millis) => (time / span) * width;
  return (time) => {
    const now = Math.min(time, span);
    for (const { element, start } of lines)
      element.style.transform = `scaleX(${Math.max(0, now - start) / Math.max(1, span - start)})`;
    for (const { element, start } of veils) {
      const rest = pixels(span - Math.max(now, start)) + BEYOND;
      element.style.transform = `scaleX(${rest / (pixels(span - start) + BEYOND)})`;
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
      <span className={styles['played']} data-played={start} />
      <span className={styles['tag']}>{title}</span>
      {forkedAt !== null && <span className={styles['fork']} style={{ '--up': rowsUp } as CSSProperties} />}
      <PaintedMarks
        marks={landmarksOf(trace, span, width).filter(({ at }) => at >= start)}
        {...{ span, width }}
      />
      {isShown && <span className={styles['ahead']} data-ahead={start} style={{ right: -BEYOND }} />}
    </div>
  );
});
