import type { KeyboardEvent } from 'react';
import styles from './pane-tabs.module.css';
import type { Pane } from './use-panes';

interface PaneTabsProps {
  readonly pane: Pane;
  readonly onShow: (pane: Pane) => void;
}

const tabs = [
  ['text', 'Read'],
  ['playground', 'Practise'],
] as const;

/** The tabs of a narrow screen. `data-opens` lets them work before the page's scripts have come. */
export function PaneTabs({ pane, onShow }: PaneTabsProps) {
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    onShow(pane === 'text' ? 'playground' : 'text');
    currentTarget.parentElement?.querySelector<HTMLElement>('[aria-selected=false]')?.focus();
  };
  return (
    <div className={styles['tabs']} role="tablist" aria-label="Lesson">
      {tabs.map(([name, label]) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-controls={`pane-${name}`}
          aria-selected={pane === name}
          tabIndex={pane === name ? 0 : -1}
          data-opens={name}
          onClick={() => onShow(name)}
          onKeyDown={onKeyDown}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
