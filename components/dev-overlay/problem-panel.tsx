import type { ShownProblem } from '@/lib/course/report';
import styles from './problem-panel.module.css';

interface ProblemPanelProps {
  readonly problems: readonly ShownProblem[];
  readonly onDismiss: () => void;
}

/** What is wrong with the lessons, over whatever page is open. The page below goes on working. */
export function ProblemPanel({ problems, onDismiss }: ProblemPanelProps) {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return (
    <section className={styles['panel']} aria-label="Problems in the lessons" role="alert">
      <header className={styles['header']}>
        <h2>{count} in the lessons</h2>
        <button type="button" onClick={onDismiss}>
          Hide until the next change
        </button>
      </header>
      <ol className={styles['list']}>
        {problems.map((problem) => (
          <li key={`${placeOf(problem)} ${problem.code} ${problem.message}`}>
            <p className={styles['where']}>
              {placeOf(problem)} {problem.code}
            </p>
            <p>{problem.message}</p>
            {problem.frame === null ? null : <pre>{problem.frame}</pre>}
            {problem.hint === null ? null : <p className={styles['hint']}>{problem.hint}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const placeOf = ({ file, place }: ShownProblem): string =>
  `${file ?? ''}:${place?.line ?? 1}:${place?.column ?? 1}`;
