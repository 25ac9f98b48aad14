'use client';
import { PassIcon } from '@/components/icons/pass-icon';
import type { CheckResult, Verdict } from '@/lib/activities/verdict';
import type { Place } from '@/lib/shared/place';
import { CodeText } from './code-text';
import { FaultRow } from './fault-row';
import styles from './result-rows.module.css';
import { listed, type PartWords, resultsOf } from './results';

interface ResultRowsProps {
  readonly verdict: Verdict;
  readonly words: PartWords;
  readonly hintsShown: (check: CheckResult) => number;
  readonly onHint: (check: CheckResult) => void;
  readonly onPlace: (place: Place) => void;
}

/** The verdict in rows: first what is to be mended, part by part, then what already works. */
export function ResultRows({ verdict, words, hintsShown, onHint, onPlace }: ResultRowsProps) {
  const { faults, right, works, notes } = resultsOf(verdict);
  return (
    <ul className={styles['rows']} aria-label="Results">
      {faults.map((fault) => (
        <FaultRow
          key={fault.subject ?? ''}
          faults={fault}
          words={words}
          hintsShown={hintsShown}
          onHint={onHint}
          onPlace={onPlace}
        />
      ))}
      {right.length > 0 && (
        <li className={styles['right']}>
          <PassIcon />
          <span className={styles['whole']}>
            {right.length} {right.length === 1 ? words.one : words.many}
          </span>
          <span className={styles['why']}>
            {listed(right)} {right.length === 1 ? 'is as it should be.' : 'are as they should be.'}
          </span>
        </li>
      )}
      {works.length > 0 && (
        <li className={styles['right']}>
          <PassIcon />
          <span className={styles['whole']}>{words.whole}</span>
          <span className={styles['why']}>
            <CodeText>{works.map(({ message }) => message).join(' ')}</CodeText>
          </span>
        </li>
      )}
      {notes.map(({ subject, message, place }) => (
        <li key={message} className={styles['right']}>
          <span aria-hidden="true">·</span>
          {subject === null ? <span className={styles['whole']}>{words.whole}</span> : <code>{subject}</code>}
          <span className={styles['sentence']}>
            <span className={styles['why']}>
              <CodeText>{message}</CodeText>
            </span>
            {place !== null && (
              <button type="button" className={styles['line']} onClick={() => onPlace(place)}>
                line {place.line}
              </button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
