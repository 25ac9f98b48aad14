// The SQL that each step stands for: the very text that runs in the database is the one that people read. Its tables
// and names are the lesson's.

import { timestamp } from './clock';
import type { Event } from './event';
import type { Millis } from './scenario';
import type { Step } from './step';

/** The tables beside the learner's own: the order service's, and those of the consumers. */
export const TABLES: readonly string[] = [
  'CREATE TABLE orders (id uuid PRIMARY KEY, total bigint NOT NULL)',
  'CREATE TABLE handled_events (subscriber text, event_id uuid, PRIMARY KEY (subscriber, event_id))',
  'CREATE TABLE parcels (order_id uuid NOT NULL)',
  'CREATE TABLE effects (subscriber text NOT NULL, order_id uuid NOT NULL)',
];

/** The statements of the transaction that ended with this step, whole; a poll is one that only reads. Null if none did. */
export function transactionOf(step: Step): readonly string[] | null {
  switch (step.kind) {
    case 'committed':
      return ['BEGIN', ...writes(step.event, step.occurredAt), 'COMMIT'];
    case 'rolled-back':
      return ['BEGIN', ...writes(step.event, step.occurredAt), 'ROLLBACK'];
    case 'polled':
      return [
        `SELECT id, payload FROM orders_outbox\nWHERE dispatched_at IS NULL\nORDER BY id\nLIMIT ${step.limit}`,
      ];
    case 'marked':
      return [`UPDATE orders_outbox\nSET dispatched_at = '${timestamp(step.at)}'\nWHERE id = ${step.row}`];
    case 'applied':
      return step.dedup === 'none'
        ? [effect(step.actor, step.event)]
        : ['BEGIN', note(step.actor, step.event), effect(step.actor, step.event), 'COMMIT'];
    case 'skipped':
      return ['BEGIN', note(step.actor, step.event), 'COMMIT'];
    default:
      return null;
  }
}

/** What a reader is shown for a step; null where no SQL was involved. */
export function sqlOf(step: Step): string | null {
  switch (step.kind) {
    case 'inserted':
      return script(['BEGIN', ...writes(step.event, step.occurredAt)]);
    case 'committed':
      return script(['COMMIT']);
    case 'rolled-back':
      return script(['ROLLBACK']);
    case 'skipped':
      return script(transactionOf(step) ?? []).replace('NOTHING;', 'NOTHING;  -- 0 rows: the id is known');
    default: {
      const transaction = transactionOf(step);
      return transaction === null ? null : script(transaction);
    }
  }
}

const script = (statements: readonly string[]): string => statements.map((sql) => `${sql};`).join('\n');

const writes = (event: Event, at: Millis): readonly string[] => [
  `INSERT INTO orders (id, total) VALUES ('${event.order}', ${event.total})`,
  `INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at)\nVALUES ('${event.order}', 'OrderPlaced', '${envelope(event)}', '${timestamp(at)}')`,
];

/** The event's id is minted here, once, and travels in the payload: consumers know the event by it. */
const envelope = ({ id, order, total }: Event): string =>
  JSON.stringify({ id, type: 'OrderPlaced', data: { orderId: order, total } });

const note = (consumer: string, event: Event): string =>
  `INSERT INTO handled_events (subscriber, event_id)\nVALUES ('${consumer}', '${event.id}')\nON CONFLICT DO NOTHING`;

/** Shipping books parcels; what any other consumer does has no table of its own. */
const effect = (consumer: string, event: Event): string =>
  consumer === 'shipping'
    ? `INSERT INTO parcels (order_id)\nVALUES ('${event.order}')`
    : `INSERT INTO effects (subscriber, order_id)\nVALUES ('${consumer}', '${event.order}')`;
