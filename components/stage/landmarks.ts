import type { Meaning } from '@/components/marks/meanings';
import type { Trace } from '@/lib/sim/run';
import type { Millis } from '@/lib/sim/scenario';
import { isLandmark, meaningOf } from './step-meaning';

/** A step that is painted on the timeline. */
export interface Landmark {
  readonly at: Millis;
  readonly meaning: Meaning;
}

/** Marks nearer to each other than this share of the timeline would cover each other. */
const GAP = 0.018;

/** Where there is no room for all, what went wrong is painted first. */
const RANK: readonly Meaning[] = ['crash', 'lost', 'dead', 'duplicate', 'delivered', 'pending', 'flight'];

/** The timeline's length: whole seconds, so that it does not change with every step. */
export const spanOf = ({ end }: Trace): Millis => Math.max(2000, Math.ceil(end / 1000) * 1000);

export function landmarksOf({ steps }: Trace, span: Millis): readonly Landmark[] {
  const all = steps.filter(isLandmark).flatMap((step): readonly Landmark[] => {
    const meaning = meaningOf(step);
    return meaning === null ? [] : [{ at: step.at, meaning }];
  });
  const painted: Landmark[] = [];
  for (const meaning of RANK) {
    for (const mark of all) {
      const free = painted.every(({ at }) => Math.abs(at - mark.at) >= GAP * span);
      if (mark.meaning === meaning && free) painted.push(mark);
    }
  }
  return painted.sort((one, other) => one.at - other.at);
}
