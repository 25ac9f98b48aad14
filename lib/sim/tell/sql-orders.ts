// What the order service writes.

import { type Event, mint, typeOf } from '../event';
import type { Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { timestamp } from './clock';
import { hasOutbox } from './sql-tables';

/** Everything that a transaction writes between its BEGIN and its end, at the moment of its inserts. */
export function writesOf(step: Step, scenario: Scenario): readonly string[] {
  const { workload, publication } = scenario;
  const event = mint(scenario.seed, step.event, workload.aggregates);
  const version = versionOf(step, scenario);
  return [
    ...(workload.lockAggregate
      ? [`SELECT pg_advisory_xact_lock(hashtextextended('${event.order}', 0))`]
      : []),
    ...(workload.versions === 'max'
      ? [`SELECT coalesce(max(version), 0) + 1 AS next FROM orders\nWHERE id = '${event.order}'`]
      : []),
    orderOf(event, version, scenario),
    ...(hasOutbox(scenario) ? [rowOf(event, version, step.at)] : []),
    ...(publication === 'notify' ? ['NOTIFY orders_outbox'] : []),
  ];
}

/** One that will roll back takes no version of its own: it writes what would come in its turn. */
const versionOf = ({ value, event }: Step, { workload }: Scenario): number =>
  value > 0 ? value : Math.ceil(event / workload.aggregates);

/** Where transactions overlap, a later event of an order may be there before its first. */
function orderOf({ order, total }: Event, version: number, { workload }: Scenario): string {
  if (workload.overlap)
    return `INSERT INTO orders (id, total, version) VALUES ('${order}', ${total}, ${version})\nON CONFLICT (id) DO UPDATE SET version = greatest(orders.version, EXCLUDED.version)`;
  return version === 1
    ? `INSERT INTO orders (id, total) VALUES ('${order}', ${total})`
    : `UPDATE orders SET version = ${version} WHERE id = '${order}'`;
}

const rowOf = (event: Event, version: number, at: number): string =>
  `INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)\nVALUES ('${event.order}', '${typeOf(version).name}', '${envelope(event, version)}', '${timestamp(at)}')`;

/** The event's id is minted here, once, and travels in the payload: consumers know the event by it. */
export function envelope({ id, order, total }: Event, version: number): string {
  const data = version === 1 ? { orderId: order, total } : { orderId: order, version };
  return JSON.stringify({ id, type: typeOf(version).name, data });
}
