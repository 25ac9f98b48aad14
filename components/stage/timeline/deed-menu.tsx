'use client';
import { useId } from 'react';
import { Mark } from '@/components/marks/mark';
import type { Deed, Scenario } from '@/lib/sim/scenario/scenario';
import type { StandingWorld } from '../standing-world';
import { deedWords } from './deed-words';
import { Menu } from './menu';
import styles from './menu.module.css';
import { type DeedGroup, sensibleDeeds } from './menu-deeds';
import type { Anchor } from './menu-place';

interface DeedMenuProps {
  readonly anchor: Anchor;
  readonly heading: string;
  readonly scenario: Scenario;
  /** As it stands at the moment that is asked about. */
  readonly world: StandingWorld;
  readonly onDeed: (deed: Deed) => void;
  readonly onClose: () => void;
}

/** Everything that can be done at a moment. */
export function DeedMenu({ anchor, heading, scenario, world, onDeed, onClose }: DeedMenuProps) {
  return (
    <Menu anchor={anchor} heading={heading} onClose={onClose}>
      {sensibleDeeds(scenario, world).map((group) => (
        <Deeds
          key={group.title}
          group={group}
          scenario={scenario}
          onDeed={(deed) => {
            onDeed(deed);
            onClose();
          }}
        />
      ))}
    </Menu>
  );
}

interface DeedsProps {
  readonly group: DeedGroup;
  readonly scenario: Scenario;
  readonly onDeed: (deed: Deed) => void;
}

function Deeds({ group, scenario, onDeed }: DeedsProps) {
  const title = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would not be a group of this menu
    <div role="group" aria-labelledby={title} className={styles['group']}>
      <span id={title} className={styles['title']}>
        {group.title}
      </span>
      {group.deeds.map((deed) => {
        const { todo, meaning } = deedWords(deed, scenario);
        return (
          <button
            key={todo}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles['item']}
            data-meaning={meaning}
            onClick={() => onDeed(deed)}
          >
            <span className={styles['mark']}>{meaning !== null && <Mark meaning={meaning} />}</span>
            {todo}
          </button>
        );
      })}
    </div>
  );
}
