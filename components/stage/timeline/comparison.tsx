'use client';
import { memo } from 'react';
import { useStore } from 'zustand';
import { comparedOf, type StageStore, shownOf } from '@/lib/store/stage';
import { onDemand } from '../on-demand';

const TwoRuns = onDemand(async () => (await import('./two-runs')).TwoRuns);

/** The two runs that stand beside each other: where they part, and how each stands at this moment. */
export const Comparison = memo(function Comparison({ store }: { readonly store: StageStore }) {
  const shown = useStore(store.state, shownOf);
  const compared = useStore(store.state, comparedOf);
  return compared === null ? null : <TwoRuns store={store} {...{ shown, compared }} />;
});
