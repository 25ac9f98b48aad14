'use client';
import { type RefObject, useState } from 'react';
import type { StageStore } from '@/lib/store/stage';
import { Charts } from './charts/charts';
import styles from './stage-panel.module.css';
import { useWidth } from './timeline/use-width';

interface ChartsFoldProps {
  readonly store: StageStore;
  readonly stage: RefObject<HTMLElement | null>;
}

/** Pixels of a stage that has room for them. */
const ROOM = 1000;

/** The charts, open where there is room for them until somebody says otherwise. */
export function ChartsFold({ store, stage }: ChartsFoldProps) {
  const width = useWidth(stage, 0);
  const [asked, setAsked] = useState<boolean | null>(null);
  const isOpen = asked ?? width >= ROOM;
  return (
    <>
      <button
        type="button"
        className={styles['fold']}
        aria-expanded={isOpen}
        onClick={() => setAsked(!isOpen)}
      >
        Charts
      </button>
      {isOpen && <Charts store={store} />}
    </>
  );
}
