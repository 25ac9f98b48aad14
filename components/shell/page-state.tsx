'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { loadProgress } from '@/lib/store/progress';
import { storageHealth } from '@/lib/store/storage';
import { loadTheme } from '@/lib/store/theme';
import styles from './page-state.module.css';

/** Reads what the browser remembers once the page stands, and says so, under the header, when it cannot. */
export function PageState() {
  const { remembers } = useStore(storageHealth);
  useEffect(() => {
    const ends = [loadTheme(), loadProgress()];
    return () => {
      for (const end of ends) end();
    };
  }, []);
  return (
    <div role="status">
      {!remembers && (
        <p className={styles['notice']}>
          This browser does not let the page store anything, so it cannot remember your progress or what you
          write. Everything else works.
        </p>
      )}
    </div>
  );
}
