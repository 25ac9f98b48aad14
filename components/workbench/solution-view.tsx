'use client';
import { DiffView } from '@/components/editor/diff-view';
import type { AnswerLanguage } from '@/lib/activities/kind';
import styles from './answer-panel.module.css';

interface SolutionViewProps {
  readonly written: string;
  readonly solution: string;
  readonly language: AnswerLanguage;
  readonly onUse: () => void;
  readonly onKeep: () => void;
}

/** The solution against what was written; nothing has been replaced yet. */
export function SolutionView({ written, solution, language, onUse, onKeep }: SolutionViewProps) {
  return (
    <div className={styles['over']}>
      <DiffView written={written} solution={solution} language={language}>
        <button type="button" className={styles['button']} onClick={onUse}>
          Use the solution
        </button>
        <button type="button" className={styles['button']} onClick={onKeep}>
          Keep what I wrote
        </button>
        <span>What you wrote can be brought back.</span>
      </DiffView>
    </div>
  );
}
