'use client';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Lanes } from '@/lib/scene/lanes';
import type { Schedules } from '@/lib/store/schedules';
import type { StageStore } from '@/lib/store/stage';
import { Actions } from './actions';
import { Controls } from './controls';
import { Counters } from './counters';
import { Log } from './log/log';
import { onDemand } from './on-demand';
import { SkipToTimeline } from './skip-to-timeline';
import { Spoken } from './spoken';
import styles from './stage-panel.module.css';
import { AskMenu } from './stage-panel-ask';
import { ChartsFold } from './stage-panel-charts';
import { type Inspected, InspectedPanel } from './stage-panel-inspected';
import { Pictures } from './stage-panel-pictures';
import { StageWork } from './stage-panel-work';
import { Comparison } from './timeline/comparison';
import { Timeline } from './timeline/timeline';
import { useAsking } from './use-asking';
import { useFrameLater } from './use-frame-later';
import { useLostFocus } from './use-lost-focus';
import { useFrames, useStageView } from './use-stage';
import { useStageKeys } from './use-stage-keys';
import { useTold } from './use-told';

const FoundBar = onDemand(
  async () => (await import('./stage-panel-found')).FoundBar,
  'What was found could not be loaded. See whether you are online, and load the page again.',
);
const KeysDialog = onDemand(
  async () => (await import('./keys/keys-dialog')).KeysDialog,
  'The list of keys could not be loaded. See whether you are online, and load the page again.',
);

interface StagePanelProps {
  readonly store: StageStore;
  /** Null where the run is to be watched as it was judged, and no order of things is tried besides. */
  readonly schedules: Schedules | null;
  /** What there is to say of the learner's own rows; left out: there are none, and all rows are the model's. */
  readonly standing?: (lanes: Lanes) => ReactNode;
  /** Tries every order of things; left out: of the run as it stands, cut down to what can be tried. */
  readonly onCheckEvery?: () => void;
  /** Why trying every order says nothing about the run; left out where it does. */
  readonly unexplored?: string | undefined;
  /** What else can be done with the run. */
  readonly more?: ReactNode;
  /** The sandbox has keys of its own, which are listed with those of the stage. */
  readonly inSandbox?: boolean;
}

/** Runs to watch and to meddle with: what happens, step by step, and the learner's own rows in it. */
export function StagePanel(props: StagePanelProps) {
  const { store, schedules, standing, onCheckEvery, unexplored, more, inSandbox } = props;
  const root = useRef<HTMLElement>(null);
  const playhead = useRef<HTMLInputElement>(null);
  const fold = useRef<HTMLButtonElement>(null);
  const view = useStageView(store);
  // Whoever scrubs has the moment in the picture, the counters and the playhead at once: these do not wait for the rest.
  const told = useTold(useFrameLater(view, view.moving));
  const two = useStore(store.state, ({ compared }) => compared !== null);
  const { asked, ask, askButton, setAsked } = useAsking(store);
  const [inspected, setInspected] = useState<Inspected | null>(null);
  // Null until somebody has asked for them.
  const [keysOpen, setKeysOpen] = useState<boolean | null>(null);
  const openKeys = useCallback(() => setKeysOpen(true), []);
  const closeKeys = useCallback(() => setKeysOpen(false), []);
  const inspect = useCallback(
    (event: number) => setInspected({ of: store.state.getState().shown, event }),
    [store],
  );
  useFrames(store);
  useLostFocus(root);
  useStageKeys(root, { store, schedules, view, onCheckEvery, playhead, fold, ask, openKeys });
  return (
    // Focusable so that its keys work wherever it is clicked.
    <section ref={root} className={styles['stage']} aria-label="Stage" tabIndex={-1}>
      <h2 className={styles['heard']}>Stage</h2>
      <Spoken view={told} />
      <div className={styles['body']} data-two={two}>
        <div className={styles['head']}>
          <SkipToTimeline playhead={playhead} />
          {view.trace.path === undefined ? (
            <Actions {...{ store, askButton }} view={told} onAsk={ask} onKeys={openKeys} />
          ) : (
            <FoundBar store={store} view={view} />
          )}
          <StageWork store={store} />
        </div>
        <div className={styles['scene']}>
          <Pictures {...{ store, view }} onInspect={setInspected} />
          {standing?.(view.lanes)}
        </div>
        <div className={styles['log']}>
          {inspected !== null && <InspectedPanel {...{ store, inspected }} onInspect={setInspected} />}
          <Log
            {...{ store, schedules, more, unexplored }}
            view={told}
            ownTable={standing !== undefined}
            {...(onCheckEvery !== undefined && { onCheckEvery })}
            onEvent={inspect}
          />
        </div>
        <div className={styles['below']}>
          <div className={styles['counted']}>
            <Counters metrics={view.metrics} />
            <Comparison store={store} />
          </div>
          <div className={styles['foot']}>
            <Controls store={store} view={told} />
            <Timeline {...{ store, playhead }} view={told} onAsk={setAsked} />
          </div>
        </div>
      </div>
      <div className={styles['charted']}>
        <ChartsFold {...{ store, fold }} stage={root} />
      </div>
      {asked !== null && <AskMenu store={store} asked={asked} onClose={() => setAsked(null)} />}
      {keysOpen !== null && <KeysDialog inSandbox={inSandbox === true} open={keysOpen} onClose={closeKeys} />}
    </section>
  );
}
