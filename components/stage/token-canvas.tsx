'use client';
import { useEffect, useRef, useState } from 'react';
import { useMedia } from '@/components/shell/use-media';
import type { Flights } from '@/lib/scene/flights';
import type { Layout } from '@/lib/scene/layout';
import { tokenNear } from '@/lib/scene/token-near';
import { stepAt, stepsBy, type Trace } from '@/lib/sim/trace';
import { isMoving, type StageState, type StageStore } from '@/lib/store/stage';
import { createPainter, type Painter } from './canvas/painter';
import { createSheet, type Sheet } from './canvas/sheet';
import styles from './token-canvas.module.css';

interface TokenCanvasProps {
  readonly store: StageStore;
  readonly flights: Flights;
  readonly layout: Layout;
  /** The run that the flights are from; left out: the one on the stage. */
  readonly trace?: Trace;
  /** Tokens stand where the last step left them; left out: for whoever asked for less motion. */
  readonly still?: boolean;
  /** Somebody clicked on a message, or on what answers it: then `copy` is 0. */
  readonly onPick?: (event: number, copy: number) => void;
}

/**
 * What travels, over the whole picture of its parent, which is positioned. It follows the playhead without React. What
 * it shows the log says in words.
 */
export function TokenCanvas({ store, flights, layout, trace, still, onPick }: TokenCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const sheet = useRef<Sheet | null>(null);
  // The worker could not be loaded.
  const [alone, setAlone] = useState(false);
  const painter = useRef<Painter | null>(null);
  const calm = useMedia('(prefers-reduced-motion: reduce)', false);
  const isStill = still ?? calm;

  // One canvas for as long as the picture stands: a worker that has it does not give it back.
  useEffect(() => {
    if (place.current === null) return;
    const own = createSheet(place.current, alone, () => setAlone(true));
    sheet.current = own;
    return () => {
      own.end();
      sheet.current = null;
    };
  }, [alone]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet is drawn on anew
  useEffect(() => {
    if (sheet.current === null) return;
    const { state } = store;
    const moment = () => {
      const now = state.getState();
      return isStill ? stepBefore(trace ?? now.trace, now.time) : now.time;
    };
    const passing = () => passingIn(state.getState());
    const own = createPainter(sheet.current, { flights, layout, moment, passing, still: isStill });
    painter.current = own;
    const leave = state.subscribe(own.ask);
    return () => {
      leave();
      own.end();
      painter.current = null;
    };
  }, [store, flights, layout, trace, isStill, alone]);

  useEffect(() => {
    if (place.current === null || onPick === undefined) return;
    return onPicked(place.current, painter, onPick);
  }, [onPick]);

  return (
    <div
      ref={place}
      className={styles['over']}
      style={{ width: layout.width, height: layout.height }}
      aria-hidden="true"
    />
  );
}

/** To look once takes a person a tenth of a second. */
const LOOK = 100;

const passingIn = (state: StageState): number => (isMoving(state) ? state.speed * LOOK : 0);

/** When the last step by a time happened. */
function stepBefore(trace: Trace, time: number): number {
  const count = stepsBy(trace, time);
  return count === 0 ? 0 : stepAt(trace, count - 1).at;
}

/** Listens below the canvas, which lets clicks through. What can be pressed below a token is pressed. */
function onPicked(
  place: HTMLElement,
  painter: { readonly current: Painter | null },
  onPick: (event: number, copy: number) => void,
): () => void {
  const listener = new AbortController();
  place.parentElement?.addEventListener(
    'click',
    ({ target, clientX, clientY }) => {
      if (target instanceof Element && target.closest('a, button, input, select, summary') !== null) return;
      const { left, top } = place.getBoundingClientRect();
      const traffic = painter.current?.traffic();
      const token = traffic === undefined ? null : tokenNear(traffic, clientX - left, clientY - top);
      if (token !== null) onPick(token.event, token.copy);
    },
    { signal: listener.signal },
  );
  return () => listener.abort();
}
