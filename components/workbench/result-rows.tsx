'use client';
import { PassIcon } from '@/components/icons/pass-icon';
import type { CheckResult, Note, Verdict } from '@/lib/activities/verdict';
import type { Place } from '@/lib/shared/place';
import { CodeText } from './code-text';
import { ExplainButton } from './explain-button';
import { FaultRow } from './fault-row';
import styles from './result-rows.module.css';
import { keyOf, listed, type PartWords, resultsOf, type Told } from './results';

export interface ResultDeeds {
  readonly hintsShown: (check: CheckResult) => number;
  readonly onHint: (check: CheckResult) => void;
  readonly onPlace: (place: Place) => void;
  /** Shows what explains a check. */
  readonly onExplain: (check: CheckResult) => void;
}

interface ResultRowsProps {
  readonly verdict: Verdict;
  readonly words: PartWords;
  readonly deeds: ResultDeeds;
}

/** The verdict in rows: first what is to be mended, part by part, then what already works. */
export function ResultRows({ verdict, words, deeds }: ResultRowsProps) {
  const { faults, right, told, works, notes } = resultsOf(verdict, words);
  const shown = works.filter(({ explanation }) => explanation !== undefined);
  const said = works.filter(({ explanation }) => explanation === undefined);
  return (
    <ul className={styles['rows']} aria-label="Results">
      {faults.map((fault) => (
        <FaultRow key={fault.subject ?? ''} faults={fault} words={words} deeds={deeds} />
      ))}
      {[...told, ...(shown.length > 0 ? [{ subject: null, checks: shown }] : [])].map((part) => (
        <ToldRow key={part.subject ?? ''} told={part} words={words} onExplain={deeds.onExplain} />
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
      {said.length > 0 && (
        <li className={styles['right']}>
          <PassIcon />
          <span className={styles['whole']}>{words.whole}</span>
          <span className={styles['why']}>
            <CodeText>{said.map(({ message }) => message).join(' ')}</CodeText>
          </span>
        </li>
      )}
      {notes.map((note) => (
        <NoteRow key={note.message} note={note} words={words} onPlace={deeds.onPlace} />
      ))}
    </ul>
  );
}

interface ToldRowProps {
  readonly told: Told;
  readonly words: PartWords;
  readonly onExplain: (check: CheckResult) => void;
}

/** One part that is right: what was found, and what can be seen of it. */
function ToldRow({ told: { subject, checks }, words, onExplain }: ToldRowProps) {
  return (
    <li className={styles['right']}>
      <PassIcon />
      {subject === null ? <span className={styles['whole']}>{words.whole}</span> : <code>{subject}</code>}
      <div className={styles['sentences']}>
        {checks.map((check) => (
          <div key={keyOf(check)} className={styles['sentence']}>
            <span className={styles['why']}>
              <CodeText>{check.message}</CodeText>
            </span>
            <div className={styles['aside']}>
              <ExplainButton check={check} onExplain={onExplain} />
            </div>
          </div>
        ))}
      </div>
    </li>
  );
}

interface NoteRowProps {
  readonly note: Note;
  readonly words: PartWords;
  readonly onPlace: (place: Place) => void;
}

function NoteRow({ note: { subject, message, place }, words, onPlace }: NoteRowProps) {
  return (
    <li className={styles['right']}>
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
  );
}
