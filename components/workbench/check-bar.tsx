'use client';
import { useRef } from 'react';
import type { Question } from '@/lib/activities/evidence';
import type { Verdict } from '@/lib/activities/verdict';
import type { ActivityState } from '@/lib/store/activity';
import type { AsideBy } from '@/lib/store/history';
import styles from './check-bar.module.css';
import { CheckKey } from './check-key';
import { type PartWords, summaryOf } from './results';

interface CheckBarProps {
  readonly state: ActivityState;
  readonly words: PartWords;
  /** What the rows below say now, if they say anything. */
  readonly verdict: Verdict | null;
  /** That verdict was of an earlier text. */
  readonly stale: boolean;
  /** What can be read of the answer is told before anybody checks it. */
  readonly tellsEarly: boolean;
  readonly onCheck: () => void;
  readonly onStop: () => void;
  readonly onBringBack: () => void;
}

/** The button, its keys, and one line on how things stand. */
export function CheckBar(props: CheckBarProps) {
  const { state, onCheck, onStop, onBringBack } = props;
  const { at } = state.phase;
  const { aside } = state;
  const check = useRef<HTMLButtonElement>(null);
  // The other buttons go when they have done their work; the focus stays in the bar.
  const andStay = (act: () => void) => () => {
    act();
    check.current?.focus();
  };
  return (
    <div className={styles['bar']}>
      <button type="button" ref={check} data-checks className={styles['check']} onClick={onCheck}>
        {at === 'failed' ? 'Try again' : 'Check'}
      </button>
      <CheckKey />
      <div className={styles['standing']}>
        <Standing {...props} />
      </div>
      {(at === 'reading' || at === 'checking') && (
        <button type="button" className={styles['stop']} onClick={andStay(onStop)}>
          Stop
        </button>
      )}
      {aside !== null && (
        <button type="button" className={styles['quiet']} onClick={andStay(onBringBack)}>
          {bringBackWords[aside.by]}
        </button>
      )}
    </div>
  );
}

const bringBackWords: Readonly<Record<AsideBy, string>> = {
  reset: 'Restore what you wrote',
  solution: 'Restore what you wrote',
  help: 'Restore what you wrote',
  history: 'Back to the later text',
  typing: 'Restore your earlier draft',
  back: 'Back to the later text',
};

const askingWords: Readonly<Record<Question['ask'], string>> = {
  database: 'Waiting for PostgreSQL',
  statements: 'Reading your statements',
  run: 'Running it',
  schedules: 'Trying every order of things',
};

function Standing({ state, words, verdict, stale, tellsEarly }: CheckBarProps) {
  const { phase, reading } = state;
  switch (phase.at) {
    case 'reading':
      return 'Reading your answer';
    case 'checking':
      return askingWords[phase.asks];
    case 'failed':
      return <strong>{phase.words}</strong>;
    default: {
      // On a surface nobody is told what is still to do before they ask; of a text without parts little can be said.
      const hasParts = reading?.verdict.checks.some(({ subject }) => subject !== null) === true;
      const early = tellsEarly && hasParts ? reading?.verdict : undefined;
      const shown = verdict ?? early;
      const summary = shown === undefined ? [] : [summaryOf(shown, words)];
      const stopped = phase.at === 'stopped' ? ['Stopped'] : [];
      return [...stopped, ...summary, ...(stale ? ['changed since the check'] : [])].join(' · ');
    }
  }
}
