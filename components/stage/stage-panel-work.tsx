'use client';
import { memo, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { FailIcon } from '@/components/icons/fail-icon';
import type { StageStore } from '@/lib/store/stage';
import styles from './stage-panel-work.module.css';
import { unfinishedWords, workWords } from './work-words';

/** Shorter computations are not worth a word: most runs are there before anybody could read it. */
const WORTH_TELLING = 400;

/** What is being computed, why something was not done, and where a run was cut short. */
export const StageWork = memo(function StageWork({ store }: { readonly store: StageStore }) {
  const work = useStore(store.state, (now) => now.work);
  const trace = useStore(store.state, (now) => now.trace);
  const isLong = useLong(work.at === 'running');
  const words = work.at === 'running' && !isLong ? null : workWords(work);
  const unfinished = work.at === 'running' ? null : unfinishedWords(trace);
  return (
    <div
      className={styles['work']}
      role="status"
      data-at={work.at}
      data-empty={words === null && unfinished === null}
    >
      {words !== null && (
        <p data-wrong={work.at === 'failed'}>
          {work.at === 'failed' && <FailIcon />}
          {words}
          {work.at === 'running' && (
            <button type="button" onClick={store.stop}>
              Stop
            </button>
          )}
        </p>
      )}
      {unfinished !== null && <p>{unfinished}</p>}
    </div>
  );
});

/** Whether it has held for so long that a reader wonders. */
function useLong(holds: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!holds) return;
    const timer = setTimeout(() => setLong(true), WORTH_TELLING);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [holds]);
  return isLong;
}
