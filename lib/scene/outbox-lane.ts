// The table that orders and relays share: the outbox, or in a dual write the orders alone. The database's own rows
// where they were read back, the model's until then.
import type { Row } from '@/lib/activities/evidence';
import { at } from '@/lib/sim/columns';
import { viewRow } from '@/lib/sim/look/row-view';
import { oldestPending, rowWindow, windowStart } from '@/lib/sim/look/row-window';
import { whereaboutsOf } from '@/lib/sim/look/whereabouts';
import { hasOutbox } from '@/lib/sim/tell/sql-tables';
import { stepAt } from '@/lib/sim/trace';
import type { Moment } from './lanes';
import type { RelayItem } from './relays-lane';
import { goneRow, openRow, type RowItem, readRow, rowItem } from './row-item';
import type { Window } from './window';

export interface OutboxLane {
  readonly title: string;
  /** What its column of times is called; null where the table has none. */
  readonly timeColumn: string | null;
  readonly rows: Window<RowItem>;
  /** Rows that were deleted since. */
  readonly purged: number;
  /** The rows are the database's own, not the model's. */
  readonly readBack: boolean;
}

/** Rows that there is room for at most. */
const ROWS_KEPT = 8;

export function outboxLane(moment: Moment, relays: readonly RelayItem[]): OutboxLane {
  const { world, recorded, trace } = moment;
  const outbox = hasOutbox(trace.scenario);
  const current = new Set(relays.flatMap(({ row }) => row ?? []));
  const [atHand = 0] = current;
  const focus = atHand || (outbox ? oldestPending(world) : 0);
  const readBack = outbox && recorded !== null;
  const { ids, earlier, later, purged } = rowWindow(world, ROWS_KEPT, focus);
  const rows = readBack
    ? readBackRows(moment, recorded.rows, focus, current)
    : { shown: modelRows(moment, ids, current), earlier, later };
  return {
    title: outbox ? 'orders_outbox' : 'orders',
    timeColumn: outbox ? 'dispatched_at' : null,
    rows: withGone(moment, rows),
    purged,
    readBack,
  };
}

const eventOf = ({ world }: Moment, id: number): number => at(world.order.byId, id);

function modelRows(moment: Moment, ids: readonly number[], current: ReadonlySet<number>): readonly RowItem[] {
  const { world } = moment;
  const events = ids.map((id) => eventOf(moment, id));
  const whereabouts = whereaboutsOf(world, events);
  return events.map((event) => {
    const row = viewRow(world, event);
    if (row.state === 'open') return openRow(row);
    return rowItem(moment, row, whereabouts.get(event) ?? 'nowhere', current.has(row.id));
  });
}

/** What PostgreSQL gave back, each row with what the model knows of it; behind them those that are not committed. */
function readBackRows(
  moment: Moment,
  rows: readonly Row[],
  focus: number,
  current: ReadonlySet<number>,
): Window<RowItem> {
  const { world } = moment;
  const open = openIds(moment);
  const length = rows.length + open.length;
  const place = focus === 0 ? -1 : rows.findIndex((row) => String(row['id']) === String(focus));
  const start = windowStart(length, ROWS_KEPT, place);
  const shown = rows.slice(start, start + ROWS_KEPT);
  const known = modelRows(
    moment,
    shown.map((row) => Number(row['id'])).filter((id) => eventOf(moment, id) > 0),
    current,
  );
  const room = ROWS_KEPT - shown.length;
  const items = [
    ...shown.map((row) =>
      readRow(
        row,
        known.find(({ id }) => id === String(row['id'])),
      ),
    ),
    ...open.slice(0, room).map((id) => openRow(viewRow(world, eventOf(moment, id)))),
  ];
  return { shown: items, earlier: start, later: length - start - items.length };
}

/** Rows that only their own transactions see. */
const openIds = ({ world }: Moment): readonly number[] =>
  Array.from(world.sessions.event)
    .filter((event, session) => at(world.sessions.phase, session) > 0 && at(world.events.row, event) === 1)
    .map((event) => at(world.events.id, event))
    .filter((id) => id > 0)
    .toSorted((one, other) => one - other);

/** For the length of one step, the row that was rolled back is seen to go. */
function withGone({ trace, count, world }: Moment, rows: Window<RowItem>): Window<RowItem> {
  if (count === 0) return rows;
  const { kind, row, event } = stepAt(trace, count - 1);
  if (kind !== 'rolled-back' || row === 0) return rows;
  return { ...rows, shown: [...rows.shown, goneRow(viewRow(world, event))].slice(-ROWS_KEPT) };
}
