// The order service: how many orders stand, and what its transactions are at.
import { at } from '@/lib/sim/columns';
import { viewSessions } from '@/lib/sim/look/row-view';
import type { SessionView } from '@/lib/sim/look/view';
import { ROW, type World } from '@/lib/sim/world';
import type { Moment } from './lanes';

export interface OrdersLane {
  /** Orders that are committed. */
  readonly orders: number;
  readonly sessions: readonly SessionItem[];
  /** A transaction that has nothing to do with orders is open. */
  readonly held: boolean;
}

export interface SessionItem {
  readonly session: number;
  readonly event: number;
  readonly state: 'open' | 'written' | 'rolls-back' | 'publishes';
  /** `order 3: written, not committed` */
  readonly words: string;
}

const NO_TIMETABLE = () => null;

export function ordersLane({ world }: Moment): OrdersLane {
  return {
    orders: ordersIn(world),
    sessions: viewSessions(world, NO_TIMETABLE).map(sessionItem),
    held: at(world.service.held, 0) > 0,
  };
}

function ordersIn({ events, service }: World): number {
  const rows = events.row;
  const end = at(service.next, 0);
  const { none, open, rolledBack } = ROW;
  let count = 0;
  for (let event = 1; event < end; event += 1) {
    const row = rows[event];
    if (row !== none && row !== open && row !== rolledBack) count += 1;
  }
  return count;
}

function sessionItem({ session, event, row, phase, open, rollsBack }: SessionView): SessionItem {
  const told = (state: SessionItem['state'], what: string): SessionItem => ({
    session,
    event,
    state,
    words: `${event}: ${what}`,
  });
  if (phase === 'publishing')
    return told('publishes', open ? 'publishes, then commits' : 'committed, publishes');
  if (open && rollsBack && row !== null) return told('rolls-back', 'rolls back');
  if (row === null) return told('open', 'BEGIN');
  return told('written', open ? 'written, open' : 'committed');
}
