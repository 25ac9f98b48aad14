import type { Millis } from '@/lib/sim/scenario/scenario';
import { type Measure, sayCount, sayTime } from './measures';

/** What is worth saying of a line. */
export interface Gist {
  readonly most: number;
  /** When it was that for the first time. */
  readonly mostAt: Millis;
  /** The value at the end of the run; of a rate, how many there were in all. */
  readonly last: number;
  /** The run would have gone on. */
  readonly unfinished: boolean;
  /** Nothing happened in the whole run. */
  readonly empty: boolean;
}

/** A line in words: `at most 12, at 1.4 s; 0 at the end`, or `…; 40 in all`. */
export function summaryOf(
  { most, mostAt, last, unfinished, empty }: Gist,
  { say, holds }: Pick<Measure, 'say' | 'holds'>,
  sayWhen: (at: Millis) => string = sayTime,
): string {
  if (empty) return 'nothing yet';
  if (most === 0) return `${say(0)} all along`;
  const end = unfinished ? 'where the run was cut off' : 'at the end';
  const rest = holds ? `${say(last)} ${end}` : `${sayCount(last)} in all`;
  return `at most ${say(most)}, at ${sayWhen(mostAt)}; ${rest}`;
}
