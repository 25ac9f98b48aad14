import { CodeText } from '@/components/workbench/code-text';
import { wordsAt } from '@/lib/sim/tell/telling';
import { actionsBy } from '@/lib/sim/trace';
import type { StageStore } from '@/lib/store/stage';
import { foundWords } from './found-words';
import { Key } from './key';
import styles from './stage-panel-found.module.css';
import type { StageView } from './use-stage';

interface FoundBarProps {
  readonly store: StageStore;
  readonly view: StageView;
}

/** A schedule that the checker found, step by step; nothing for a run with clocks. */
export function FoundBar({ store, view: { trace, count, step, ended } }: FoundBarProps) {
  const words = foundWords(trace);
  // One of them may bring several things about, which are told one by one.
  const taken = step === null ? 0 : actionsBy(step.at);
  if (words === null) return null;
  return (
    <section className={styles['found']} aria-label="Found by the checker">
      <p>{words}</p>
      <p className={styles['step']}>
        <b>
          {taken} of {trace.path?.length}
        </b>
        {count === 0 ? (
          'Nothing has happened yet.'
        ) : (
          <span>
            <CodeText>{wordsAt(trace, count - 1)}</CodeText>
          </span>
        )}
      </p>
      <div>
        <button type="button" aria-disabled={count === 0} onClick={() => store.step(-1)}>
          Step before
          <Key>←</Key>
        </button>
        <button type="button" aria-disabled={ended} onClick={() => store.step(1)}>
          Next step
          <Key>→</Key>
        </button>
      </div>
    </section>
  );
}
