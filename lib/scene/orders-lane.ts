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
  /** In a word or two, beside the event's number. */
  readonly doing: string;
  /** In a sentence. */
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
  const told = (state: SessionItem['state'], doing: string, more: string): SessionItem => ({
    session,
    event,
    state,
    doing,
    words: `The transaction of event ${event} ${more}`,
  });
  if (phase === 'publishing')
    return told(
      'publishes',
      'publishes',
      open ? 'is open while the service publishes' : 'is committed, the service publishes',
    );
  if (open && rollsBack && row !== null) return told('rolls-back', 'rolls back', 'rolls back');
  if (row === null) return told('open', 'BEGIN', 'has begun');
  return open
    ? told('written', 'written', 'has written its row and is open')
    : told('written', 'committed', 'is committed');
}
