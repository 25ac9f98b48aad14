'use client';
import { memo, type RefObject, useState } from 'react';
import { useStore } from 'zustand';
import type { StageStore } from '@/lib/store/stage';
import { Charts } from './charts/charts';
import { keyOf } from './stage-keys';
import styles from './stage-panel.module.css';
import { useWidth } from './timeline/use-width';

interface ChartsFoldProps {
  readonly store: StageStore;
  readonly stage: RefObject<HTMLElement | null>;
  /** The button that opens them. */
  readonly fold: RefObject<HTMLButtonElement | null>;
}

/** Pixels of a stage that has room for them. */
const ROOM = 1000;

/** The charts, open where there is room for them until somebody says otherwise; and the run, to be kept. */
export const ChartsFold = memo(function ChartsFold({ store, stage, fold }: ChartsFoldProps) {
  const width = useWidth(stage, 0);
  const [asked, setAsked] = useState<boolean | null>(null);
  // Beside several tracks each run has buttons of its own.
  const mayCopy = useStore(store.state, ({ branches, trace }) => branches.length === 1 && trace.length > 0);
  const isOpen = asked ?? width >= ROOM;
  return (
    <>
      <p className={styles['folds']}>
        <button
          ref={fold}
          type="button"
          className={styles['fold']}
          aria-keyshortcuts={keyOf('charts').spoken}
          aria-expanded={isOpen}
          onClick={() => setAsked(!isOpen)}
        >
          Charts
        </button>
        {mayCopy && (
          <button type="button" aria-keyshortcuts={keyOf('copy').spoken} onClick={store.keepCopy}>
            Keep a copy of this run
          </button>
        )}
      </p>
      {isOpen && <Charts store={store} />}
    </>
  );
});
