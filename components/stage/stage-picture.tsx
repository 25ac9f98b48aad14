'use client';
import type { StageStore } from '@/lib/store/stage';
import type { Branch } from '@/lib/store/stage-branches';
import { Lanes } from './lanes';
import type { StageView } from './use-stage';

interface StagePictureProps {
  readonly store: StageStore;
  readonly branch: Branch;
  /** Of that branch. */
  readonly view: StageView;
}

/** One run as a picture: who takes part, what stands with whom, and what travels. */
export function StagePicture({ store, branch, view }: StagePictureProps) {
  return branch.run.trace === view.trace ? <Lanes store={store} view={view} /> : null;
}
