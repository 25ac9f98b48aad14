// What consumers write: the ids they have handled, their effects, and what they set aside.

import { mint, typeOf } from '../event';
import { matches } from '../routing';
import type { ConsumerSettings, Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { timestamp } from './clock';
import { marksEach } from './sql-tables';

/** The settings of the group whose member acted. */
export const groupOf = ({ actor }: Step, { consumers }: Scenario): ConsumerSettings | undefined =>
  consumers.find(
    ({ name, count }) =>
      actor === name ||
      (count > 1 && actor.startsWith(`${name} `) && /^\d+$/.test(actor.slice(name.length + 1))),
  );

/** Records the event's id. Nothing happens where it is known, unless it has been forgotten since. */
export function noteOf(step: Step, scenario: Scenario, { name, dedupWindowMs }: ConsumerSettings): string {
  const id = idOf(step, scenario);
  const dated = scenario.consumers.some((group) => group.dedupWindowMs > 0);
  const into = `INSERT INTO handled_events (subscriber, event_id${dated ? ', handled_at' : ''})`;
  const values = `VALUES ('${name}', '${id}'${dated ? `, '${timestamp(step.at)}'` : ''})`;
  const known =
    dedupWindowMs === 0
      ? 'ON CONFLICT DO NOTHING'
      : `ON CONFLICT (subscriber, event_id) DO UPDATE SET handled_at = EXCLUDED.handled_at\nWHERE handled_events.handled_at <= timestamptz '${timestamp(step.at)}' - interval '${dedupWindowMs / 1000} seconds'`;
  return `${into}\n${values}\n${known}`;
}

/** Shipping books parcels; what any other consumer does has no table of its own. */
export function effectOf(step: Step, scenario: Scenario, { name }: ConsumerSettings): string {
  const { order } = mint(scenario.seed, step.event, scenario.workload.aggregates);
  return name === 'shipping'
    ? `INSERT INTO parcels (order_id)\nVALUES ('${order}')`
    : `INSERT INTO effects (subscriber, order_id)\nVALUES ('${name}', '${order}')`;
}

/** What cannot be handled now: a dead letter, or an event that waits behind one. */
export const letterOf = (step: Step, scenario: Scenario, { name }: ConsumerSettings): string =>
  `INSERT INTO dead_letters (subscriber, event_id, state)\nVALUES ('${name}', '${idOf(step, scenario)}', '${step.kind === 'parked' ? 'parked' : 'dead'}')\nON CONFLICT (subscriber, event_id) DO UPDATE SET state = EXCLUDED.state`;

export const redriveOf = ({ name }: ConsumerSettings): string =>
  `DELETE FROM dead_letters WHERE subscriber = '${name}'`;

/** Where the outbox itself is the queue, a row comes back by being pending again. */
export const reopenOf = ({ name }: ConsumerSettings, scenario: Scenario): string =>
  `UPDATE orders_outbox\nSET dispatched_at = NULL${
    marksEach(scenario) ? `, handled_by = array_remove(handled_by, '${name}')` : ''
  }\nWHERE (payload->>'id')::uuid IN (SELECT event_id FROM dead_letters WHERE subscriber = '${name}')`;

/** Where the outbox itself is the queue, a consumer marks its own rows; the last of several marks them for good. */
export function markOfConsumer(
  step: Step,
  scenario: Scenario,
  { name }: ConsumerSettings,
  version: number | undefined,
): string {
  const at = `'${timestamp(step.at)}'`;
  if (!marksEach(scenario)) return `UPDATE orders_outbox\nSET dispatched_at = ${at}\nWHERE id = ${step.row}`;
  const others = wanting(scenario, version).filter((other) => other !== name);
  const all = others.map((other) => `'${other}'`).join(', ');
  return `UPDATE orders_outbox\nSET handled_by = array_append(handled_by, '${name}'),\n  dispatched_at = CASE WHEN coalesce(handled_by, '{}') @> ARRAY[${all}]::text[] THEN timestamptz ${at} END\nWHERE id = ${step.row}`;
}

/** The groups that want an event of this version; all, where nobody knows which it is. */
const wanting = ({ consumers }: Scenario, version: number | undefined): readonly string[] =>
  consumers
    .filter(
      ({ bindings }) =>
        version === undefined ||
        bindings.some((binding) => matches(binding, typeOf(version).routingKey, 'topic')),
    )
    .map(({ name }) => name);

/** Where the outbox itself is the queue: the row that a member takes. */
export const takeOf = ({ name }: ConsumerSettings, scenario: Scenario): string =>
  `SELECT id, payload FROM orders_outbox\nWHERE dispatched_at IS NULL${
    marksEach(scenario) ? ` AND '${name}' <> ALL (coalesce(handled_by, '{}'))` : ''
  }\nORDER BY id\nLIMIT 1\nFOR UPDATE SKIP LOCKED`;

const idOf = ({ event }: Step, { seed, workload }: Scenario): string =>
  mint(seed, event, workload.aggregates).id;
