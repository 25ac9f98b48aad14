'use client';
import type { RefObject } from 'react';
import type { Schedules } from '@/lib/store/schedules';
import type { StageStore } from '@/lib/store/stage';
import { checkRun } from './check-run';
import { playActions } from './controls';
import { deedActions } from './deeds';
import { runActions } from './runs-keys';
import { keysFor } from './stage-keys';
import { type StageView, useKeys } from './use-stage';

interface Obeyed {
  readonly store: StageStore;
  readonly schedules: Schedules | null;
  readonly view: StageView;
  readonly onCheckEvery: (() => void) | undefined;
  /** Where the moment is chosen. */
  readonly playhead: RefObject<HTMLInputElement | null>;
  /** The button that opens the charts. */
  readonly fold: RefObject<HTMLButtonElement | null>;
  readonly ask: () => void;
  readonly openKeys: () => void;
}

/** The keys of the stage, while the focus is in it. Nothing can be done to a schedule that the checker found. */
export function useStageKeys(
  root: RefObject<HTMLElement | null>,
  { store, schedules, view, onCheckEvery, playhead, fold, ask, openKeys }: Obeyed,
): void {
  const every = () => {
    if (schedules === null) return;
    if (schedules.state.getState().at === 'exploring') schedules.stop();
    else if (onCheckEvery === undefined) checkRun(schedules, view);
    else onCheckEvery();
  };
  const timeline = () => playhead.current?.focus();
  const charts = () => fold.current?.click();
  useKeys(root, () => {
    const doing = view.trace.path === undefined ? { ...deedActions(store, view), place: ask } : {};
    return keysFor({
      ...playActions(store),
      ...doing,
      ...runActions(store),
      every,
      timeline,
      charts,
      keys: openKeys,
    });
  });
}
