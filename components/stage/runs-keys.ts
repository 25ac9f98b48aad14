// What the keys of the runs do.
import type { StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';

/** Runs are numbered as their tracks stand, one under the other. */
export const runActions = (store: StageStore) => ({
  over: store.startOver,
  copy: store.keepCopy,
  show: (key: string) => {
    const branch = branchAt(store, key);
    if (branch !== undefined) store.show(branch.id);
  },
  compare: (key: string) => {
    const { shown, compared } = store.state.getState();
    const branch = branchAt(store, key);
    if (branch !== undefined && branch.id !== shown) store.compare(branch.id === compared ? null : branch.id);
  },
  remove: () => {
    const { branches, shown } = store.state.getState();
    if (branches.length > 1) store.remove(shown);
  },
});

/** Of `2` or `Shift+2`: the second. */
const branchAt = ({ state }: StageStore, key: string): Branch | undefined =>
  state.getState().branches[Number(key.at(-1)) - 1];
