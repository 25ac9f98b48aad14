import { Mark } from '@/components/marks/mark';
import { type Meaning, meanings } from '@/lib/scene/meanings';
import styles from './outbox-rows.module.css';
import type { SceneRow } from './outbox-scene';
import type { Window } from './scene';

/** The learner's table: its rows in order, the one at hand marked. */
export function OutboxRows({ rows }: { readonly rows: Window<SceneRow> }) {
  return (
    <div className={styles['rows']}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles['heard']}>Meaning</span>
            </th>
            <th scope="col">id</th>
            <th scope="col">event_type</th>
            <th scope="col">dispatched_at</th>
          </tr>
        </thead>
        <tbody>
          {rows.shown.map((row) => (
            <tr key={row.id} data-state={row.state} aria-current={row.current}>
              <td>{row.meaning !== null && <Named meaning={row.meaning} />}</td>
              <td>{row.id}</td>
              <td>{row.eventType}</td>
              <td>{row.dispatchedAt}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{beyond(rows)}</p>
    </div>
  );
}

const Named = ({ meaning }: { readonly meaning: Meaning }) => (
  <>
    <Mark meaning={meaning} />
    <span className={styles['heard']}>{meanings[meaning].label}</span>
  </>
);

function beyond({ shown, earlier, later }: Window<SceneRow>): string {
  if (shown.length === 0) return 'no rows yet';
  const rows = (count: number, where: string) => (count === 0 ? [] : [`${count} ${where}`]);
  const parts = [...rows(earlier, 'earlier'), ...rows(later, 'later')];
  return parts.length === 0 ? '' : `and ${parts.join(', ')}`;
}
