// The little API as TypeScript says it: what the editor completes and explains, and what authors and learners read.
import type { ProcessKind } from '@/lib/sim/process/process-fault';

const SHARED = `
/** A message did not arrive: the broker could not be reached. It may have the message, or not. */
declare class Refused extends Error {}
/** The broker gave the message back: nobody is bound to its type. */
declare class Returned extends Error {}
/** Another consumer has committed the same id first. Nothing of the transaction is left. */
declare class Conflict extends Error {}

interface Clock {
  /** The time in ISO 8601. It stands still for as long as a round takes. */
  now(): string;
}

declare const crypto: {
  /** A new id: the n-th of a round is always the same. */
  randomUUID(): string;
};

/** Says nothing here. */
declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...what: unknown[]) => void>;
`;

const RELAY = `
/** A row of the outbox that is still to be sent. */
interface OutboxRow {
  /** Orders the table, and is what \`outbox.mark\` takes. */
  readonly id: number;
  /** The event's own id: minted once by the producer, and what consumers know the event by. */
  readonly eventId: string;
  /** The order that the event is about. */
  readonly aggregateId: string;
  readonly type: string;
  readonly payload: { readonly eventId: string; readonly orderId: string; readonly total: number };
  readonly occurredAt: string;
}

interface Outbox {
  /** Rows that are still to be sent, oldest first: up to \`limit\` of them, or 10. */
  pending(limit?: number): Promise<OutboxRow[]>;
  /** Sets \`dispatched_at\` on the rows with these ids, in one statement. Resolves with how many it has set. */
  mark(...ids: (number | readonly number[])[]): Promise<number>;
}

/** What is published: a row of this round, or the event that it holds, as it stands. */
type Message = Pick<OutboxRow, 'eventId' | 'aggregateId' | 'type' | 'payload'>;

interface Broker {
  /** Sends a message. Resolves with the broker's confirm; rejects with \`Refused\` or \`Returned\`. */
  publish(message: Message): Promise<void>;
}

/** What one round is given. */
interface Relay {
  readonly outbox: Outbox;
  readonly broker: Broker;
  readonly clock: Clock;
}
`;

const CONSUMER = `
/** A message that the broker delivers. It delivers it again for as long as it has seen no ack. */
interface Message {
  /** The event's own id: the same in every copy. */
  readonly id: string;
  /** The order that the event is about. */
  readonly aggregateId: string;
  readonly type: string;
  readonly payload: { readonly eventId: string; readonly orderId: string; readonly total: number };
  readonly occurredAt: string;
  /** The broker has handed it out before. It may also be the second copy of a first delivery: then this is false. */
  readonly redelivered: boolean;
}

interface Database {
  /** All that \`work\` awaits happens at once, at its commit; or not at all, if it throws. */
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The business effect of the message: within a transaction, part of it; outside of one, at once. */
  apply(message: Message): Promise<void>;
}

interface Inbox {
  /** Records an id, as text: within a transaction, with it; outside of one, at once. Resolves with whether it was new. */
  record(id: string): Promise<boolean>;
}

interface Broker {
  /** Tells the broker that the message is done: it is never delivered again. */
  ack(message: Message): Promise<void>;
}

/** What one round is given, besides its message. */
interface Consumer {
  readonly db: Database;
  readonly inbox: Inbox;
  readonly broker: Broker;
  readonly clock: Clock;
}
`;

/** Declarations of all that a round of this role may use, as one file that has no imports. */
export const apiOf = (role: ProcessKind): string =>
  `${(role === 'relay' ? RELAY : CONSUMER).trimStart()}${SHARED}`;
