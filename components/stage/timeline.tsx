'use client';
import { type CSSProperties, useMemo } from 'react';
import { Mark } from '@/components/marks/mark';
import { seconds } from '@/lib/sim/tell/clock';
import { describeAt } from '@/lib/sim/tell/description';
import type { StageStore } from '@/lib/store/stage';
import { landmarksOf, spanOf } from './landmarks';
import styles from './timeline.module.css';
import { type StageView, useDrawnTime } from './use-stage';

interface TimelineProps {
  readonly store: StageStore;
  readonly view: StageView;
}

/** The run from its start to its end, with what happened painted on it; the playhead is a slider. */
export function Timeline({ store, view }: TimelineProps) {
  const { trace, step, count } = view;
  const time = useDrawnTime(store, step);
  const span = spanOf(trace);
  const marks = useMemo(() => landmarksOf(trace, span), [trace, span]);
  const share = (at: number) => at / span;
  return (
    <div
      className={styles['timeline']}
      style={{ '--played': share(time), '--end': share(trace.end) } as CSSProperties}
    >
      <div className={styles['painted']} aria-hidden="true">
        {marks.map(({ at, meaning }) => (
          <span
            key={at}
            data-ahead={at > time}
            data-meaning={meaning}
            className={styles['mark']}
            style={{ '--at': share(at) } as CSSProperties}
          >
            <Mark meaning={meaning} />
          </span>
        ))}
      </div>
      <input
        type="range"
        aria-label="Moment of the run"
        aria-valuetext={`${seconds(Math.floor(time))} seconds${step === null ? '' : `: ${describeAt(trace, count - 1).words.replaceAll('`', '')}`}`}
        min={0}
        max={span}
        value={Math.round(time)}
        onChange={({ target }) => store.seek(Number(target.value))}
      />
    </div>
  );
}
