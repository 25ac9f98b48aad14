// What a broker keeps, as it is drawn: a window of each queue, log or channel, with what its kind of broker knows of it.
import type { Millis, Scenario } from '../scenario/scenario';
import type { MessageView } from './view';

export interface KeptMessage extends MessageView {
  /** `unacked`: somebody has it in hand. `consumed`: everybody is done with it, and it is still there. */
  readonly state: 'waiting' | 'unacked' | 'consumed';
}

/** A queue of RabbitMQ: what is in hand, oldest first, and behind it what is ready. */
export interface QueueView {
  readonly kind: 'queue';
  readonly name: string;
  readonly ready: number;
  readonly unacked: number;
  readonly messages: readonly KeptMessage[];
}

/** A partition, or a stream. */
export interface LogView {
  readonly kind: 'log' | 'stream';
  readonly name: string;
  /** One that all groups read, or one for each. */
  readonly strips: readonly StripView[];
  /** Entries that were handed out and not acknowledged, the longest idle first; where the broker keeps a list of them. */
  readonly pending: readonly PendingView[];
  /** How many there are in all. */
  readonly pendingCount: number;
}

/** Consecutive entries of a log. */
export interface StripView {
  /** The offset of the first message here, and that of the next message to come. */
  readonly first: number;
  readonly end: number;
  readonly messages: readonly KeptMessage[];
  readonly positions: readonly PositionView[];
}

/** How far a group has come. */
export interface PositionView {
  readonly group: string;
  /** The offset behind the last that it is done with; in a stream, behind the last that was delivered to it. */
  readonly committed: number;
  /** The offset behind the last that a member was given. */
  readonly read: number;
}

export interface PendingView extends MessageView {
  readonly owner: string;
  /** When it was handed out. Null where time is erased. */
  readonly since: Millis | null;
}

/** A channel of NOTIFY: it keeps nothing, and each listener has in memory what it has not handled. */
export interface ChannelView {
  readonly kind: 'channel';
  readonly name: string;
  readonly listeners: readonly ListenerView[];
}

export interface ListenerView {
  readonly name: string;
  readonly listens: boolean;
  readonly waiting: number;
  readonly messages: readonly KeptMessage[];
}

export type KeptView = QueueView | LogView | ChannelView;

/** All groups read the same entries. Where each chooses its own, or tries some again, the model keeps a log for each. */
export const readsAlike = ({ consumers }: Scenario): boolean =>
  consumers.every(
    ({ bindings, retry }) =>
      retry === 'in-place' && bindings.join(' ') === (consumers[0]?.bindings.join(' ') ?? ''),
  );
