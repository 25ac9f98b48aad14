'use client';
import { type ComponentType, useCallback } from 'react';
import type { BesideProps } from '@/components/workbench/beside';
import type { Played } from '@/lib/store/explained-stage';
import { openExplained } from '@/lib/store/playground';
import { FetchedPlace } from './fetched-place';
import styles from './replay-place.module.css';

interface ReplayPlaceProps {
  readonly played: Played;
  /** The answer that was checked. */
  readonly text: string;
  /** Stands beside the run and follows it. */
  readonly beside: ComponentType<BesideProps> | null;
}

/** Where what explains a check is set in motion, with the model's rows. */
export function ReplayPlace({ played, text, beside: Beside }: ReplayPlaceProps) {
  const fetch = useCallback(async () => {
    const [stage, { StagePanel }] = await Promise.all([
      openExplained(played),
      import('@/components/stage/stage-panel'),
    ]);
    if (stage === null) return null;
    const panel = (
      <div className={styles['replay']}>
        <div className={styles['stage']}>
          <StagePanel store={stage.store} schedules={null} />
        </div>
        {Beside !== null && (
          <div className={styles['beside']}>
            <Beside store={stage.store} text={text} />
          </div>
        )}
      </div>
    );
    return { panel, end: stage.end };
  }, [played, text, Beside]);
  return <FetchedPlace fetch={fetch} />;
}
