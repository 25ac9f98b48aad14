'use client';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { plural } from '@/lib/sim/tell/words';
import type { Trace } from '@/lib/sim/trace';
import { Entry } from '../log/entry';
import styles from './inspector.module.css';
import { around } from './step-range';

interface StepListProps {
  readonly trace: Trace;
  readonly places: readonly number[];
  /** How many of them have happened. */
  readonly passed: number;
  readonly onSeek: (at: Millis) => void;
}

/** Some steps of a trace, the last that happened marked, those to come pale; of very many those around it. */
export function StepList({ trace, places, passed, onSeek }: StepListProps) {
  const { from, to } = around(places.length, passed);
  return (
    <div className={styles['steps']}>
      {from > 0 && <p>{plural(from, 'earlier step')}</p>}
      <ol start={from + 1}>
        {places.slice(from, to).map((place, index) => (
          <Entry
            key={place}
            {...{ trace, place, onSeek }}
            current={from + index === passed - 1}
            ahead={from + index >= passed}
          />
        ))}
      </ol>
      {to < places.length && <p>{plural(places.length - to, 'later step')}</p>}
    </div>
  );
}
