import { Part } from './part';
import type { PictureProps } from './picture';
import styles from './picture.module.css';
import { LONG } from './titles';

/** The order service: orders that stand, and the transactions at work. */
export function Orders({ view, layout, onPickEvent }: PictureProps) {
  const { orders, sessions, held } = view.orders;
  return (
    <Part name="orders" lane="orders" layout={layout} framed>
      <p className={styles['figure']}>
        <span>{view.isEmpty ? 'no orders yet' : 'orders'}</span>{' '}
        {!view.isEmpty && <b data-long={orders >= LONG}>{orders}</b>}
      </p>
      <div className={styles['sessions']}>
        {sessions.map(({ session, event, state, doing, words }) => (
          <button
            key={session}
            type="button"
            className={styles['session']}
            data-state={state}
            title={words}
            aria-label={words}
            onClick={() => onPickEvent(event)}
          >
            {event} {doing}
          </button>
        ))}
        {held && (
          <p className={styles['warned']} title="A transaction of somebody else is open">
            another is open
          </p>
        )}
      </div>
    </Part>
  );
}
