'use client';
import { useStore } from 'zustand';
import { FailIcon } from '@/components/icons/fail-icon';
import { PassIcon } from '@/components/icons/pass-icon';
import { CodeText } from '@/components/workbench/code-text';
import type { Exploration } from '@/lib/sim/explore/explore';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { describe } from '@/lib/sim/tell/describe';
import { stepsOf } from '@/lib/sim/trace';
import type { Schedules } from '@/lib/store/schedules';
import styles from './schedules-line.module.css';
import { brokenWords, budgetWords, holdsWords } from './schedules-words';

/** What the checker of every schedule is doing or has found; nothing while nobody has asked. */
export function SchedulesLine({ schedules }: { readonly schedules: Schedules }) {
  const state = useStore(schedules.state);
  switch (state.at) {
    case 'idle':
      return null;
    case 'exploring':
      return (
        <section className={styles['schedules']} aria-label="Every schedule">
          <p role="status">
            Trying every order of things
            {state.states > 0 &&
              `: ${state.states.toLocaleString('en')} states so far, ${state.depth} steps deep`}
          </p>
          <button type="button" onClick={schedules.stop}>
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
      return <Verdict schedules={schedules} {...state} />;
  }
}

interface ToldProps {
  readonly schedules: Schedules;
  readonly words: string;
}

const Told = ({ schedules, words }: ToldProps) => (
  <section className={styles['schedules']} aria-label="Every schedule">
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
  readonly scenario: Scenario;
  readonly exploration: Exploration;
}

function Verdict({ schedules, scenario, exploration }: VerdictProps) {
  const { trace, verdict } = exploration;
  return (
    <section className={styles['schedules']} aria-label="Every schedule" data-verdict={verdict}>
      <p role="status">
        {verdict === 'broken' && <FailIcon />}
        {verdict === 'holds' && <PassIcon />}
        {verdict === 'broken' ? brokenWords(exploration) : holdsWords(exploration)}
        <span className={styles['budgets']}> {budgetWords(scenario)}</span>
      </p>
      <CloseButton schedules={schedules} />
      {trace !== null && (
        <ol>
          {stepsOf(trace).map((step) => (
            <li key={step.at}>
              <CodeText>{describe(step, scenario).words}</CodeText>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
