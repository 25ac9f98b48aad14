import { useStore } from 'zustand';
import type { Json } from '@/lib/shared/json';
import { recordedAt, type StageStore } from '@/lib/store/stage';
import styles from './whole-row.module.css';

interface WholeRowProps {
  readonly store: StageStore;
  /** The row that the stage points at; null for the newest. */
  readonly id: string | null;
}

/** One row with every column, as PostgreSQL gave it back. */
export function WholeRow({ store, id }: WholeRowProps) {
  const rows = useStore(store.state, recordedAt)?.rows ?? [];
  const row = rows.find((one) => String(one['id']) === id) ?? rows.at(-1);
  if (row === undefined) return null;
  return (
    <details className={styles['whole']}>
      <summary>All columns of row {String(row['id'])}</summary>
      <dl>
        {Object.entries(row).map(([column, value]) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{written(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function written(value: Json): string {
  if (value === null) return 'NULL';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
