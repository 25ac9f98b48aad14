'use client';
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { Mark } from '@/components/marks/mark';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { isMoving, type StageState, type StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import { toldTime } from '../told-time';
import { useTold } from '../use-told';
import { type Line, valueAt } from './chart-lines';
import styles from './charts.module.css';
import type { Drawing, drawIn } from './drawing';
import { type Measure, sayTime } from './measures';
import { Playhead } from './playhead';
import { summaryOf } from './summary';
import { useSeek } from './use-seek';

/** A run and its line in this chart. */
export interface Drawn {
  readonly branch: Pick<Branch, 'run' | 'title'>;
  readonly line: Line;
}

interface ChartProps {
  readonly store: StageStore;
  readonly measure: Measure;
  readonly shown: Drawn;
  readonly beside: Drawn | null;
  readonly span: Millis;
  readonly width: number;
  /** Null until it has been loaded. */
  readonly draw: typeof drawIn | null;
}

/** One measure along the run: drawn, and said in words. */
export function Chart({ store, measure, shown, beside, span, width, draw }: ChartProps) {
  const title = useId();
  const plot = useRef<HTMLDivElement>(null);
  const top = Math.max(shown.line.gist.most, beside?.line.gist.most ?? 0);
  const picture = usePicture(draw, measure, { shown, beside, span, width, top });
  useSeek(plot, store, span);
  return (
    <figure className={styles['chart']} aria-labelledby={title}>
      <figcaption>
        <Mark meaning={measure.meaning} />
        <span id={title}>{measure.title}</span>
        <Values {...{ store, measure, shown, beside }} />
      </figcaption>
      <div ref={plot} className={styles['plot']} style={{ width }} aria-hidden="true">
        <div ref={picture} className={styles['picture']} />
        <Playhead store={store} trace={shown.branch.run.trace} span={span} />
      </div>
      <p>{summaryOf(shown.line.gist, measure, whenOf(shown))}</p>
      {beside !== null && (
        <p>
          {beside.branch.title}: {summaryOf(beside.line.gist, measure, whenOf(beside))}
        </p>
      )}
    </figure>
  );
}

/** Of a schedule without a clock, its steps. */
const whenOf = ({ branch: { run } }: Drawn) =>
  run.trace.path === undefined ? sayTime : (at: Millis) => toldTime(at, run.trace);

type Pictured = Pick<ChartProps, 'shown' | 'beside' | 'span' | 'width'> & { readonly top: number };

/** Draws into the element once the drawing is there, and anew as what is drawn changes. */
function usePicture(draw: ChartProps['draw'], measure: Measure, pictured: Pictured) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  useEffect(() => {
    if (draw === null || place.current === null) return;
    const begun = draw(place.current, measure);
    drawing.current = begun;
    return () => {
      begun.end();
      drawing.current = null;
    };
  }, [draw, measure]);
  const { shown, beside, span, width, top } = pictured;
  const line = shown.line;
  const other = beside?.line ?? null;
  useEffect(() => {
    // Nothing to draw on before that.
    if (draw === null) return;
    drawing.current?.show({ shown: line, beside: other, span, width, top: top === 0 ? 1 : top });
  }, [draw, line, other, span, width, top]);
  return place;
}

/** What it is at the playhead, in words. */
function Values({
  store,
  measure,
  shown,
  beside,
}: Pick<ChartProps, 'store' | 'measure' | 'shown' | 'beside'>) {
  const say = (state: StageState, { branch, line }: Drawn) =>
    measure.say(valueAt(branch.run, measure.name, line, readableTime(state)));
  const value = useTold(useStore(store.state, (state) => say(state, shown)));
  const other = useTold(useStore(store.state, (state) => (beside === null ? null : say(state, beside))));
  return (
    <span className={styles['values']} aria-live="off">
      <strong>{value}</strong>
      {beside !== null && (
        <span>
          {' · '}
          {beside.branch.title}: {other}
        </span>
      )}
    </span>
  );
}

/** Ten new numbers a second of the reader's are as many as can be read. */
function readableTime(state: StageState): Millis {
  const tenth = 100 * state.speed;
  return isMoving(state) ? Math.floor(state.time / tenth) * tenth : state.time;
}
