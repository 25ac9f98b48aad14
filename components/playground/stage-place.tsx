'use client';
import { useCallback } from 'react';
import type { ActivityStore } from '@/lib/store/activity';
import { openStage } from '@/lib/store/playground';
import { FetchedPlace } from './fetched-place';
import { ToSandbox } from './to-sandbox';

/** Where the answer that passed is set in motion. */
export function StagePlace({ activity }: { readonly activity: ActivityStore }) {
  const fetch = useCallback(async () => {
    const [stage, { StagePanel }, { StandingLine }, { DatabaseLine }] = await Promise.all([
      openStage(activity),
      import('@/components/stage/stage-panel'),
      import('@/components/stage/standing-line'),
      import('@/components/workbench/database-line'),
    ]);
    if (stage === null) return null;
    const panel = (
      <StagePanel
        store={stage.store}
        schedules={stage.schedules}
        {...(stage.ownTables && {
          standing: (lanes) => (
            <StandingLine store={stage.store} lanes={lanes}>
              <DatabaseLine checking />
            </StandingLine>
          ),
        })}
        more={<ToSandbox store={stage.store} />}
      />
    );
    return { panel, end: stage.end };
  }, [activity]);
  return <FetchedPlace fetch={fetch} />;
}
