import type { Meaning } from '@/lib/scene/meanings';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepsOf, type Trace } from '@/lib/sim/trace';
import { isLandmark, meaningOf } from './step-meaning';

/** A step that is painted on the timeline. */
export interface Landmark {
  readonly at: Millis;
  readonly meaning: Meaning;
}

/** Marks nearer to each other than this share of the timeline would cover each other. */
const GAP = 0.018;

/** Where there is no room for all, what went wrong is painted first, in this order. */
const WRONG: readonly Meaning[] = ['crash', 'lost', 'dead', 'duplicate'];

/** The timeline's length: whole seconds, so that it does not change with every step. */
export const spanOf = ({ end }: Trace): Millis => Math.max(2000, Math.ceil(end / 1000) * 1000);

export function landmarksOf(trace: Trace, span: Millis): readonly Landmark[] {
  const all = stepsOf(trace)
    .filter(isLandmark)
    .flatMap((step): readonly Landmark[] => {
      const meaning = meaningOf(step);
      return meaning === null ? [] : [{ at: step.at, meaning }];
    });
  const painted: Landmark[] = [];
  const count = (meaning: Meaning) => painted.filter((mark) => mark.meaning === meaning).length;
  const isFree = (mark: Landmark) => painted.every(({ at }) => Math.abs(at - mark.at) >= GAP * span);
  const wrong = WRONG.flatMap((meaning) => all.filter((mark) => mark.meaning === meaning));
  for (const mark of wrong) if (isFree(mark)) painted.push(mark);
  // Of the rest, from left to right, whatever kind has been told of least.
  let rest = all.filter(isFree);
  for (let [first] = rest; first !== undefined; [first] = rest) {
    const start = first.at;
    const near = rest.filter(({ at }) => at - start < GAP * span);
    painted.push(near.reduce((one, other) => (count(other.meaning) < count(one.meaning) ? other : one)));
    rest = rest.filter(isFree);
  }
  return painted.sort((one, other) => one.at - other.at);
}
