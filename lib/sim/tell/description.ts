// A step of a trace as people read it: told with what went before, and put into words once.

import { stepAt, type Trace } from '../trace';
import { type Description, describe } from './describe';
import { pastOf } from './past';

/** Of a run beyond this many steps the rest is told anew each time: who prints a million looks at each of them once. */
const KEPT = 10_000;

const told = new WeakMap<Trace, (Description | undefined)[]>();

/** The step at a place of the trace; the same description each time, as long as somebody has the trace. */
export function describeAt(trace: Trace, place: number): Description {
  const known = told.get(trace) ?? [];
  told.set(trace, known);
  const description = known[place] ?? describe(stepAt(trace, place), trace.scenario, pastOf(trace, place));
  if (place < KEPT) known[place] = description;
  return description;
}
