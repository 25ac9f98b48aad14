// A schedule that the checker found, step by step.
import { wordsAt } from '@/lib/sim/tell/telling';
import { actionsBy, stepAt, type Trace } from '@/lib/sim/trace';

/** What each step of a schedule comes to, in words: one may bring several things about, all at once. */
export function foundSteps(trace: Trace): readonly string[] {
  if (trace.path === undefined) return [];
  const told: string[][] = trace.path.map(() => []);
  for (let place = 0; place < trace.length; place += 1) {
    told[actionsBy(stepAt(trace, place).at) - 1]?.push(wordsAt(trace, place));
  }
  return told.map((words) => words.join(' '));
}
