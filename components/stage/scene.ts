// What is on the stage once so many steps have happened: a pure function of trace and recording, for drawing.
import type { Meaning } from '@/lib/scene/meanings';
import type { Recorded } from '@/lib/sim/database/recorded';
import type { CopyView } from '@/lib/sim/look/copies';
import type { GroupView, WorldView } from '@/lib/sim/look/view';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { Step } from '@/lib/sim/step';
import { nameOf } from '@/lib/sim/tell/words';
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

/** What a scene is drawn from: the world, what led to it, and what the database held. */
export interface Moment {
  readonly scenario: Scenario;
  readonly world: WorldView;
  /** Every copy of an event that the broker has taken. */
  readonly copies: readonly CopyView[];
  /** The last step that happened. */
  readonly step: Step | null;
  readonly recorded: Recorded | null;
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

export function sceneOf(moment: Moment): Scene {
  const { world, copies, recorded } = moment;
  const rows = rowsOf(moment);
  return {
    orders: world.rows.filter(({ state }) => state !== 'open' && state !== 'rolled-back').length,
    outbox: windowed(rows, ROWS_SHOWN, attention(rows)),
    readBack: recorded !== null,
    relay: relayOf(moment),
    brokerUp: world.broker.up,
    messages: windowed(copies.map(messageOf(world)), MESSAGES_SHOWN),
    consumers: world.groups.map((group, index) => consumerOf(group, copies, index)),
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
  ({ broker }: WorldView) =>
  ({ event, copy, outcomes }: CopyView): SceneMessage => {
    const handled = outcomes.every((outcome) => outcome !== null);
    const waiting = broker.up ? 'on its way' : 'kept until the broker is up';
    const duplicate = copy > 1;
    const first = handled ? 'delivered' : 'flight';
    return {
      key: `${event}/${copy}`,
      label: duplicate ? `${event} again` : String(event),
      meaning: duplicate ? 'duplicate' : first,
      fate: handled ? 'delivered' : waiting,
    };
  };

function consumerOf(
  { name, dedup, effects }: GroupView,
  copies: readonly CopyView[],
  index: number,
): ConsumerScene {
  const handlings = copies.flatMap((copy) => copy.handlings[index] ?? []);
  const total = effects.reduce((sum, { times }) => sum + times, 0);
  return {
    name,
    title: nameOf(name),
    dedup: dedup !== 'none',
    effects: total,
    skipped: handlings.filter(({ outcome }) => outcome === 'skipped').length,
    doubled: total - effects.length,
  };
}
