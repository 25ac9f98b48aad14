'use client';
import { useEffect, useState } from 'react';
import { activityViews } from '@/components/activities/registry';
import type { ActivityOutline } from '@/lib/store/activity';
import { openActivity } from '@/lib/store/playground';
import styles from './playground.module.css';
import { ReplayPlace } from './replay-place';
import { StagePlace } from './stage-place';

interface PlaygroundProps {
  readonly lessonId: string;
  readonly activities: readonly ActivityOutline[];
}

/** The activities of a lesson, one at a time; each keeps what was done in it. */
export function Playground({ lessonId, activities }: PlaygroundProps) {
  const [openId, setOpenId] = useState(activities[0]?.id);
  return (
    <section className={styles['playground']} aria-label="Playground">
      {activities.length > 1 && (
        <nav className={styles['activities']} aria-label="Activities">
          {activities.map(({ id, title }) => (
            <button key={id} type="button" aria-current={id === openId} onClick={() => setOpenId(id)}>
              {title}
            </button>
          ))}
        </nav>
      )}
      {activities.map((outline) => (
        <div key={outline.id} className={styles['activity']} hidden={outline.id !== openId}>
          <OneActivity lessonId={lessonId} outline={outline} />
        </div>
      ))}
    </section>
  );
}

interface OneActivityProps {
  readonly lessonId: string;
  readonly outline: ActivityOutline;
}

function OneActivity({ lessonId, outline }: OneActivityProps) {
  const [store] = useState(() => openActivity(lessonId, outline));
  useEffect(() => store.restore(), [store]);
  const View = activityViews[outline.kind];
  if (View === undefined) return null;
  return (
    <View
      store={store}
      outline={outline}
      replay={(played, text, beside) => <ReplayPlace played={played} text={text} beside={beside} />}
      stage={(passedText) => <StagePlace key={passedText} activity={store} />}
    />
  );
}
