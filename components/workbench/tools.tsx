'use client';
import { HelpMenu, type HelpMenuProps } from './help-menu';
import keyStyles from './key.module.css';
import styles from './tools.module.css';

/** What lies over the answer while somebody looks at it. */
export type Over = 'solution' | 'history';

interface ToolsProps {
  readonly over: Over | null;
  readonly onOver: (over: Over | null) => void;
  readonly help: HelpMenuProps;
  readonly onHint: () => void;
  readonly onReset: () => void;
}

/** What helps with the answer. None of it asks, and none of it loses anything. */
export function Tools({ over, onOver, help, onHint, onReset }: ToolsProps) {
  const toggle = (what: Over) => () => onOver(over === what ? null : what);
  return (
    <div className={styles['tools']}>
      <button type="button" onClick={onHint} aria-keyshortcuts="h">
        Hints <kbd className={keyStyles['key']}>H</kbd>
      </button>
      {help.fades.length > 0 && <HelpMenu {...help} />}
      <button type="button" data-opens-over="solution" onClick={toggle('solution')}>
        {over === 'solution' ? 'Hide solution' : 'Show solution'}
      </button>
      <button type="button" data-opens-over="history" onClick={toggle('history')}>
        {over === 'history' ? 'Hide history' : 'History'}
      </button>
      <button type="button" onClick={onReset}>
        Reset
      </button>
    </div>
  );
}
