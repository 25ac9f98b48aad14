// The SQL that each step stands for: the very text that runs in the database is the one that people read.

import { timestamp } from './clock';
import type { Event } from './event';
import type { Millis } from './scenario';
import type { Step } from './step';

/** The tables beside the learner's own: the order service's, and those of the consumers. */
export const TABLES: readonly string[] = [
  'CREATE TABLE orders (id uuid PRIMARY KEY, total numeric NOT NULL, placed_at timestamptz NOT NULL)',
  'CREATE TABLE inbox (consumer text, event_id uuid, received_at timestamptz NOT NULL, PRIMARY KEY (consumer, event_id))',
  'CREATE TABLE effects (consumer text NOT NULL, event_id uuid NOT NULL, made_at timestamptz NOT NULL)',
];

/** The statements of the transaction that ended with this step, whole; null if it ended none. */
export function transactionOf(step: Step): readonly string[] | null {
  switch (step.kind) {
    case 'committed':
      return ['BEGIN', ...writes(step.event, step.occurredAt), 'COMMIT'];
    case 'rolled-back':
      return ['BEGIN', ...writes(step.event, step.occurredAt), 'ROLLBACK'];
    case 'marked':
      return [`UPDATE orders_outbox\nSET dispatched_at = '${timestamp(step.at)}'\nWHERE id = ${step.row}`];
    case 'applied':
      return step.dedup === 'none'
        ? [effect(step.actor, step.event, step.at)]
        : ['BEGIN', note(step.actor, step.event, step.at), effect(step.actor, step.event, step.at), 'COMMIT'];
    case 'skipped':
      return [note(step.actor, step.event, step.at)];
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
    case 'polled':
      return script([
        `SELECT id, payload FROM orders_outbox\nWHERE dispatched_at IS NULL\nORDER BY id\nLIMIT ${step.limit}`,
      ]);
    case 'skipped':
      return `${script(transactionOf(step) ?? [])}  -- 0 rows: the id is known`;
    default: {
      const transaction = transactionOf(step);
      return transaction === null ? null : script(transaction);
    }
  }
}

const script = (statements: readonly string[]): string => statements.map((sql) => `${sql};`).join('\n');

const writes = (event: Event, at: Millis): readonly string[] => [
  `INSERT INTO orders (id, total, placed_at)\nVALUES ('${event.order}', ${event.total}, '${timestamp(at)}')`,
  `INSERT INTO orders_outbox (aggregate_id, event_type, payload, occurred_at, dispatched_at)\nVALUES ('${event.order}', 'OrderPlaced', '${envelope(event)}', '${timestamp(at)}', NULL)`,
];

/** The event's id is minted here, once, and travels in the payload: consumers know the event by it. */
const envelope = ({ id, order, total }: Event): string =>
  JSON.stringify({ eventId: id, orderId: order, total });

const note = (consumer: string, event: Event, at: Millis): string =>
  `INSERT INTO inbox (consumer, event_id, received_at)\nVALUES ('${consumer}', '${event.id}', '${timestamp(at)}')\nON CONFLICT DO NOTHING`;

const effect = (consumer: string, event: Event, at: Millis): string =>
  `INSERT INTO effects (consumer, event_id, made_at)\nVALUES ('${consumer}', '${event.id}', '${timestamp(at)}')`;
