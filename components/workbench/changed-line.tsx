import styles from './changed-line.module.css';

interface ChangedLineProps {
  readonly onAnew: () => void;
  readonly onKeep: () => void;
}

/** The lesson is another than when this answer was begun: the learner decides. */
export function ChangedLine({ onAnew, onKeep }: ChangedLineProps) {
  return (
    <p className={styles['line']} role="status">
      This lesson has changed since you wrote this. Your text is as you left it.{' '}
      <button type="button" onClick={onAnew}>
        Begin anew
      </button>{' '}
      <button type="button" onClick={onKeep}>
        Keep my text
      </button>
    </p>
  );
}
