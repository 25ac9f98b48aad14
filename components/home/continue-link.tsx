'use client';

import Link from 'next/link';
import { lastVisited, lessonProgress } from '@/lib/progress/progress';
import { useProgress } from '@/lib/store/progress';
import styles from './home.module.css';

interface ContinueLinkProps {
  /** Ids of lessons, in the course's order. */
  readonly lessons: readonly string[];
}

/** "Start" with the first lesson; later "Continue", which leads to where one left off. */
export function ContinueLink({ lessons }: ContinueLinkProps) {
  const { progress } = useProgress();
  const visited = lastVisited(progress, lessons);
  const lesson = visited ?? lessons[0];
  if (lesson === undefined) return null;
  const section = lessonProgress(progress, lesson)?.section;
  return (
    <Link
      className={styles['start']}
      href={`/lessons/${lesson}/${section ? `#${section}` : ''}`}
      prefetch={false}
    >
      {visited === null ? 'Start' : 'Continue'}
    </Link>
  );
}
