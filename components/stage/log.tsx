'use client';
import { memo, useEffect, useRef, useState } from 'react';
import { Mark } from '@/components/marks/mark';
import { CodeText } from '@/components/workbench/code-text';
import type { Step } from '@/lib/sim/step';
import { seconds } from '@/lib/sim/tell/clock';
import { describeAt } from '@/lib/sim/tell/description';
import { stepsOf, type Trace } from '@/lib/sim/trace';
import type { Schedules } from '@/lib/store/schedules';
import type { StageStore } from '@/lib/store/stage';
import styles from './log.module.css';
import { SchedulesLine } from './schedules-line';
import { scenarioToExplore } from './schedules-words';
import { meaningOf } from './step-meaning';
import type { StageView } from './use-stage';

interface LogProps {
  readonly store: StageStore;
  readonly schedules: Schedules;
  readonly view: StageView;
}

/** Every step so far, in words, each with its SQL. */
export function Log({ store, schedules, view }: LogProps) {
  const { trace, count, moving, ended, world } = view;
  const box = useRef<HTMLDivElement>(null);
  const stepping = useStepping(count) && !moving;
  useEffect(() => {
    const { current } = box;
    // The newest in sight, without moving the page.
    if (current !== null && count >= 0) current.scrollTop = current.scrollHeight;
  }, [count]);
  return (
    <section className={styles['log']} aria-label="What happened">
      <header>
        <h3>What happened</h3>
        <button
          type="button"
          className={styles['every']}
          onClick={() => schedules.start(scenarioToExplore(trace.scenario, world.groups))}
        >
          Check every schedule
        </button>
        <button
          type="button"
          className={styles['over']}
          aria-disabled={trace.commands.length === 0}
          onClick={store.startOver}
        >
          Start over
        </button>
      </header>
      <SchedulesLine schedules={schedules} />
      {/* Playing and leaping are told in summary, elsewhere: here a voice would never come to an end. */}
      <div ref={box} role="log" aria-label="What happened" aria-live={stepping ? 'polite' : 'off'}>
        {count === 0 && <Beginning empty={trace.length === 0} />}
        <ol>
          {stepsOf(trace)
            .slice(0, count)
            .map((step, place) => (
              <Entry
                key={step.at}
                step={step}
                trace={trace}
                place={place}
                current={place === count - 1}
                onSeek={store.seek}
              />
            ))}
        </ol>
        {ended && count > 0 && <p className={styles['rest']}>{restWords(view)}</p>}
      </div>
    </section>
  );
}

/** Whether the last change was a single step. */
function useStepping(count: number): boolean {
  const [last, setLast] = useState({ count, by: 0 });
  if (last.count !== count) setLast({ count, by: count - last.count });
  return Math.abs(last.by) === 1;
}

/** Why nothing more happens by itself. */
function restWords({ world, metrics }: StageView): string {
  if (metrics.pending + metrics.inFlight === 0) {
    return 'All is quiet. Place another order, or go back and make trouble at an earlier moment.';
  }
  return world.broker.up
    ? 'All is quiet.'
    : 'The broker is down: what is pending waits, and nothing is lost. Bring it up to see the rest go out.';
}

const Beginning = ({ empty }: { readonly empty: boolean }) => (
  <p className={styles['beginning']}>
    {empty
      ? 'Place an order to begin. The order and its row in your table are written by one transaction.'
      : 'Nothing has happened yet at this moment.'}
  </p>
);

interface EntryProps {
  readonly step: Step;
  readonly trace: Trace;
  readonly place: number;
  readonly current: boolean;
  readonly onSeek: (at: number) => void;
}

const Entry = memo(function Entry({ step, trace, place, current, onSeek }: EntryProps) {
  const meaning = meaningOf(step);
  const { words, sql } = describeAt(trace, place);
  return (
    <li className={styles['entry']} data-meaning={meaning} aria-current={current ? 'step' : undefined}>
      <button type="button" title="Go to this moment" onClick={() => onSeek(step.at)}>
        {seconds(step.at)}
      </button>
      <span className={styles['mark']}>{meaning !== null && <Mark meaning={meaning} />}</span>
      <div>
        <span>
          <CodeText>{words}</CodeText>
        </span>
        {sql !== null && (
          <details>
            <summary>SQL</summary>
            <pre>{sql}</pre>
          </details>
        )}
      </div>
    </li>
  );
});
