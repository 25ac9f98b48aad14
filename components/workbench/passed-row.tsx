import { PassIcon } from '@/components/icons/pass-icon';
import styles from './answer-panel.module.css';
import type { WorkbenchWords } from './words';

interface PassedRowProps {
  readonly words: WorkbenchWords;
  readonly onWatch: () => void;
}

/** Everything passed; the next thing to do is to watch it run, where it runs. */
export function PassedRow({ words, onWatch }: PassedRowProps) {
  return (
    <div className={styles['passed']}>
      <PassIcon />
      <p>{words.passed}</p>
      {words.watch !== null && (
        <button type="button" className={styles['button']} onClick={onWatch}>
          {words.watch.tab}
        </button>
      )}
    </div>
  );
}
