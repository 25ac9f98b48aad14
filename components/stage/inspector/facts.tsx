import type { Json } from '@/lib/shared/json';
import styles from './inspector.module.css';

/** Names and their values, one under the other. */
export const Facts = ({ of }: { readonly of: readonly (readonly [string, Json])[] }) => (
  <dl className={styles['facts']}>
    {of.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{written(value)}</dd>
      </div>
    ))}
  </dl>
);

/** As PostgreSQL writes it. */
function written(value: Json): string {
  if (value === null) return 'NULL';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
