// What stands in each lane after so many steps: as much of it as there is room for, however long the run.
import type { Recorded } from '@/lib/sim/database/recorded';
import { worldRead } from '@/lib/sim/reader';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepAt, type Trace } from '@/lib/sim/trace';
import type { World } from '@/lib/sim/world';
import { type BrokerLane, brokerLane } from './broker-lane';
import { type MemberItem, memberItems } from './consumers-lane';
import { type OrdersLane, ordersLane } from './orders-lane';
import { type OutboxLane, outboxLane } from './outbox-lane';
import { type RelayItem, relayItems } from './relays-lane';
import { type ResultsItem, resultsItems } from './results-lane';

export interface Lanes {
  /** Nothing has happened yet. */
  readonly isEmpty: boolean;
  readonly orders: OrdersLane;
  readonly outbox: OutboxLane;
  readonly relays: readonly RelayItem[];
  /** Null where the table is the queue. */
  readonly broker: BrokerLane | null;
  readonly members: readonly MemberItem[];
  readonly results: readonly ResultsItem[];
}

/** What lanes are drawn from. */
export interface Moment {
  readonly trace: Trace;
  /** How many steps have happened, and the world after them. */
  readonly count: number;
  readonly world: World;
  /** What the learner's database held by then; null where the rows are the model's. */
  readonly recorded: Recorded | null;
  /** The moment itself: no earlier than the last step. */
  readonly time: Millis;
}

interface Known {
  readonly world?: World;
  readonly recorded?: Recorded | null;
  readonly time?: Millis;
}

/** The lanes after so many steps. Whoever has the world of that moment hands it in. */
export function lanesOf(trace: Trace, count: number, known: Known = {}): Lanes {
  const last = count === 0 ? 0 : stepAt(trace, count - 1).at;
  const moment: Moment = {
    trace,
    count,
    world: known.world ?? worldRead(trace, count),
    recorded: known.recorded ?? null,
    time: Math.max(last, known.time ?? 0),
  };
  const relays = relayItems(moment);
  return {
    isEmpty: count === 0,
    orders: ordersLane(moment),
    outbox: outboxLane(moment, relays),
    relays,
    broker: brokerLane(moment),
    members: memberItems(moment),
    results: resultsItems(moment),
  };
}
