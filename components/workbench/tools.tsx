'use client';
import keyStyles from './key.module.css';
import styles from './tools.module.css';

interface ToolsProps {
  readonly solutionOpen: boolean;
  readonly onHint: () => void;
  readonly onSolution: () => void;
  readonly onReset: () => void;
}

/** What helps with the answer. None of it asks, and none of it loses anything. */
export function Tools({ solutionOpen, onHint, onSolution, onReset }: ToolsProps) {
  return (
    <div className={styles['tools']}>
      <button type="button" onClick={onHint} aria-keyshortcuts="h">
        Hints <kbd className={keyStyles['key']}>H</kbd>
      </button>
      <button type="button" data-solution={solutionOpen ? 'open' : 'closed'} onClick={onSolution}>
        {solutionOpen ? 'Hide solution' : 'Show solution'}
      </button>
      <button type="button" onClick={onReset}>
        Reset
      </button>
    </div>
  );
}
