'use client';
import type { CSSProperties } from 'react';
import { Mark } from '@/components/marks/mark';
import type { StageStore } from '@/lib/store/stage';
import { type Stretch, travellersAt } from './travel';
import styles from './travellers.module.css';
import { type StageView, useDrawnTime } from './use-stage';

interface TravellersProps {
  readonly store: StageStore;
  readonly view: StageView;
  readonly stretch: Stretch;
}

/** What is on its way on one stretch; the log says the same in words. */
export function Travellers({ store, view, stretch }: TravellersProps) {
  const time = useDrawnTime(store, view.step);
  const here = travellersAt(view.world, time).filter((one) => one.stretch === stretch);
  return here.map(({ key, place, label, meaning }, index) => (
    <div
      key={key}
      className={styles['way']}
      style={{ '--place': place, '--index': index } as CSSProperties}
      aria-hidden="true"
    >
      <span className={styles['traveller']} data-meaning={meaning}>
        {meaning !== null && <Mark meaning={meaning} />}
        {label}
      </span>
    </div>
  ));
}
