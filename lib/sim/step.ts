import type { Dedup, Millis } from './scenario/scenario';

/** Every kind of thing that happens. A step holds its place in this list; `describe` has the words. */
export const STEP_KINDS = [
  // the order service
  'began',
  'inserted',
  'committed',
  'rolled-back',
  'service-crashed',
  'transaction-held',
  'transaction-released',
  // a relay, or the connector
  'polled',
  'published',
  'refused',
  'returned',
  'dropped',
  'confirmed',
  'unconfirmed',
  'marked',
  'mark-refused',
  'saved',
  'failed-to-publish',
  'gave-up',
  'lease-expired',
  'purged',
  'armed',
  'crashed',
  'restarted',
  'clock-skewed',
  'connector-stopped',
  'connector-started',
  // the broker
  'broker-down',
  'broker-up',
  'broker-restarted',
  'rebalanced',
  'claimed',
  'replayed',
  'trimmed',
  'missed',
  // a consumer
  'delivered',
  'recorded',
  'applied',
  'skipped',
  'failed',
  'requeued',
  'dead-lettered',
  'parked',
  'redriven',
  'acked',
  'redelivered',
  'consumer-crashed',
  'consumer-restarted',
  'consumer-slowed',
  'dedup-set',
] as const;

export type StepKind = (typeof STEP_KINDS)[number];

/** The code of each kind. */
export const KIND = Object.fromEntries(STEP_KINDS.map((kind, code) => [kind, code])) as {
  readonly [Kind in StepKind]: number;
};

/**
 * One thing that happened, read from the codes of a trace. What `value` says, by kind; it is 0 for every other one:
 *
 * | kind | `value` |
 * |---|---|
 * | began | the number of the transaction |
 * | inserted, committed | the version of the event; 0 where its transaction will roll back |
 * | rolled-back | 1: its event had been sent all the same, in a dual write |
 * | service-crashed | 1: the order was committed · 2: its event was sent, in a dual write · 3: both · 0: neither |
 * | polled | how many rows were found |
 * | published | which copy of the event this is, from 1 |
 * | confirmed, unconfirmed | the copy that the confirm is about |
 * | dropped | 1: the broker confirmed it and nobody gets it · 0: it never reached the broker, and nobody noticed |
 * | refused | the relay that gives up its batch, from 1; 0 in a dual write, and where the row goes on by itself |
 * | returned | attempts so far at this row; 0 in a dual write, which makes one |
 * | failed-to-publish, gave-up | attempts so far at this row |
 * | marked | how many rows were marked together; 0 for one row by itself |
 * | saved | where the cursor stands now: a row, a transaction number or a place in the log |
 * | crashed | the relay's phase, a code of `RELAY`, with the event at hand; `polling` where nobody knows |
 * | clock-skewed | how far the relay's clock is ahead now, in milliseconds; below 0: behind |
 * | rebalanced | the partition that this member has taken over, from 0 |
 * | claimed | the code of the member that had the message before |
 * | replayed | how many messages the group gets again |
 * | trimmed | the group that had not read it, from 0 |
 * | broker-restarted | how many messages were lost |
 * | delivered, redelivered, recorded, skipped, acked, missed | which copy of the event this is; 0 where time is erased |
 * | applied | effects of this event at this group so far, with this one |
 * | failed, requeued, dead-lettered | attempts so far of this group at this event |
 * | consumer-slowed | how many times slower; 1: as fast as ever |
 * | dedup-set | the place in `DEDUPS` |
 */
export interface Step {
  readonly at: Millis;
  /** Who did it: `orders`, `broker`, `relay` (`relay 2` where there are several), or a consumer by its name. */
  readonly actor: string;
  readonly kind: StepKind;
  /** The event's number by order of creation, from 1; 0 where the step is about none or about several. */
  readonly event: number;
  /** The event's row in the outbox, by its `id`; 0 where it has none. */
  readonly row: number;
  readonly value: number;
  /** Events of a poll or of a mark of many, in their order; empty for every other kind. */
  readonly events: readonly number[];
  /** The row of each of them. */
  readonly rows: readonly number[];
  /** How this group told duplicates when it recorded an id, knew one or made an effect; null where a learner's own process does, and elsewhere. */
  readonly dedup: Dedup | null;
}

/** Codes of the actors in a step; relays follow, then members. */
export const ORDERS = 0;
export const BROKER = 1;
export const FIRST_RELAY = 2;
