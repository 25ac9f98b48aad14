// A world to be looked at: plain values in place of columns, for whoever draws it or compares it with something else.
// Times are milliseconds from the start of the run, and null where time is erased or nothing is due.
import { at } from '../columns';
import type { BrokerKind, Dedup, Millis } from '../scenario/scenario';
import type { MEMBER, RELAY, SESSION, World } from '../world';
import { viewGroup, viewMember } from './consumer-view';
import { viewRelay } from './relay-view';
import { viewRows, viewSessions } from './row-view';
import { createTimetable } from './timetable';

export interface WorldView {
  readonly at: Millis;
  /** Rows of the outbox by their `id`; where there is none, the orders by the order of their writes. */
  readonly rows: readonly RowView[];
  readonly sessions: readonly SessionView[];
  /** A transaction that has nothing to do with orders is open, and holds a fence back. */
  readonly transactionHeld: boolean;
  readonly relays: readonly RelayView[];
  readonly broker: BrokerView;
  readonly groups: readonly GroupView[];
  readonly members: readonly MemberView[];
}

export interface RowView {
  readonly id: number;
  /** The event's number by order of creation, from 1. */
  readonly event: number;
  readonly type: string;
  /** Counted from 1. */
  readonly aggregate: number;
  /** Null where the transaction rolls back. */
  readonly version: number | null;
  readonly state: 'open' | 'committed' | 'rolled-back' | 'dead' | 'purged';
  readonly dispatched: boolean;
  readonly occurredAt: Millis | null;
  readonly dispatchedAt: Millis | null;
  /** The relay that has the row by a lock or by a lease that still runs. */
  readonly heldBy: string | null;
  /** No relay takes the row before: a backoff, or a lease. Null once it is free. */
  readonly notBefore: Millis | null;
  /** How often the broker said no to this very row. */
  readonly attempts: number;
  /** How often the broker has taken the event. */
  readonly copies: number;
}

/** A session of the order service at work on an order. */
export interface SessionView {
  /** Counted from 1. */
  readonly session: number;
  readonly event: number;
  /** The row's `id`; null until it is written. */
  readonly row: number | null;
  readonly phase: Exclude<keyof typeof SESSION, 'idle'>;
  /** Its transaction has begun and not ended. */
  readonly open: boolean;
  readonly rollsBack: boolean;
  /** From when to when it does what it does now. */
  readonly begunAt: Millis | null;
  readonly endsAt: Millis | null;
}

export interface RelayView {
  readonly name: string;
  readonly phase: keyof typeof RELAY;
  /** The events that it took with its last poll and is not through with. */
  readonly batch: readonly number[];
  /** Where in the batch it works, from 0. */
  readonly place: number;
  readonly atHand: number | null;
  /** From when to when it does what it does now. `dueAt` of one that polls is the next poll that finds something. */
  readonly since: Millis | null;
  readonly dueAt: Millis | null;
  /** Will crash at the next moment between publish and mark. */
  readonly armed: boolean;
  readonly crashed: boolean;
  /** The connection broke under the message or the confirm that is on its way. */
  readonly cut: boolean;
  /** It was refused, and waits. */
  readonly paused: boolean;
  readonly pausedUntil: Millis | null;
  /** How far its clock is ahead. */
  readonly skew: Millis;
}

export interface BrokerView {
  readonly kind: BrokerKind;
  readonly up: boolean;
  readonly lanes: readonly Lane[];
}

/** A queue, a partition or a stream: messages in order, the next one first. */
export interface Lane {
  readonly name: string;
  readonly messages: readonly MessageView[];
}

export interface MessageView {
  readonly event: number;
  /** 1 for the first that the broker took; 0 where time is erased. */
  readonly copy: number;
  readonly redelivered: boolean;
}

export interface HandView extends MessageView {
  readonly leftAt: Millis | null;
  /** When it is with the member, at the latest. */
  readonly arrivesAt: Millis | null;
}

export interface MemberView {
  readonly name: string;
  readonly group: string;
  readonly phase: keyof typeof MEMBER;
  /** What it has not acknowledged, oldest first; it works on the first. */
  readonly hand: readonly HandView[];
  readonly since: Millis | null;
  readonly dueAt: Millis | null;
  /** How many times slower than ever. */
  readonly slowness: number;
}

export interface GroupView {
  readonly name: string;
  /** How it tells duplicates now. */
  readonly dedup: Dedup;
  /** Events whose ids it knows. */
  readonly inbox: readonly number[];
  /** Events with an effect, and how many effects each has had. */
  readonly effects: readonly { readonly event: number; readonly times: number }[];
  readonly deadLetters: readonly number[];
  /** Events set aside behind a dead letter of their aggregate. */
  readonly parked: readonly number[];
  /** Aggregates that a dead letter has stopped, counted from 1. */
  readonly halted: readonly number[];
}

/** Everything that there is in a world, as it is now. The world stays as it is. */
export function viewOf(world: World): WorldView {
  const { plan, broker, service, now } = world;
  const timetable = createTimetable(world);
  return {
    at: now / 1000,
    rows: viewRows(world),
    sessions: viewSessions(world, timetable),
    transactionHeld: at(service.held, 0) > 0,
    relays: Array.from({ length: plan.relays }, (_, relay) => viewRelay(world, timetable, relay)),
    broker: {
      kind: plan.broker.kind,
      up: at(broker.up, 0) === 1,
      lanes: plan.broker.view?.(world) ?? [],
    },
    groups: plan.groups.map(({ index }) => viewGroup(world, index)),
    members: plan.members.map((_, member) => viewMember(world, timetable, member)),
  };
}
