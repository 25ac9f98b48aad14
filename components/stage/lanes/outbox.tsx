import { Mark } from '@/components/marks/mark';
import { roomOf } from '@/lib/scene/layout';
import { SIZES } from '@/lib/scene/layout-sizes';
import { meanings } from '@/lib/scene/meanings';
import type { OutboxLane } from '@/lib/scene/outbox-lane';
import type { RowItem } from '@/lib/scene/row-item';
import { narrowed } from '@/lib/scene/window';
import styles from './outbox.module.css';
import { Part, widthOf } from './part';
import type { PictureProps } from './picture';
import { useSlots } from './use-slots';

/** The table: its rows in order, the one at hand marked. */
export function Outbox({ view, layout, onPickRow }: PictureProps) {
  const { outbox } = view;
  const { rows: most } = SIZES[roomOf(layout.width)];
  const window = narrowed(outbox.rows, most, attention(outbox.rows.shown));
  const [body, slotOf] = useSlots<HTMLTableSectionElement>(window.shown.map(({ id }) => id));
  return (
    <Part name="outbox" lane="outbox" layout={layout}>
      <table className={styles['rows']} data-wide={widthOf(layout, 'outbox') >= 300}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles['heard']}>Meaning</span>
            </th>
            <th scope="col" style={{ width: idWidth(window.shown) }}>
              id
            </th>
            <th scope="col">event_type</th>
            <th scope="col">{outbox.timeColumn ?? 'event'}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {window.shown.map((row) => (
            <TableRow key={slotOf(row.id)} row={row} onPick={onPickRow} />
          ))}
        </tbody>
      </table>
      <p className={styles['beyond']}>
        {view.isEmpty ? 'Nothing has happened yet.' : beyond(outbox, window)}
      </p>
    </Part>
  );
}

/** As wide as the longest of them. */
const idWidth = (rows: readonly RowItem[]): number =>
  Math.max(26, 12 + 8 * Math.max(0, ...rows.map(({ id }) => id.length)));

interface TableRowProps {
  readonly row: RowItem;
  readonly onPick: (row: string) => void;
}

function TableRow({ row, onPick }: TableRowProps) {
  const { id, eventType, about, dispatchedAt, note, state, meaning, current, words } = row;
  return (
    <tr data-state={state} aria-current={current}>
      <td>{meaning !== null && <Mark meaning={meaning} />}</td>
      <td>
        <button type="button" title={words} onClick={() => onPick(id)}>
          {id}
        </button>
      </td>
      <td>
        {eventType}
        <small>{about}</small>
      </td>
      <td>
        {dispatchedAt === '' ? note : dispatchedAt}
        {dispatchedAt !== '' && (
          <small>{note === '' && meaning !== null ? meanings[meaning].label : note}</small>
        )}
      </td>
    </tr>
  );
}

/** Where to look: at the row at hand, else at the oldest that waits. */
function attention(rows: readonly RowItem[]): number {
  const current = rows.findIndex((row) => row.current);
  return current === -1 ? rows.findIndex(({ meaning }) => meaning === 'pending') : current;
}

function beyond({ purged }: OutboxLane, { shown, earlier, later }: OutboxLane['rows']): string {
  if (shown.length === 0 && purged === 0) return 'no rows yet';
  const some = (count: number, where: string) =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${where}`];
  return [...some(earlier, 'earlier'), ...some(later, 'later'), ...some(purged, 'purged')].join(' · ');
}
