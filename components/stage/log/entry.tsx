'use client';
import { memo, useState } from 'react';
import { Mark } from '@/components/marks/mark';
import { CodeText } from '@/components/workbench/code-text';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { hasSqlAt } from '@/lib/sim/tell/has-sql';
import { wordsAt } from '@/lib/sim/tell/telling';
import { stepAt, type Trace } from '@/lib/sim/trace';
import { onDemand } from '../on-demand';
import { meaningOf } from '../step-meaning';
import { toldTime } from '../told-time';
import { briefWords } from './brief-words';
import styles from './entry.module.css';

const SqlText = onDemand(
  async () => (await import('./sql-text')).SqlText,
  'The SQL could not be loaded. See whether you are online, and open it again.',
);

interface EntryProps {
  readonly trace: Trace;
  /** The step's place in the trace. */
  readonly place: number;
  /** The last step that happened. */
  readonly current: boolean;
  /** It has not happened yet at the playhead. */
  readonly ahead?: boolean;
  readonly onSeek: (at: Millis) => void;
  /** Shows the life of an event; without it nothing is offered. */
  readonly onEvent?: ((event: number) => void) | undefined;
}

/** One step in words: when, what it means, its SQL, and the way to the event that it is about. */
export const Entry = memo(function Entry({ trace, place, current, ahead, onSeek, onEvent }: EntryProps) {
  const step = stepAt(trace, place);
  const meaning = meaningOf(step);
  return (
    <li
      className={styles['entry']}
      data-meaning={meaning}
      data-ahead={ahead}
      aria-current={current ? 'step' : undefined}
    >
      <button
        type="button"
        className={styles['time']}
        title="Go to this moment"
        onClick={() => onSeek(step.at)}
      >
        {toldTime(step.at, trace)}
      </button>
      <span className={styles['mark']}>{meaning !== null && <Mark meaning={meaning} />}</span>
      <div className={styles['words']}>
        <span>
          <CodeText>{briefWords(wordsAt(trace, place), step)}</CodeText>
        </span>
        {hasSqlAt(trace, place) && <DisclosedSql trace={trace} place={place} />}
      </div>
      {onEvent !== undefined && step.event > 0 && (
        <button
          type="button"
          className={styles['event']}
          title="Its whole life"
          onClick={() => onEvent(step.event)}
        >
          Event {step.event}
        </button>
      )}
    </li>
  );
});

/** Fetched, and written into the page, once it is opened: the SQL of a large batch is long. */
function DisclosedSql({ trace, place }: Pick<EntryProps, 'trace' | 'place'>) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>SQL</summary>
      {open && <SqlText trace={trace} place={place} />}
    </details>
  );
}
