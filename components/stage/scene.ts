// What is on the stage once so many steps have happened: a pure function of trace and recording, for drawing.
import type { Meaning } from '@/components/marks/meanings';
import { nameOf } from '@/lib/sim/describe';
import type { Recorded } from '@/lib/sim/replay';
import type { Step } from '@/lib/sim/step';
import type { Consumer, Message, World } from '@/lib/sim/world';
import { attention, rowsOf, type SceneRow } from './outbox-scene';
import { type RelayScene, relayOf } from './relay-scene';

export interface Scene {
  readonly orders: number;
  readonly outbox: Window<SceneRow>;
  /** The rows are the database's own, not the model's. */
  readonly readBack: boolean;
  readonly relay: RelayScene;
  readonly brokerUp: boolean;
  readonly messages: Window<SceneMessage>;
  readonly consumers: readonly ConsumerScene[];
}

/** As much of a list as there is room for. */
export interface Window<Item> {
  readonly shown: readonly Item[];
  readonly earlier: number;
  readonly later: number;
}

export interface SceneMessage {
  readonly key: string;
  readonly label: string;
  readonly meaning: Meaning;
  /** In words, for those who cannot see the mark. */
  readonly fate: string;
}

export interface ConsumerScene {
  readonly name: string;
  readonly title: string;
  readonly dedup: boolean;
  readonly effects: number;
  readonly skipped: number;
  /** Effects beyond the first of an event. */
  readonly doubled: number;
}

const ROWS_SHOWN = 5;
const MESSAGES_SHOWN = 5;

export function sceneOf(world: World, step: Step | null, recorded: Recorded | null): Scene {
  const rows = rowsOf(world, step, recorded);
  return {
    orders: world.outbox.length,
    outbox: windowed(rows, ROWS_SHOWN, attention(rows)),
    readBack: recorded !== null,
    relay: relayOf(world),
    brokerUp: world.brokerUp,
    messages: windowed(world.messages.map(messageOf(world)), MESSAGES_SHOWN),
    consumers: world.consumers.map((consumer, index) => consumerOf(world, consumer, index)),
  };
}

/** The last of them, unless one that matters more would be left out. */
function windowed<Item>(items: readonly Item[], size: number, focus = -1): Window<Item> {
  const last = Math.max(0, items.length - size);
  const start = focus === -1 ? last : Math.min(last, Math.max(0, focus - 1));
  const shown = items.slice(start, start + size);
  return { shown, earlier: start, later: items.length - start - shown.length };
}

const messageOf =
  ({ brokerUp }: World) =>
  ({ event, copy, outcomes }: Message): SceneMessage => {
    const handled = outcomes.every((outcome) => outcome !== null);
    const waiting = brokerUp ? 'on its way' : 'kept until the broker is up';
    const duplicate = copy > 1;
    const first = handled ? 'delivered' : 'flight';
    return {
      key: `${event.number}/${copy}`,
      label: duplicate ? `${event.number} again` : String(event.number),
      meaning: duplicate ? 'duplicate' : first,
      fate: handled ? 'delivered' : waiting,
    };
  };

function consumerOf({ messages }: World, consumer: Consumer, index: number): ConsumerScene {
  const outcomes = messages.map((message) => message.outcomes[index]);
  const doubled = outcomes.filter((outcome) => outcome === 'doubled').length;
  return {
    name: consumer.name,
    title: nameOf(consumer.name),
    dedup: consumer.dedup === 'same-transaction',
    effects: doubled + outcomes.filter((outcome) => outcome === 'applied').length,
    skipped: outcomes.filter((outcome) => outcome === 'skipped').length,
    doubled,
  };
}
