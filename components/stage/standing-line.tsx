import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { FailIcon } from '@/components/icons/fail-icon';
import type { Lanes } from '@/lib/scene/lanes';
import { MODEL_ONLY } from '@/lib/sim/database/model-only';
import type { StageStore } from '@/lib/store/stage';
import styles from './standing-line.module.css';
import { WholeRow } from './whole-row';

interface StandingLineProps {
  readonly store: StageStore;
  readonly lanes: Lanes;
  /** What there is to say of the database itself. */
  readonly children: ReactNode;
}

/** Whose rows are on show, and whether the database agrees with the model. */
export function StandingLine({ store, lanes: { outbox }, children }: StandingLineProps) {
  const standing = useStore(store.state, (now) => now.standing);
  const current = outbox.rows.shown.find((row) => row.current)?.id ?? null;
  switch (standing.at) {
    case 'disagrees':
      return (
        <div className={styles['wrong']}>
          <FailIcon />
          <p>Your database and the model part ways here. {standing.words}</p>
        </div>
      );
    case 'failed':
      return (
        <div className={styles['wrong']}>
          <FailIcon />
          <p>The rows come from the model. {standing.words}</p>
          <button type="button" onClick={store.follow}>
            Try again
          </button>
        </div>
      );
    default:
      return (
        <div className={styles['line']}>
          <p>
            {outbox.readBack
              ? 'Your rows, read back from PostgreSQL after every commit.'
              : 'The rows come from the model until your database is ready.'}
          </p>
          {outbox.readBack && <WholeRow store={store} id={current} />}
          <details className={styles['alone']}>
            <summary>What it cannot show</summary>
            <p>{MODEL_ONLY}</p>
          </details>
          {children}
        </div>
      );
  }
}
