'use client';
import type { CheckResult } from '@/lib/activities/verdict';
import styles from './result-rows.module.css';
import { plain } from './results';

interface ExplainButtonProps {
  readonly check: CheckResult;
  readonly onExplain: (check: CheckResult) => void;
}

/** Opens the rows or the run that a check went by; nothing where it has none. */
export function ExplainButton({ check, onExplain }: ExplainButtonProps) {
  if (check.explanation === undefined) return null;
  const words = check.passed ? 'Show' : 'Explain';
  return (
    <button
      type="button"
      className={styles['explain']}
      aria-label={`${words}: ${plain(check.message)}`}
      onClick={() => onExplain(check)}
    >
      {words}
    </button>
  );
}
