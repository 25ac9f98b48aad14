'use client';
import { useCallback } from 'react';
import type { ActivityStore } from '@/lib/store/activity';
import { openStage } from '@/lib/store/playground';
import { FetchedPlace } from './fetched-place';
import { ToSandbox } from './to-sandbox';

/** Where the answer that passed is set in motion. */
export function StagePlace({ activity }: { readonly activity: ActivityStore }) {
  const fetch = useCallback(async () => {
    const [stage, { StagePanel }, { DatabaseLine }] = await Promise.all([
      openStage(activity),
      import('@/components/stage/stage-panel'),
      import('@/components/workbench/database-line'),
    ]);
    if (stage === null) return null;
    const panel = (
      <StagePanel
        store={stage.store}
        schedules={stage.schedules}
        {...(stage.ownTables && { notice: <DatabaseLine checking /> })}
        more={<ToSandbox store={stage.store} />}
      />
    );
    return { panel, end: stage.end };
  }, [activity]);
  return <FetchedPlace fetch={fetch} />;
}
