'use client';
import type { ReactNode } from 'react';
import type { CheckResult, Explanation } from '@/lib/activities/verdict';
import type { Played } from '@/lib/store/explained-stage';
import { CodeText } from './code-text';
import styles from './explained-panel.module.css';
import { ShownTables } from './shown-tables';

interface ExplainedPanelProps {
  readonly check: CheckResult;
  readonly explanation: Explanation;
  /** Sets a run in motion. */
  readonly replay: (played: Played) => ReactNode;
  readonly onClose: () => void;
}

/** What one check found, to be seen: the rows themselves, or the very run, step by step. */
export function ExplainedPanel({ check, explanation, replay, onClose }: ExplainedPanelProps) {
  return (
    <div className={styles['explained']}>
      <header>
        <p>
          <b>{check.passed ? 'What was found: ' : 'Why it failed: '}</b>
          <CodeText>{check.message}</CodeText>
        </p>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </header>
      <div className={styles['shown']}>
        {explanation.show === 'rows' ? <ShownTables tables={explanation.tables} /> : replay(explanation)}
      </div>
    </div>
  );
}
