// The SQL of a step of a trace, with what went before it. A page fetches this when somebody wants to see some.
import { stepAt, type Trace } from '../trace';
import { pastOf } from './past';
import { sqlOf } from './sql';

/** The SQL of the step at a place of the trace; null where it stands for none. */
export const sqlAt = (trace: Trace, place: number): string | null =>
  sqlOf(stepAt(trace, place), trace.scenario, pastOf(trace, place));
