'use client';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { Mark } from '@/components/marks/mark';
import type { Json } from '@/lib/shared/json';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { timestamp } from '@/lib/sim/tell/clock';
import { lifeOf } from '@/lib/sim/tell/life';
import { stepAt, stepsBy, type Trace } from '@/lib/sim/trace';
import { recordedAt, type StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import { countBefore } from './event-copies';
import { Facts } from './facts';
import { eventOfRow, identityOf } from './identity';
import styles from './inspector.module.css';
import { Panel } from './panel';
import { ROW_STATES, rowStateAfter } from './row-state';
import { SqlStep } from './sql-step';
import { writesOf } from './writes';

interface RowDetailProps {
  readonly store: StageStore;
  readonly branch: Branch;
  /** By its `id` in the outbox. */
  readonly row: number;
  readonly onClose: () => void;
  readonly onSeek: (at: Millis) => void;
  /** Shows the life of the row's event; without it nothing is offered. */
  readonly onEvent?: (event: number) => void;
}

/** One row: how it stands, its columns, and the SQL that made it what it is. */
export function RowDetail({ store, branch, row, onClose, onSeek, onEvent }: RowDetailProps) {
  const { trace } = branch.run;
  const event = useMemo(() => eventOfRow(trace, row), [trace, row]);
  return (
    <Panel title={`Row ${row}`} onClose={onClose}>
      {event === null ? (
        <p className={styles['fate']}>In this run there is no such row.</p>
      ) : (
        <Row {...{ store, branch, row, event, onSeek }} />
      )}
      {event !== null && onEvent !== undefined && (
        <button type="button" className={styles['more']} onClick={() => onEvent(event)}>
          The life of event {event}
        </button>
      )}
    </Panel>
  );
}

type RowProps = Pick<RowDetailProps, 'store' | 'branch' | 'row' | 'onSeek'> & { readonly event: number };

function Row({ store, branch, row, event, onSeek }: RowProps) {
  const { trace } = branch.run;
  const life = useMemo(() => lifeOf(trace, event), [trace, event]);
  const passed = useStore(store.state, ({ time }) => countBefore(life, stepsBy(trace, time)));
  const read = useStore(store.state, (state) =>
    state.shown === branch.id
      ? recordedAt(state)?.rows.find((one) => String(one['id']) === String(row))
      : undefined,
  );
  const before = life.slice(0, passed);
  const next = life[passed] ?? trace.length;
  const { words, meaning } = ROW_STATES[rowStateAfter(before.map((place) => stepAt(trace, place)))];
  const writes = useMemo(() => writesOf(trace, life), [trace, life]);
  return (
    <>
      <p className={styles['fate']}>
        {meaning !== null && <Mark meaning={meaning} />} {words}
      </p>
      <Facts of={read === undefined ? modelColumns(trace, event, life, before) : Object.entries(read)} />
      <p className={styles['quiet']}>
        {read === undefined ? 'As the model has it.' : 'As your database gave it back.'}
      </p>
      <h4>Its SQL</h4>
      {writes.map((place) => (
        <SqlStep key={place} {...{ trace, place, onSeek }} ahead={place >= next} />
      ))}
    </>
  );
}

/** The lesson's columns, as the statements so far have left them. */
function modelColumns(
  trace: Trace,
  event: number,
  life: readonly number[],
  before: readonly number[],
): readonly (readonly [string, Json])[] {
  const { row, aggregate, type, payload, occurredAt } = identityOf(trace, event, life);
  const marked = before.map((place) => stepAt(trace, place)).find(({ kind }) => kind === 'marked');
  return [
    ['id', row],
    ['aggregate_id', aggregate],
    ['event_type', type],
    ['payload', payload],
    ['occurred_at', occurredAt === null ? null : timestamp(occurredAt)],
    ['dispatched_at', marked === undefined ? null : timestamp(marked.at)],
  ];
}
