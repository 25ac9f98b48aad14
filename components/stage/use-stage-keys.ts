'use client';
import type { RefObject } from 'react';
import type { StageStore } from '@/lib/store/stage';
import { playActions } from './controls';
import { deedActions } from './deeds';
import { keysFor } from './stage-keys';
import { type StageView, useKeys } from './use-stage';

interface Obeyed {
  readonly store: StageStore;
  readonly view: StageView;
  readonly ask: () => void;
  readonly openKeys: () => void;
}

/** The keys of the stage, while the focus is in it. Nothing can be done to a schedule that the checker found. */
export function useStageKeys(
  root: RefObject<HTMLElement | null>,
  { store, view, ask, openKeys }: Obeyed,
): void {
  const doing = view.trace.path === undefined ? { ...deedActions(store, view), place: ask } : {};
  useKeys(root, keysFor({ ...playActions(store), ...doing, keys: openKeys }));
}
