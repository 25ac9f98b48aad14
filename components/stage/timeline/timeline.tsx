'use client';
import { memo, type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useMedia } from '@/components/shell/use-media';
import { wordsAt } from '@/lib/sim/tell/telling';
import { isMoving, type StageState, type StageStore } from '@/lib/store/stage';
import { timelineSpan } from '../landmarks';
import { toldMoment } from '../told-time';
import { type StageView, useToldTime } from '../use-stage';
import { BranchHeads } from './branch-heads';
import { FaultsTrack } from './faults-track';
import type { AskedMoment } from './menu-place';
import styles from './timeline.module.css';
import { lastTold, Tracks } from './tracks';
import { useWidth } from './use-width';

interface TimelineProps {
  readonly store: StageStore;
  readonly view: StageView;
  readonly playhead: RefObject<HTMLInputElement | null>;
  /** Somebody points at a moment, to do something there. */
  readonly onAsk: (moment: AskedMoment) => void;
}

/** A first guess, until the page has measured. */
const WIDTH = 700;

/** Every run from its start to the end of the longest, one under the other, and one playhead through all of them. */
export const Timeline = memo(function Timeline({ store, view, playhead, onAsk }: TimelineProps) {
  const several = useStore(store.state, ({ branches }) => branches.length > 1);
  const field = useRef<HTMLDivElement>(null);
  const width = useWidth(field, WIDTH);
  const span = useStore(store.state, timelineSpan);
  return (
    <section className={styles['timeline']} aria-label="Timeline" data-several={several}>
      {several && <BranchHeads store={store} />}
      <div className={styles['field']}>
        <FaultsTrack {...{ store, span, width, onAsk }} />
        <div ref={field} className={styles['measured']} />
        <div className={styles['tracks']}>
          <Tracks store={store} span={span} width={width} />
          <Playhead {...{ store, view, playhead, span, width }} />
        </div>
      </div>
    </section>
  );
});

interface PlayheadProps extends Omit<TimelineProps, 'onAsk'> {
  readonly span: number;
  readonly width: number;
}

/** A slider, and the bar that shows where it stands: to move a slider's own would lay it out with each frame. */
function Playhead({ store, view: { trace, step, count }, playhead: input, span, width }: PlayheadProps) {
  const bar = useRef<HTMLSpanElement>(null);
  const still = useMedia('(prefers-reduced-motion: reduce)', false);
  const time = useToldTime(store, step);
  const told = step === null ? '' : `: ${wordsAt(trace, count - 1).replaceAll('`', '')}`;
  // It moves with each frame, so React is not asked.
  useEffect(() => {
    let told = -1;
    const move = (now: StageState) => {
      const at = still ? lastTold(now) : now.time;
      if (bar.current !== null)
        bar.current.style.transform = `translateX(${(Math.min(at, span) / span) * width}px)`;
      if (input.current === null || (isMoving(now) && now.count === told)) return;
      told = now.count;
      input.current.value = String(Math.round(at));
    };
    move(store.state.getState());
    return store.state.subscribe(move);
    // What was too far may be within reach once the run is longer.
  });
  return (
    <>
      <input
        ref={input}
        type="range"
        aria-label="Moment of the run"
        aria-valuetext={`${toldMoment(time, trace, 'seconds')}${told}`}
        min={0}
        max={span}
        defaultValue={0}
        onChange={({ target }) => store.seek(Number(target.value))}
      />
      <span ref={bar} className={styles['bar']} />
    </>
  );
}
