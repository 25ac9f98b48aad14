// Which runs stand side by side, which of them is on the stage, and which beside it.
import type { StageState, StageStore } from './stage';
import { type Branch, beside, branchOf, copyTitle, without } from './stage-branches';
import type { Core } from './stage-core';
import { runOf } from './stage-runs';

type Arranging = Pick<StageStore, 'show' | 'compare' | 'remove' | 'keepCopy' | 'showTrace'>;

export function arranging({ state, put, computing, awaited, another }: Core): Arranging {
  const isThere = (id: number): boolean => state.getState().branches.some((branch) => branch.id === id);
  const present = (branch: Branch) => {
    const { branches } = state.getState();
    const others = branches.filter(({ id }) => id !== branch.id);
    awaited.clear();
    put({
      branches: isThere(branch.id) ? branches : [...others, branch],
      ...beside(state.getState(), branch.id),
      time: 0,
      playing: false,
    });
  };
  return {
    show: (id) => {
      if (!isThere(id)) return;
      awaited.clear();
      put({ ...beside(state.getState(), id), ...settled(state.getState()) });
    },
    compare: (id) => {
      if (id === null || (isThere(id) && id !== state.getState().shown)) put({ compared: id });
    },
    remove: (id) => {
      const now = state.getState();
      if (!isThere(id) || now.branches.length === 1) return;
      if (id === now.shown) awaited.clear();
      put({ ...without(now, [id]), ...settled(now) });
      computing.forget(id);
    },
    keepCopy: () => {
      const { branches, shown } = state.getState();
      const { id: _, title: of, ...same } = branchOf(branches, shown);
      const copy = another({
        ...same,
        from: { of: shown, at: 0 },
        title: (next) => copyTitle(next(), of),
      });
      if (copy === null) return;
      put({ branches: [...state.getState().branches, copy] });
      computing.copy(copy.id, shown);
    },
    showTrace: (trace, title) => {
      const made = () => state.getState().branches.find(({ run }) => run.trace === trace);
      const branch = made() ?? another({ run: runOf(trace), from: null, seen: 0, title: () => title });
      if (branch !== null) present(branch);
    },
  };
}

/** A refusal is answered by what it asked for. */
const settled = ({ work }: StageState): Partial<Pick<StageState, 'work'>> =>
  work.at === 'refused' ? { work: { at: 'idle' } } : {};
