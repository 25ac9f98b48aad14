// What a learner can do to the run, with its words and its key: one table for buttons and keyboard.
import type { Meaning } from '@/lib/scene/meanings';
import type { Deed } from '@/lib/sim/scenario/scenario';
import type { StageStore } from '@/lib/store/stage';
import type { Keys, StageView } from './use-stage';

export interface Doing {
  readonly words: string;
  readonly key: string;
  readonly deed: Deed;
  readonly meaning: Meaning | null;
  /** Why it cannot be done now. */
  readonly not: string | null;
}

export function doingsOf({ world }: StageView): readonly Doing[] {
  const doing = (key: string, words: string, deed: Deed, meaning: Meaning | null = null): Doing => ({
    key,
    words,
    deed,
    meaning,
    not: null,
  });
  return [
    doing('O', 'Place order', { do: 'place-order' }),
    doing('R', 'Place order and roll back', { do: 'place-and-roll-back' }),
    {
      ...doing('C', 'Crash the relay', { do: 'arm-crash' }, 'crash'),
      not: world.relays[0]?.armed === true ? 'It will crash once it has published a row.' : null,
    },
    world.broker.up
      ? doing('B', 'Broker down', { do: 'broker-down' })
      : doing('B', 'Broker up', { do: 'broker-up' }),
  ];
}

/** One for each consumer; the key is the first one's. */
export interface Switching {
  readonly words: string;
  readonly key: string | null;
  readonly on: boolean;
  readonly deed: Deed;
}

export const switchesOf = ({ scene }: StageView): readonly Switching[] =>
  scene.consumers.map(({ name, title, dedup }, index) => ({
    words: scene.consumers.length === 1 ? 'Dedup' : `${title} dedup`,
    key: index === 0 ? 'D' : null,
    on: dedup,
    deed: { do: 'set-dedup', consumer: name, dedup: dedup ? 'none' : 'same-transaction' },
  }));

export function deedKeys(store: StageStore, view: StageView): Keys {
  const doings = doingsOf(view).filter(({ not }) => not === null);
  const all = [...doings, ...switchesOf(view)];
  return Object.fromEntries(
    all.flatMap(({ key, deed }) => (key === null ? [] : [[key.toLowerCase(), () => store.act(deed)]])),
  );
}
