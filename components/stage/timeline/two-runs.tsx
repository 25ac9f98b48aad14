'use client';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Mark } from '@/components/marks/mark';
import type { StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import styles from './comparison.module.css';
import { comparisonAt } from './comparison-rows';
import { differenceWords, firstDifference } from './first-difference';

interface TwoRunsProps {
  readonly store: StageStore;
  readonly shown: Branch;
  readonly compared: Branch;
}

/** Where two runs part, and how each stands at this moment. */
export function TwoRuns({ store, shown, compared }: TwoRunsProps) {
  // The older one first, whichever is on the stage.
  const [first, second] = shown.id < compared.id ? [shown, compared] : [compared, shown];
  const label = `${first.title} and ${second.title} at this moment`;
  return (
    <section className={styles['comparison']} aria-label={label} data-left-to="runs">
      <h3>{label}</h3>
      <Parting store={store} first={first} second={second} />
      <Table store={store} first={first} second={second} />
      <button type="button" className={styles['close']} onClick={() => store.compare(null)}>
        Stop comparing
      </button>
    </section>
  );
}

interface BothProps {
  readonly store: StageStore;
  readonly first: Branch;
  readonly second: Branch;
}

function Parting({ store, first, second }: BothProps) {
  const [one, other] = [first.run.trace, second.run.trace];
  const difference = useMemo(() => firstDifference(one, other), [one, other]);
  const words = differenceWords(
    difference,
    { title: first.title, trace: one },
    { title: second.title, trace: other },
  );
  return (
    <p>
      {words}{' '}
      {difference !== null && (
        <button type="button" onClick={() => store.seek(difference.at)}>
          Go there
        </button>
      )}
    </p>
  );
}

/** Milliseconds of the run between two looks: numbers that change with every frame cannot be read. */
const GRAIN = 20;

function Table({ store, first, second }: BothProps) {
  // What is told moves with the count; the compared run has steps of its own in between.
  const time = useStore(store.state, (now) =>
    now.playing ? Math.floor(now.time / GRAIN) * GRAIN : now.time,
  );
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">{first.title}</th>
          <th scope="col">{second.title}</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {comparisonAt(first, second, time).map((row) => (
          <tr key={row.words} data-same={row.first === row.second}>
            <th scope="row">
              <Mark meaning={row.meaning} /> {row.words}
            </th>
            <td>{row.first.toLocaleString('en')}</td>
            <td>{row.second.toLocaleString('en')}</td>
            <td>{row.difference}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
