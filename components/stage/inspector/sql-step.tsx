'use client';
import { CodeText } from '@/components/workbench/code-text';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { sqlAt } from '@/lib/sim/tell/sql-at';
import { wordsAt } from '@/lib/sim/tell/telling';
import { stepAt, type Trace } from '@/lib/sim/trace';
import { briefWords } from '../log/brief-words';
import { toldTime } from '../told-time';
import styles from './inspector.module.css';

interface SqlStepProps {
  readonly trace: Trace;
  readonly place: number;
  /** It has not happened yet at the playhead. */
  readonly ahead: boolean;
  readonly onSeek: (at: Millis) => void;
}

/** A step with its SQL open to read. */
export function SqlStep({ trace, place, ahead, onSeek }: SqlStepProps) {
  const step = stepAt(trace, place);
  return (
    <div className={styles['sql']} data-ahead={ahead}>
      <p>
        <button
          type="button"
          className={styles['moment']}
          title="Go to this moment"
          onClick={() => onSeek(step.at)}
        >
          {toldTime(step.at, trace)}
        </button>{' '}
        <CodeText>{briefWords(wordsAt(trace, place), step)}</CodeText>
        {ahead && ' Still to come.'}
      </p>
      <pre>{sqlAt(trace, place)}</pre>
    </div>
  );
}
