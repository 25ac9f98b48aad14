'use client';
import { useStore } from 'zustand';
import { comparedOf, type StageStore, shownOf } from '@/lib/store/stage';
import styles from './stage-panel.module.css';
import type { Inspected } from './stage-panel-inspected';
import { PictureBeside, StagePicture } from './stage-picture';
import type { StageView } from './use-stage';

interface PicturesProps {
  readonly store: StageStore;
  /** Of the shown run. */
  readonly view: StageView;
  readonly onInspect: (inspected: Inspected) => void;
}

/** The shown run and, where one is compared with it, that one beside it, or below where there is no room. */
export function Pictures({ store, view, onInspect }: PicturesProps) {
  const shown = useStore(store.state, shownOf);
  const compared = useStore(store.state, comparedOf);
  const all = compared === null ? [shown] : [shown, compared];
  return (
    <div className={styles['pictures']}>
      {all.map((branch) => (
        <section key={branch.id} aria-label={branch.title}>
          {compared !== null && <h3>{branch.title}</h3>}
          {branch === shown ? (
            <StagePicture {...{ store, branch, onInspect }} lanes={view.lanes} />
          ) : (
            <PictureBeside {...{ store, branch }} onInspect={onInspect} />
          )}
        </section>
      ))}
    </div>
  );
}
