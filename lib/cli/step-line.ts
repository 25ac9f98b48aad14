import { describeAt } from '@/lib/sim/tell/description';
import { correlationOf } from '@/lib/sim/tell/life';
import { stepAt, type Trace } from '@/lib/sim/trace';

/** The step at a place of a trace with its words, for a line of JSON; the keys are a contract with whoever reads it. */
export function stepLine(trace: Trace, place: number) {
  const { scenario } = trace;
  const step = stepAt(trace, place);
  const { at, actor, kind, event } = step;
  const { words, sql, changes } = describeAt(trace, place);
  return { at, actor, kind, words, sql, changes, event, correlation: correlationOf(step, scenario) };
}
