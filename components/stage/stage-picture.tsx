'use client';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Lanes, lanesOf } from '@/lib/scene/lanes';
import { layoutOf } from '@/lib/scene/layout';
import { stepsBy } from '@/lib/sim/trace';
import type { StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import { Picture } from './lanes/picture';
import { useWidth } from './lanes/use-width';
import type { Inspected } from './stage-panel-inspected';
import styles from './stage-picture.module.css';
import { TokenCanvas } from './token-canvas';

interface StagePictureProps {
  readonly store: StageStore;
  readonly branch: Branch;
  /** What stands in each of its lanes now. */
  readonly lanes: Lanes;
  readonly onInspect: (inspected: Inspected) => void;
}

/** One run as a picture: who takes part, what stands with whom, and over it what travels. */
export function StagePicture({ store, branch, lanes, onInspect }: StagePictureProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { trace, flights } = branch.run;
  const { scenario } = trace;
  const layout = useMemo(() => (width === 0 ? null : layoutOf(scenario, width)), [scenario, width]);
  const isOneOfTwo = useStore(store.state, ({ compared }) => compared !== null);
  const { id } = branch;
  const pickEvent = useCallback((event: number) => onInspect({ of: id, event }), [id, onInspect]);
  return (
    <div ref={box} className={styles['picture']}>
      {layout !== null && (
        <>
          <Picture
            view={lanes}
            layout={layout}
            run={isOneOfTwo ? branch.title : undefined}
            onPickEvent={pickEvent}
            onPickRow={(row) => onInspect({ of: id, row: Number(row) })}
          />
          <TokenCanvas {...{ store, flights, layout, trace }} onPick={pickEvent} />
        </>
      )}
    </div>
  );
}

/** The run beside the one on the stage: its steps are its own, and its rows are always the model's. */
export function PictureBeside({ store, branch, onInspect }: Omit<StagePictureProps, 'lanes'>) {
  const { trace } = branch.run;
  const count = useStore(store.state, ({ playing, speed, time }) =>
    stepsBy(trace, playing ? Math.floor(time / (BETWEEN * speed)) * BETWEEN * speed : time),
  );
  const lanes = useMemo(() => lanesOf(trace, count), [trace, count]);
  return <StagePicture {...{ store, branch, lanes, onInspect }} />;
}

/** Milliseconds of the reader's between two pictures while it plays, as on the stage itself. */
const BETWEEN = 100;
