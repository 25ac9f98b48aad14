'use client';

import { PartIcon } from '@/components/icons/part-icon';
import { fractionDone, type LessonTask } from '@/lib/progress/progress';
import { countInWords, standingInWords } from '@/lib/progress/words';
import { useProgress } from '@/lib/store/progress';
import styles from './lesson-standing.module.css';

interface LessonTaskProps {
  readonly task: LessonTask;
}

/** "Reading in progress · 0 of 1 activity done", under the title. */
export function LessonStanding({ task }: LessonTaskProps) {
  const { progress } = useProgress();
  return (
    <p className={styles['standing']}>
      <PartIcon fraction={fractionDone(progress, task)} />
      <span>{standingInWords(progress, task)}</span>
    </p>
  );
}

/** "0/1 done", in the header. */
export function ProgressPill({ task }: LessonTaskProps) {
  const { progress } = useProgress();
  return (
    <span className={styles['pill']}>
      <PartIcon fraction={fractionDone(progress, task)} />
      {countInWords(progress, task)}
    </span>
  );
}
