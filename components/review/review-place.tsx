'use client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { dueInWords, dueOf } from '@/lib/progress/review';
import { useProgress } from '@/lib/store/progress';
import { keysOf, type QuizOutline } from '@/lib/store/review';
import styles from './review.module.css';

const ReviewRound = lazy(() =>
  import('./review-round').then(
    ({ ReviewRound }) => ({ default: ReviewRound }),
    () => ({ default: () => <p>The questions could not be loaded. See whether you are online.</p> }),
  ),
);

/** Questions that were answered right come back here after days. Nothing is drawn before there is one. */
export function ReviewPlace({ quizzes }: { readonly quizzes: readonly QuizOutline[] }) {
  const { progress, loaded } = useProgress();
  const [now, setNow] = useState(0);
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is due is looked at anew whenever something was answered.
  useEffect(() => setNow(Date.now()), [progress]);
  if (!loaded || now === 0) return null;
  const keys = keysOf(quizzes);
  const words = dueInWords(progress, keys, now);
  if (words === null) return null;
  const due = dueOf(progress, keys, now);
  return (
    <section className={styles['review']} aria-labelledby="review">
      <h2 id="review">Review</h2>
      {asked === null ? (
        <div className={styles['due']}>
          <p>{words}</p>
          {due.length > 0 && (
            <button type="button" onClick={() => setAsked(due)}>
              Review now
            </button>
          )}
        </div>
      ) : (
        <Suspense fallback={<p>Fetching the questions</p>}>
          <ReviewRound quizzes={quizzes} keys={asked} onEnd={() => setAsked(null)} />
        </Suspense>
      )}
    </section>
  );
}
