'use client';
import { type ReactNode, useRef } from 'react';
import type { Schedules } from '@/lib/store/schedules';
import type { StageStore } from '@/lib/store/stage';
import { Actions } from './actions';
import { Controls, playKeys } from './controls';
import { Counters } from './counters';
import { deedKeys } from './deeds';
import { Lanes } from './lanes';
import { Log } from './log/log';
import { Spoken } from './spoken';
import styles from './stage-panel.module.css';
import { StandingLine } from './standing-line';
import { Timeline } from './timeline';
import { useFrames, useKeys, useStageView } from './use-stage';

interface StagePanelProps {
  readonly store: StageStore;
  readonly schedules: Schedules;
  /** What there is to say of the database itself. */
  readonly notice?: ReactNode;
}

/** A run to watch and to meddle with: what happens, step by step, and the learner's own rows in it. */
export function StagePanel({ store, schedules, notice }: StagePanelProps) {
  const root = useRef<HTMLElement>(null);
  const view = useStageView(store);
  useFrames(store);
  useKeys(root, { ...deedKeys(store, view), ...playKeys(store) });
  return (
    // Focusable so that its keys work wherever it is clicked.
    <section ref={root} className={styles['stage']} aria-label="Stage" tabIndex={-1}>
      <Spoken view={view} />
      <Actions store={store} view={view} />
      <div className={styles['scene']}>
        <Lanes store={store} view={view} />
        <StandingLine store={store} scene={view.scene}>
          {notice}
        </StandingLine>
      </div>
      <div className={styles['log']}>
        <Log store={store} schedules={schedules} view={view} />
      </div>
      <Counters metrics={view.metrics} />
      <div className={styles['foot']}>
        <Controls store={store} view={view} />
        <Timeline store={store} view={view} />
      </div>
    </section>
  );
}
