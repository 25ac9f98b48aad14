'use client';
import { database, useDatabaseStore } from '@/lib/store/database';
import styles from './database-line.module.css';

/** What there is to say of the database: how far it has come while a check waits, and whatever a person must know. */
export function DatabaseLine({ checking }: { readonly checking: boolean }) {
  const { phase, loadedBytes, totalBytes, sentence } = useDatabaseStore((state) => state);
  if (phase === 'loading' && checking) return <Loading loaded={loadedBytes} total={totalBytes} />;
  // A check that failed for want of it says so itself.
  if (phase === 'failed' || sentence === null) return null;
  return (
    <p className={styles['line']}>
      {sentence}{' '}
      {phase === 'waiting' && (
        <button type="button" onClick={database.start}>
          Load PostgreSQL
        </button>
      )}
      {phase === 'ready' && (
        <button type="button" onClick={database.dismiss}>
          Understood
        </button>
      )}
    </p>
  );
}

function Loading({ loaded, total }: { readonly loaded: number; readonly total: number }) {
  if (total === 0) return <p className={styles['line']}>Loading PostgreSQL</p>;
  if (loaded >= total) return <p className={styles['line']}>Starting PostgreSQL</p>;
  return (
    <p className={styles['line']}>
      <label>
        Loading PostgreSQL: {megabytes(loaded)} of {megabytes(total)} MB
        <progress value={loaded} max={total} />
      </label>
    </p>
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
