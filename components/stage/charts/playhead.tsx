'use client';
import { useEffect, useRef } from 'react';
import { useMedia } from '@/components/shell/use-media';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepAt, stepsBy, type Trace } from '@/lib/sim/trace';
import type { StageStore } from '@/lib/store/stage';
import styles from './charts.module.css';

interface PlayheadProps {
  readonly store: StageStore;
  readonly trace: Trace;
  readonly span: Millis;
}

/** The line at the playhead. It moves with each frame, so React is not asked. */
export function Playhead({ store, trace, span }: PlayheadProps) {
  const line = useRef<HTMLDivElement>(null);
  const still = useMedia('(prefers-reduced-motion: reduce)', false);
  useEffect(() => {
    const move = () => {
      const { time } = store.state.getState();
      const share = Math.min(1, (still ? lastStepBy(trace, time) : time) / span);
      if (line.current !== null)
        line.current.style.transform = `translateX(min(${share * 100}%, calc(100% - 1px)))`;
    };
    move();
    return store.state.subscribe(move);
  }, [store, trace, span, still]);
  return <div ref={line} className={styles['playhead']} />;
}

/** Whoever asked for less motion sees it go from step to step. */
function lastStepBy(trace: Trace, time: Millis): Millis {
  const steps = stepsBy(trace, time);
  return steps === 0 ? 0 : stepAt(trace, steps - 1).at;
}
