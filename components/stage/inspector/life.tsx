'use client';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { lifeOf } from '@/lib/sim/tell/life';
import { stepAt, stepsBy, type Trace } from '@/lib/sim/trace';
import type { StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import { copiesAfter, countBefore, placesFor } from './event-copies';
import { Facts } from './facts';
import { fateWords } from './fate-words';
import { identityOf } from './identity';
import styles from './inspector.module.css';
import { Panel } from './panel';
import { StepList } from './step-list';

interface LifeProps {
  readonly store: StageStore;
  readonly branch: Branch;
  /** By its number. */
  readonly event: number;
  readonly onClose: () => void;
  readonly onSeek: (at: Millis) => void;
}

/** One event's whole life: who it is, every step about it, and what became of its copies so far. */
export function Life({ store, branch, event, onClose, onSeek }: LifeProps) {
  const { trace } = branch.run;
  const life = useMemo(() => lifeOf(trace, event), [trace, event]);
  const identity = useMemo(() => identityOf(trace, event, life), [trace, event, life]);
  const passed = useStore(store.state, ({ time }) => countBefore(life, stepsBy(trace, time)));
  return (
    <Panel title={`Event ${event}`} onClose={onClose}>
      <Fate {...{ store, trace, event, life }} />
      <Facts
        of={[
          ['event id', identity.id],
          ['aggregate', `${identity.aggregate} (order ${identity.order})`],
          ['version', identity.version ?? 'none: rolled back'],
          ['type', identity.type],
          ['correlation id', identity.correlation],
        ]}
      />
      <h4>Payload</h4>
      <pre>{JSON.stringify(JSON.parse(identity.payload), null, 2)}</pre>
      <h4>Its life</h4>
      {life.length === 0 ? (
        <p className={styles['quiet']}>In this run there is no such event.</p>
      ) : (
        <StepList {...{ trace, passed, onSeek }} places={life} />
      )}
    </Panel>
  );
}

interface FateProps {
  readonly store: StageStore;
  readonly trace: Trace;
  readonly event: number;
  readonly life: readonly number[];
}

/** What became of it by now, in a sentence or two. */
function Fate({ store, trace, event, life }: FateProps) {
  const places = useMemo(() => placesFor(trace, life), [trace, life]);
  const passed = useStore(store.state, ({ time }) => countBefore(places, stepsBy(trace, time)));
  const own = useMemo(() => new Set(life), [life]);
  const words = useMemo(() => {
    const before = places.slice(0, passed);
    const steps = before.filter((place) => own.has(place)).map((place) => stepAt(trace, place));
    return fateWords(copiesAfter(trace, event, before), steps, trace.scenario);
  }, [trace, event, own, places, passed]);
  return <p className={styles['fate']}>{words}</p>;
}
