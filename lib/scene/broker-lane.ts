// The broker, drawn as what it is: an exchange with queues, a topic with partitions, a stream, a channel.

import { plural } from '@/lib/shared/count-words';
import { at } from '@/lib/sim/columns';
import type { ChannelView, KeptView, LogView, QueueView, StripView } from '@/lib/sim/look/kept-view';
import type { BrokerKind, Scenario } from '@/lib/sim/scenario/scenario';
import { seconds } from '@/lib/sim/tell/clock';
import { nameOf } from '@/lib/sim/tell/words';
import type { Moment } from './lanes';
import { type MessageItem, messageItems, nameOfMessage } from './message-item';

export interface BrokerLane {
  readonly kind: BrokerKind;
  readonly up: boolean;
  readonly title: string;
  /** What takes what is published, in a few words. */
  readonly head: { readonly title: string; readonly detail: string };
  /** One for each of its boxes, in their order. */
  readonly kept: readonly KeptItem[];
}

export interface QueueItem extends Omit<QueueView, 'messages'> {
  readonly messages: readonly MessageItem[];
}

export interface StripItem extends Omit<StripView, 'messages'> {
  readonly messages: readonly MessageItem[];
}

export interface PendingItem {
  readonly key: string;
  readonly event: number;
  readonly copy: number;
  readonly owner: string;
  /** How long ago it was handed out; null where time is erased. */
  readonly idle: string | null;
  readonly words: string;
}

export interface LogItem extends Omit<LogView, 'strips' | 'pending'> {
  readonly strips: readonly StripItem[];
  readonly pending: readonly PendingItem[];
}

export interface ChannelItem extends Omit<ChannelView, 'listeners'> {
  /** What stands above those who hear: the command by which they do, or that they are called. */
  readonly title: string;
  readonly listeners: readonly {
    readonly name: string;
    readonly listens: boolean;
    readonly words: string;
  }[];
}

export type KeptItem = QueueItem | LogItem | ChannelItem;

/** Messages of each queue or partition that there may be room for. */
const MOST = 14;

export function brokerLane({ world, trace, time }: Moment): BrokerLane | null {
  const { broker, plan } = world;
  const { kind } = plan.broker;
  if (kind === 'outbox') return null;
  return {
    kind,
    up: at(broker.up, 0) === 1,
    title: TITLES[kind],
    head: headOf(trace.scenario),
    kept: (plan.broker.keeps?.(world, MOST) ?? []).map((one) => keptItem(one, time)),
  };
}

const TITLES = {
  rabbitmq: 'RabbitMQ',
  kafka: 'Kafka',
  'redis-streams': 'Redis Streams',
  notify: 'NOTIFY',
  http: 'HTTP',
};

function headOf({ broker }: Scenario): BrokerLane['head'] {
  switch (broker.kind) {
    case 'kafka':
      return { title: 'orders', detail: 'topic' };
    case 'redis-streams':
      return {
        title: 'orders',
        detail: broker.maxLength > 0 ? `stream, MAXLEN ${broker.maxLength}` : 'stream',
      };
    case 'notify':
      return { title: 'order_events', detail: 'keeps nothing' };
    case 'http':
      return { title: 'POST /orders', detail: 'no broker between' };
    default:
      return { title: 'orders', detail: `${broker.exchange} exchange` };
  }
}

function keptItem(kept: KeptView, time: number): KeptItem {
  switch (kept.kind) {
    case 'queue':
      return { ...kept, messages: messageItems(kept.messages) };
    case 'channel':
      return kept.name === 'calls'
        ? { ...kept, title: 'Called', listeners: kept.listeners.map(calledItem) }
        : { ...kept, title: 'LISTEN', listeners: kept.listeners.map(listenerItem) };
    default:
      return {
        ...kept,
        strips: kept.strips.map((strip) => ({ ...strip, messages: messageItems(strip.messages) })),
        pending: kept.pending.map((entry, place) => pendingItem(entry, place, time)),
      };
  }
}

function listenerItem({ name, listens, waiting }: ChannelView['listeners'][number]) {
  const heard = waiting === 0 ? 'listens' : `listens, ${waiting} in memory`;
  return { name: nameOf(name), listens, words: listens ? heard : 'not connected' };
}

function calledItem({ name, listens, waiting }: ChannelView['listeners'][number]) {
  const up = waiting === 0 ? 'answers' : `answers, ${plural(waiting, 'call')} open`;
  return { name: nameOf(name), listens, words: listens ? up : 'down' };
}

function pendingItem(entry: LogView['pending'][number], place: number, time: number): PendingItem {
  const { event, copy, owner, since } = entry;
  const idle = since === null ? null : `${seconds(Math.max(0, time - since))} s`;
  return {
    key: `${place} ${event}/${copy}`,
    event,
    copy,
    owner,
    idle,
    words: `${nameOfMessage(entry)}, pending with ${owner}${idle === null ? '' : `, idle ${idle}`}`,
  };
}
