'use client';
import { useId } from 'react';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { seconds } from '@/lib/sim/tell/clock';
import type { Trace } from '@/lib/sim/trace';
import { Menu } from './menu';
import styles from './menu.module.css';
import type { Anchor } from './menu-place';
import { type Cluster, earlierThan, laterThan, type Placed, toldOf } from './placed';

export interface PlacedActions {
  readonly withdraw: (place: number) => void;
  readonly move: (place: number, at: Millis) => void;
  readonly seek: (at: Millis) => void;
}

interface PlacedMenuProps {
  readonly anchor: Anchor;
  readonly cluster: Cluster;
  readonly trace: Trace;
  readonly actions: PlacedActions;
  readonly onClose: () => void;
}

/** What can be made of things that were done: taken back, moved by a step, gone to. */
export function PlacedMenu({ anchor, cluster, trace, actions, onClose }: PlacedMenuProps) {
  const { placed, at } = cluster;
  const heading = placed.length === 1 ? toldOf(cluster.placed[0] as Placed) : `About ${seconds(at)} s`;
  return (
    <Menu anchor={anchor} heading={heading} onClose={onClose}>
      {placed.map((one) => (
        <PlacedItems
          key={one.key}
          title={placed.length === 1 ? null : toldOf(one)}
          choices={choicesFor(one, trace, actions)}
          onClose={onClose}
        />
      ))}
    </Menu>
  );
}

interface Choice {
  readonly words: string;
  readonly choose: (() => void) | null;
}

function choicesFor({ place, at }: Placed, trace: Trace, { withdraw, move, seek }: PlacedActions) {
  const go: Choice = { words: 'Go there', choose: () => seek(at) };
  if (place === null) return [go];
  const moveTo = (to: Millis | null) => (to === null ? null : () => move(place, to));
  return [
    { words: 'Take back', choose: () => withdraw(place) },
    { words: 'Earlier', choose: moveTo(earlierThan(trace, at)) },
    { words: 'Later', choose: moveTo(laterThan(trace, at)) },
    go,
  ];
}

interface PlacedItemsProps {
  readonly title: string | null;
  readonly choices: readonly Choice[];
  readonly onClose: () => void;
}

function PlacedItems({ title, choices, onClose }: PlacedItemsProps) {
  const id = useId();
  const items = choices.map(({ words, choose }) => (
    <button
      key={words}
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={styles['item']}
      aria-disabled={choose === null}
      onClick={() => {
        if (choose === null) return;
        choose();
        onClose();
      }}
    >
      {words}
    </button>
  ));
  if (title === null) return items;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would not be a group of this menu
    <div role="group" aria-labelledby={id} className={styles['group']}>
      <span id={id} className={styles['title']}>
        {title}
      </span>
      {items}
    </div>
  );
}
