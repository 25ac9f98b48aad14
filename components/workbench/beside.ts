import type { StageStore } from '@/lib/store/stage';

/** What is given to whatever stands beside a run that explains a check. */
export interface BesideProps {
  /** The run and its playhead. */
  readonly store: StageStore;
  /** The answer that was checked. */
  readonly text: string;
}
