'use client';
import { type ComponentType, lazy, Suspense } from 'react';
import type { AnswerSurfaceProps } from '@/components/workbench/answer-surface';
import styles from './questions/question-card.module.css';

/** A surface that is fetched when it is first drawn, so that a lesson without it does not carry it along. */
export function lazySurface(
  load: () => Promise<ComponentType<AnswerSurfaceProps>>,
): ComponentType<AnswerSurfaceProps> {
  const Surface = lazy(() =>
    load().then(
      (surface) => ({ default: surface }),
      // Offline: the answer can still be written as text.
      () => ({ default: Missing }),
    ),
  );
  return function LazySurface(props: AnswerSurfaceProps) {
    return (
      <Suspense fallback={<p className={styles['waiting']}>Fetching the questions</p>}>
        <Surface {...props} />
      </Suspense>
    );
  };
}

const Missing = () => (
  <p className={styles['waiting']}>
    This could not be loaded. See whether you are online and reload the page, or write your answer as text.
  </p>
);
