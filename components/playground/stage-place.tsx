'use client';
import { type ReactNode, useEffect, useState } from 'react';
import type { ActivityStore } from '@/lib/store/activity';
import { openStage } from '@/lib/store/playground';
import styles from './stage-place.module.css';
import { ToSandbox } from './to-sandbox';

/** Where the answer that passed is set in motion: fetched, and its stage opened, when it is first looked at. */
export function StagePlace({ activity }: { readonly activity: ActivityStore }) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} activity={activity} onAgain={() => setAttempt(attempt + 1)} />;
}

interface AttemptProps {
  readonly activity: ActivityStore;
  readonly onAgain: () => void;
}

function Attempt({ activity, onAgain }: AttemptProps) {
  const [panel, setPanel] = useState<ReactNode>('Setting the stage');
  useEffect(() => {
    let left = false;
    let end = () => {};
    const open = async () => {
      const [stage, { StagePanel }, { DatabaseLine }] = await Promise.all([
        openStage(activity),
        import('@/components/stage/stage-panel'),
        import('@/components/workbench/database-line'),
      ]);
      if (stage === null) return setPanel('Nothing plays for this activity.');
      if (left) return stage.end();
      end = stage.end;
      setPanel(
        <StagePanel
          store={stage.store}
          schedules={stage.schedules}
          notice={<DatabaseLine checking />}
          more={<ToSandbox store={stage.store} />}
        />,
      );
    };
    open().catch(() => setPanel(null));
    return () => {
      left = true;
      end();
    };
  }, [activity]);
  if (panel === null) {
    return (
      <p className={styles['words']}>
        The stage could not be loaded. See whether you are online, and try again.{' '}
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      </p>
    );
  }
  return typeof panel === 'string' ? <p className={styles['words']}>{panel}</p> : panel;
}
