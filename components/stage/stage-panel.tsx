'use client';
import { type ReactNode, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Schedules } from '@/lib/store/schedules';
import { comparedOf, type StageStore, shownOf } from '@/lib/store/stage';
import { Actions } from './actions';
import { Controls, playActions } from './controls';
import { Counters } from './counters';
import { deedActions } from './deeds';
import { KeysDialog } from './keys/keys-dialog';
import { Log } from './log/log';
import { Spoken } from './spoken';
import { keysFor, LISTED_KEYS } from './stage-keys';
import styles from './stage-panel.module.css';
import { AskMenu } from './stage-panel-ask';
import { FoundBar } from './stage-panel-found';
import { StageWork } from './stage-panel-work';
import { StagePicture } from './stage-picture';
import { StandingLine } from './standing-line';
import { Comparison } from './timeline/comparison';
import { type AskedMoment, anchorOf } from './timeline/menu-place';
import { Timeline } from './timeline/timeline';
import { type StageView, useFrames, useKeys, useStageView } from './use-stage';

interface StagePanelProps {
  readonly store: StageStore;
  readonly schedules: Schedules;
  /** What there is to say of the database itself; left out: there is none, and the rows are the model's. */
  readonly notice?: ReactNode;
}

/** Runs to watch and to meddle with: what happens, step by step, and the learner's own rows in it. */
export function StagePanel({ store, schedules, notice }: StagePanelProps) {
  const root = useRef<HTMLElement>(null);
  const askButton = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState<AskedMoment | null>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const view = useStageView(store);
  const isFound = view.trace.path !== undefined;
  const ask = () => {
    const { current } = askButton;
    if (current === null) return;
    setAsked({ at: Math.floor(store.state.getState().time), anchor: anchorOf(current) });
  };
  useFrames(store);
  useKeys(
    root,
    keysFor({
      ...playActions(store),
      ...(isFound ? {} : { ...deedActions(store, view), place: ask }),
      keys: () => setKeysOpen(true),
    }),
  );
  return (
    // Focusable so that its keys work wherever it is clicked.
    <section ref={root} className={styles['stage']} aria-label="Stage" tabIndex={-1}>
      <Spoken view={view} />
      <div className={styles['head']}>
        {isFound ? (
          <FoundBar store={store} view={view} />
        ) : (
          <Actions {...{ store, view, askButton }} onAsk={ask} onKeys={() => setKeysOpen(true)} />
        )}
        <StageWork store={store} />
      </div>
      <div className={styles['scene']}>
        <Pictures store={store} view={view} />
        {notice !== undefined && (
          <StandingLine store={store} scene={view.scene}>
            {notice}
          </StandingLine>
        )}
      </div>
      <div className={styles['log']}>
        <Log store={store} schedules={schedules} view={view} />
      </div>
      <div className={styles['counted']}>
        <Counters metrics={view.metrics} />
        <Comparison store={store} />
      </div>
      <div className={styles['foot']}>
        <Controls store={store} view={view} />
        <Timeline store={store} view={view} onAsk={setAsked} />
      </div>
      {asked !== null && <AskMenu store={store} asked={asked} onClose={() => setAsked(null)} />}
      <KeysDialog keys={LISTED_KEYS} open={keysOpen} onClose={() => setKeysOpen(false)} />
    </section>
  );
}

interface PicturesProps {
  readonly store: StageStore;
  readonly view: StageView;
}

/** The shown run and, where one is compared with it, that one beside it, or below where there is no room. */
function Pictures({ store, view }: PicturesProps) {
  const shown = useStore(store.state, shownOf);
  const compared = useStore(store.state, comparedOf);
  return (
    <div className={styles['pictures']} data-two={compared !== null}>
      {[shown, ...(compared === null ? [] : [compared])].map((branch) => (
        <section key={branch.id} aria-label={branch.title}>
          {compared !== null && <h3>{branch.title}</h3>}
          <StagePicture store={store} branch={branch} view={view} />
        </section>
      ))}
    </div>
  );
}
