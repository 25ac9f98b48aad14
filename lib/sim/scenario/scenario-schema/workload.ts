import { choice, count, flag, MOST_ORDERS, map, or, times } from './form';

/** The order service: what is ordered, and how each order is written down. */
export const workload = map('What the order service does by itself.', {
  orders: or(3, count('How many orders are placed; each writes one event.', 0, MOST_ORDERS)),
  aggregates: or(2, count('The n-th order is about aggregate (n − 1) mod this.', 1, MOST_ORDERS)),
  everyMs: or(100, times('The time from one order to the next, in milliseconds.', 0.001, 86_400_000)),
  rollbackEvery: or(0, count('Every n-th transaction rolls back; 0: none does.', 0, MOST_ORDERS)),
  overlap: or(false, flag('Two transactions may be open at once, and commit in either order.')),
  lockAggregate: or(false, flag('A transaction locks its aggregate before it writes anything.')),
  versions: or(
    'counter',
    choice(
      "Where an event's version comes from: a counter handed out in turn, or `max(version) + 1` over what is committed.",
      ['counter', 'max'],
    ),
  ),
  dualWrite: or(
    'commit-first',
    choice('In a dual write: what comes first.', ['commit-first', 'publish-first']),
  ),
  payloadBytes: or(
    200,
    count('The size of a payload in bytes. NOTIFY refuses 8,000 and more.', 1, 1_048_576),
  ),
});
