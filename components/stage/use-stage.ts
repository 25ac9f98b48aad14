'use client';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useMedia } from '@/components/shell/use-media';
import { type Lanes, lanesOf } from '@/lib/scene/lanes';
import { standingAt } from '@/lib/sim/look/ledger';
import type { Metrics } from '@/lib/sim/look/metrics';
import { worldRead } from '@/lib/sim/reader';
import type { Step } from '@/lib/sim/step';
import { stepAt, type Trace } from '@/lib/sim/trace';
import { isMoving, recordedAt, type StageStore, shownOf } from '@/lib/store/stage';
import { type StandingWorld, standingOf } from './standing-world';
import { useTold } from './use-told';

/** What is drawn anew only when steps are told: ten times a second at most while it plays. */
export interface StageView {
  readonly trace: Trace;
  /** How many steps are told. */
  readonly count: number;
  readonly step: Step | null;
  readonly world: StandingWorld;
  readonly lanes: Lanes;
  readonly metrics: Omit<Metrics, 'heartbeats'>;
  /** The playhead stands at the end of the run. */
  readonly ended: boolean;
  readonly moving: boolean;
}

export function useStageView({ state }: StageStore): StageView {
  const { trace, ledger } = useStore(state, (now) => shownOf(now).run);
  const count = useStore(state, (now) => now.count);
  const recorded = useStore(state, recordedAt);
  const ended = useStore(state, (now) => now.time >= now.trace.end);
  const moving = useStore(state, isMoving);
  return useMemo(() => {
    const step = count === 0 ? null : stepAt(trace, count - 1);
    const world = worldRead(trace, count);
    return {
      trace,
      count,
      step,
      world: standingOf(world),
      lanes: lanesOf(trace, count, { world, recorded }),
      metrics: standingAt(ledger, count, step?.at ?? 0),
      ended,
      moving,
    };
  }, [trace, ledger, count, recorded, ended, moving]);
}

/** Lets the reader's time pass while something moves. */
export function useFrames(store: StageStore): void {
  const moving = useStore(store.state, isMoving);
  useEffect(() => {
    if (!moving) return;
    let before: number | null = null;
    let frame = requestAnimationFrame(function next(now) {
      // A page that slept goes on where it was.
      if (before !== null) store.advance(Math.min(100, now - before));
      before = now;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [store, moving]);
}

const lessMotion = '(prefers-reduced-motion: reduce)';

/** The playhead in words, as often as they change; from step to step for whoever asked for less motion. */
export function useToldTime({ state }: StageStore, step: Step | null): number {
  const time = useTold(useStore(state, ({ told }) => told));
  const still = useMedia(lessMotion, false);
  return still ? (step?.at ?? 0) : time;
}

/** What each key does, by `KeyboardEvent.key`, with `Shift+` before it where that is held. */
export type Keys = Readonly<Record<string, () => void>>;

/**
 * Keys that act while the focus is within the element: never where somebody writes or chooses. What they do is asked for
 * when one is pressed, and not in each frame that changes it.
 */
export function useKeys(element: RefObject<HTMLElement | null>, keys: () => Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listener = new AbortController();
    element.current?.addEventListener(
      'keydown',
      (event) => {
        const key = keyIn(event);
        const act = key === null ? undefined : latest.current()[key];
        if (act === undefined) return;
        event.preventDefault();
        act();
      },
      { signal: listener.signal },
    );
    return () => listener.abort();
  }, [element]);
}

/** The key of an event, as a table has it; null where it is for somebody else. */
export function keyIn(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return null;
  // With Shift a digit is another character, and on some keyboards it is a digit only then.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  return event.shiftKey ? `Shift+${key}` : key;
}

/** The element under the focus has its own use for the key. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches('select, textarea, input:not([type=range]), [role=textbox]')) return true;
  return key === ' ' && target.matches('button, summary, a');
}
