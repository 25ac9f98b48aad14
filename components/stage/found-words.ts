// What is said of a schedule that the checker found.
import { brokenAtRest, brokenIn } from '@/lib/sim/invariants';
import { type Trace, worldAfter } from '@/lib/sim/trace';
import { counted, WRONG } from './schedules-words';

const said = new WeakMap<Trace, string>();

/** `Found by the checker: after 8 steps one event has two effects.` Null for a run in which time passes. */
export function foundWords(trace: Trace): string | null {
  if (trace.path === undefined) return null;
  const words = said.get(trace) ?? wordsFor(trace, trace.path.length);
  said.set(trace, words);
  return words;
}

function wordsFor(trace: Trace, actions: number): string {
  const world = worldAfter(trace, trace.length);
  const invariant = brokenIn(world) ?? brokenAtRest(world);
  const wrong = invariant === null ? 'something breaks' : WRONG[invariant];
  return `Found by the checker: after ${counted(actions, 'step')} ${wrong}. No clock runs here, and nothing can be done to it: the order of things is all there is.`;
}
