'use client';

import { PartIcon } from '@/components/icons/part-icon';
import { fractionDone, type LessonTask } from '@/lib/progress/progress';
import { standingInWords } from '@/lib/progress/words';
import { useProgress } from '@/lib/store/progress';
import styles from './course-map.module.css';

export function LessonState({ task }: { readonly task: LessonTask }) {
  const { progress } = useProgress();
  return (
    <span className={styles['state']}>
      <PartIcon fraction={fractionDone(progress, task)} />
      {standingInWords(progress, task)}
    </span>
  );
}
