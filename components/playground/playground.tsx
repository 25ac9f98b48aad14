'use client';
import { useEffect, useState } from 'react';
import { activityViews } from '@/components/activities/registry';
import { PartIcon } from '@/components/icons/part-icon';
import { useAskedFor } from '@/components/lesson/lesson-frame';
import { lessonProgress } from '@/lib/progress/progress';
import type { ActivityOutline } from '@/lib/store/activity';
import { openActivity } from '@/lib/store/playground';
import { useProgress } from '@/lib/store/progress';
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
  const asked = useAskedFor();
  const [answered, setAnswered] = useState(asked);
  // What the text asks for opens before it is drawn.
  if (asked !== answered) {
    setAnswered(asked);
    setOpenId(asked?.activityId);
  }
  return (
    <section className={styles['playground']} aria-label="Playground">
      {activities.length > 1 && (
        <ActivityNav {...{ lessonId, activities }} openId={openId} onOpen={setOpenId} />
      )}
      {activities.map((outline) => (
        <div key={outline.id} className={styles['activity']} hidden={outline.id !== openId}>
          <OneActivity lessonId={lessonId} outline={outline} />
        </div>
      ))}
    </section>
  );
}

interface ActivityNavProps extends PlaygroundProps {
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** Which activities there are, and which of them are done. */
function ActivityNav({ lessonId, activities, openId, onOpen }: ActivityNavProps) {
  const passed = lessonProgress(useProgress().progress, lessonId)?.passed ?? [];
  return (
    <nav className={styles['activities']} aria-label="Activities">
      {activities.map(({ id, title }) => {
        const isDone = passed.includes(id);
        return (
          <button key={id} type="button" aria-current={id === openId} onClick={() => onOpen(id)}>
            <PartIcon fraction={isDone ? 1 : 0} />
            {title}
            {isDone && <span className={styles['heard']}>, done</span>}
          </button>
        );
      })}
    </nav>
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
