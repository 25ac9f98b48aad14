'use client';
import { useStore } from 'zustand';
import { FailIcon } from '@/components/icons/fail-icon';
import { PassIcon } from '@/components/icons/pass-icon';
import { CodeText } from '@/components/workbench/code-text';
import type { Exploration } from '@/lib/sim/explore/explore';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';
import type { Schedules } from '@/lib/store/schedules';
import { foundSteps } from './found-steps';
import styles from './schedules-line.module.css';
import { brokenWords, budgetWords, holdsWords } from './schedules-words';
import { keyOf } from './stage-keys';
import { untriedWords } from './untried-words';

export interface SchedulesLineProps {
  readonly schedules: Schedules;
  /** Puts a schedule that was found on the stage. */
  readonly onPlay?: (trace: Trace, title: string) => void;
  /** Why trying every order says nothing about what it is to show; left out where it does. */
  readonly unexplored?: string | undefined;
}

/** What the checker of every schedule is doing or has found; nothing while nobody has asked. */
export function SchedulesSaid({ schedules, onPlay, unexplored }: SchedulesLineProps) {
  const state = useStore(schedules.state);
  switch (state.at) {
    case 'idle':
      return null;
    case 'exploring':
      return (
        <section className={styles['schedules']} aria-label="Every schedule" data-left-to="every">
          <p role="status">
            Trying every order of things
            {state.states > 0 &&
              `: ${state.states.toLocaleString('en')} states so far, ${state.depth} steps deep`}
          </p>
          <button type="button" aria-keyshortcuts={keyOf('every').spoken} onClick={schedules.stop}>
            Stop
          </button>
        </section>
      );
    case 'stopped':
      return (
        <Told schedules={schedules} words="Stopped. Nothing is known about the orders that were not tried." />
      );
    case 'failed':
      return <Told schedules={schedules} words={state.words} />;
    case 'done':
      return <Verdict {...{ schedules, onPlay, unexplored }} {...state} />;
  }
}

interface ToldProps {
  readonly schedules: Schedules;
  readonly words: string;
}

const Told = ({ schedules, words }: ToldProps) => (
  <section className={styles['schedules']} aria-label="Every schedule" data-left-to="every">
    <p role="status">{words}</p>
    <CloseButton schedules={schedules} />
  </section>
);

const CloseButton = ({ schedules }: { readonly schedules: Schedules }) => (
  <button type="button" onClick={schedules.clear}>
    Close
  </button>
);

interface VerdictProps {
  readonly schedules: Schedules;
  readonly onPlay: SchedulesLineProps['onPlay'] | undefined;
  readonly unexplored: string | undefined;
  readonly scenario: Scenario;
  readonly exploration: Exploration;
}

function Verdict({ schedules, onPlay, unexplored, scenario, exploration }: VerdictProps) {
  const { trace, verdict } = exploration;
  const untried = untriedWords(scenario);
  return (
    <section
      className={styles['schedules']}
      aria-label="Every schedule"
      data-left-to="every"
      data-verdict={verdict}
    >
      <p role="status">
        {(verdict === 'broken' || exploration.fault !== undefined) && <FailIcon />}
        {verdict === 'holds' && <PassIcon />}
        {verdict === 'broken' ? brokenWords(exploration) : holdsWords(exploration)}
        <span className={styles['budgets']}> {budgetWords(scenario)}</span>
        <strong className={styles['untried']}>
          {untried !== null && <CodeText>{` ${untried}`}</CodeText>}
          {unexplored !== undefined && verdict !== 'broken' && ` ${unexplored}`}
        </strong>
      </p>
      <div className={styles['buttons']}>
        {trace !== null && onPlay !== undefined && (
          <button
            type="button"
            onClick={() => onPlay(trace, exploration.shortest ? 'Shortest counterexample' : 'Counterexample')}
          >
            Play it on the stage
          </button>
        )}
        <CloseButton schedules={schedules} />
      </div>
      {trace !== null && (
        <ol>
          {foundSteps(trace).map((words, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place.
            <li key={place}>
              <CodeText>{words}</CodeText>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
