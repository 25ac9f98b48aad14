'use client';

import { PartIcon } from '@/components/icons/part-icon';
import { lessonProgress } from '@/lib/progress/progress';
import { useProgress } from '@/lib/store/progress';
import styles from './activity-place.module.css';
import { useEnterPlayground } from './lesson-frame';

interface ActivityPlaceProps {
  readonly lessonId: string;
  readonly activityId: string;
  readonly title: string;
}

/** Where the text hands over to the playground. */
export function ActivityPlace({ lessonId, activityId, title }: ActivityPlaceProps) {
  const enterPlayground = useEnterPlayground();
  const passed = lessonProgress(useProgress().progress, lessonId)?.passed.includes(activityId) ?? false;
  return (
    <aside className={styles['place']} aria-label={`Activity: ${title}`}>
      <PartIcon fraction={passed ? 1 : 0} />
      <span className={styles['title']}>{title}</span>
      <span className={styles['state']}>{passed ? 'Done' : 'Your turn'}</span>
      <button type="button" onClick={() => enterPlayground(activityId)}>
        {passed ? 'Open again' : 'Start'}
      </button>
    </aside>
  );
}
