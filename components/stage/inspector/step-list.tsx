'use client';
import { plural } from '@/lib/shared/count-words';
import type { Millis } from '@/lib/sim/scenario/scenario';
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

/** Some steps of a trace: the last that happened marked, and those to come apart; of very many those around it. */
export function StepList({ trace, places, passed, onSeek }: StepListProps) {
  const { from, to } = around(places.length, passed);
  const now = Math.min(Math.max(from, passed), to);
  const steps = (first: number, end: number) =>
    places
      .slice(first, end)
      .map((place) => (
        <Entry
          key={place}
          {...{ trace, place, onSeek }}
          current={place === places[passed - 1]}
          ahead={first >= passed}
        />
      ));
  return (
    <div className={styles['steps']}>
      {from > 0 && <p>{plural(from, 'earlier step')}</p>}
      {now > from && <ol start={from + 1}>{steps(from, now)}</ol>}
      {to > now && (
        <>
          <p className={styles['ahead']}>Still to come</p>
          <ol start={now + 1}>{steps(now, to)}</ol>
        </>
      )}
      {to < places.length && <p>{plural(places.length - to, 'later step')}</p>}
    </div>
  );
}
