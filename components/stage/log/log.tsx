'use client';
import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';
import type { Schedules } from '@/lib/store/schedules';
import type { StageStore } from '@/lib/store/stage';
import { checkRun } from '../check-run';
import { SchedulesLine } from '../schedules-line';
import { keyOf } from '../stage-keys';
import type { StageView } from '../use-stage';
import { beginningWords } from './beginning-words';
import { Entry } from './entry';
import styles from './log.module.css';
import { earlierOf, type LogWindow } from './log-window';
import { useLogWindow } from './use-log-window';

interface LogProps {
  readonly store: StageStore;
  readonly schedules: Schedules;
  readonly view: Pick<StageView, 'trace' | 'count' | 'moving' | 'ended' | 'world' | 'metrics'>;
  /** Shows the life of an event; without it the log offers none. The same function each time. */
  readonly onEvent?: (event: number) => void;
  /** Tries every order of things; left out: of the run as it stands, cut down to what can be tried. */
  readonly onCheckEvery?: () => void;
  readonly unexplored?: string | undefined;
  /** What else can be done with the run. */
  readonly more?: ReactNode;
  /** The rows are those of the reader's own table. */
  readonly ownTable: boolean;
}

/** Every step so far, in words, each with its SQL; of a long run a part at a time. */
export const Log = memo(function Log(props: LogProps) {
  const { store, schedules, view, onEvent, onCheckEvery, unexplored, more, ownTable } = props;
  const { trace, count, moving, ended } = view;
  const { box, shown, live, lookBack, follow } = useLogWindow(count, moving);
  return (
    <section className={styles['log']} aria-label="What happened">
      <LogHeader {...{ store, schedules, view, onCheckEvery, more }} />
      <SchedulesLine {...{ schedules, unexplored }} onPlay={store.showTrace} />
      {/* Playing and leaping are told in summary, elsewhere: here a voice would never come to an end. */}
      <div ref={box} role="log" aria-label="What happened" aria-live={live ? 'polite' : 'off'} tabIndex={-1}>
        <div className={styles['told']}>
          {count === 0 && <Beginning store={store} empty={trace.length === 0} ownTable={ownTable} />}
          {shown.from > 0 && (
            <button type="button" className={styles['earlier']} onClick={lookBack}>
              Show {earlierOf(shown)} earlier
            </button>
          )}
          <Entries {...{ trace, shown, onEvent }} last={count - 1} onSeek={store.seek} />
          {ended && count > 0 && shown.follows && <p className={styles['rest']}>{restWords(view)}</p>}
          {!shown.follows && (
            <p className={styles['latest']}>
              <button type="button" onClick={follow}>
                Latest
              </button>
            </p>
          )}
        </div>
      </div>
    </section>
  );
});

type LogHeaderProps = Pick<LogProps, 'store' | 'schedules' | 'view' | 'more'> & {
  readonly onCheckEvery: LogProps['onCheckEvery'] | undefined;
};

function LogHeader({ store, schedules, view, onCheckEvery, more }: LogHeaderProps) {
  return (
    <header>
      <h3>What happened</h3>
      <button
        type="button"
        className={styles['over']}
        aria-keyshortcuts={keyOf('over').spoken}
        aria-disabled={view.trace.commands.length === 0}
        onClick={store.startOver}
      >
        Start over
      </button>
      <button
        type="button"
        className={styles['every']}
        data-refuge="every"
        aria-keyshortcuts={keyOf('every').spoken}
        onClick={onCheckEvery ?? (() => checkRun(schedules, view))}
      >
        Check every schedule
      </button>
      {more}
    </header>
  );
}

interface EntriesProps {
  readonly trace: Trace;
  readonly shown: LogWindow;
  /** The place of the last step that happened. */
  readonly last: number;
  readonly onSeek: (at: Millis) => void;
  readonly onEvent: ((event: number) => void) | undefined;
}

function Entries({ trace, shown: { from, to }, last, onSeek, onEvent }: EntriesProps) {
  const places = Array.from({ length: to - from }, (_, place) => from + place);
  return (
    <ol start={from + 1}>
      {places.map((place) => (
        <Entry key={place} {...{ trace, place, onSeek, onEvent }} current={place === last} />
      ))}
    </ol>
  );
}

/** Why nothing more happens by itself. */
function restWords({ world, metrics }: LogProps['view']): string {
  if (metrics.lost > 0) {
    const what = metrics.lost === 1 ? '1 event is' : `${metrics.lost.toLocaleString('en')} events are`;
    return `All is quiet, and ${what} lost: nothing will send what is missing again.`;
  }
  if (metrics.pending + metrics.inFlight === 0) {
    return 'All is quiet. Place another order, or go back and make trouble at an earlier moment.';
  }
  return world.broker.up
    ? 'All is quiet.'
    : 'The broker is down: what is pending waits, and nothing is lost. Bring it up to see the rest go out.';
}

type BeginningProps = Pick<LogProps, 'store' | 'ownTable'> & { readonly empty: boolean };

function Beginning({ store, ownTable, empty }: BeginningProps) {
  const isRunning = useStore(store.state, ({ work }) => work.at === 'running');
  return <p className={styles['beginning']}>{beginningWords(empty, isRunning, ownTable)}</p>;
}
