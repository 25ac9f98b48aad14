'use client';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { worldAt } from '@/lib/sim/trace';
import { type StageStore, shownOf } from '@/lib/store/stage';
import { onDemand } from './on-demand';
import { standingOf } from './standing-world';
import type { AskedMoment } from './timeline/menu-place';
import { momentWords } from './timeline/moment';

const DeedMenu = onDemand(async () => (await import('./timeline/deed-menu')).DeedMenu);

interface AskMenuProps {
  readonly store: StageStore;
  readonly asked: AskedMoment;
  readonly onClose: () => void;
}

/** What can be done at the moment that somebody pointed at, and whether that makes another run. */
export function AskMenu({ store, asked: { at, anchor }, onClose }: AskMenuProps) {
  const { run, seen } = useStore(store.state, shownOf);
  const { trace } = run;
  const world = useMemo(() => standingOf(worldAt(trace, at)), [trace, at]);
  const watched = Math.max(seen, store.state.getState().time);
  return (
    <DeedMenu
      anchor={anchor}
      heading={momentWords(at, { seen: watched, next: 'another run' })}
      scenario={trace.scenario}
      world={world}
      onDeed={(deed) => store.act(deed, at)}
      onClose={onClose}
    />
  );
}
