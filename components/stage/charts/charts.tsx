'use client';
import { memo, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { comparedOf, type StageState, type StageStore, shownOf } from '@/lib/store/stage';
import { type Branch, isFound } from '@/lib/store/stage-branches';
import { timelineSpan } from '../landmarks';
import { useWidth } from '../timeline/use-width';
import { Chart, type Drawn } from './chart';
import { type Lines, linesOf } from './chart-lines';
import styles from './charts.module.css';
import { MEASURES } from './measures';
import { useDrawing } from './use-drawing';

/** Four measures along the run, each under the playhead; of the run beside it as well, dashed. */
export const Charts = memo(function Charts({ store }: { readonly store: StageStore }) {
  const shown = useStore(store.state, useShallow(drawnIn));
  const beside = useStore(store.state, useShallow(besideIn));
  const span = useStore(store.state, timelineSpan);
  const first = useRef<HTMLDivElement>(null);
  const width = useWidth(first, 280);
  const charts = useRef<HTMLElement>(null);
  const { draw, failed, tryAgain } = useDrawing(charts);
  const isClockless = isFound(shown) || (beside !== null && isFound(beside));
  const measures = MEASURES.filter(({ timed }) => !(timed && isClockless));
  const lines = useLines(shown, span, width);
  const others = useLines(beside, span, width);
  return (
    <section ref={charts} className={styles['charts']} aria-label="Charts">
      {beside !== null && (
        <p className={styles['legend']}>
          <span data-line="solid">{shown.title}</span>
          <span data-line="dashed">{beside.title}</span>
        </p>
      )}
      {measures.map((measure, place) => (
        <div key={measure.name} ref={place === 0 ? first : null}>
          {lines !== null && (
            <Chart
              {...{ store, measure, span, width, draw }}
              shown={{ branch: shown, line: lines[measure.name] }}
              beside={
                beside === null || others === null ? null : { branch: beside, line: others[measure.name] }
              }
            />
          )}
        </div>
      ))}
      {failed && (
        <p role="alert">
          The lines could not be loaded. See whether you are online.{' '}
          <button type="button" onClick={tryAgain}>
            Try again
          </button>
        </p>
      )}
    </section>
  );
});

/** What of a branch is drawn: the rest changes as it is watched. */
const drawnOf = ({ run, title }: Branch): Drawn['branch'] => ({ run, title });

const drawnIn = (now: StageState): Drawn['branch'] => drawnOf(shownOf(now));

const besideIn = (now: StageState): Drawn['branch'] | null => {
  const beside = comparedOf(now);
  return beside === null ? null : drawnOf(beside);
};

/** The lines of a run, counted anew only when it or the room for them is another. */
function useLines(branch: Drawn['branch'] | null, span: Millis, width: number): Lines | null {
  const run = branch?.run ?? null;
  return useMemo(() => (run === null ? null : linesOf(run, span, width)), [run, span, width]);
}
