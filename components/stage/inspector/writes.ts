import type { StepKind } from '@/lib/sim/step';
import { hasSqlAt } from '@/lib/sim/tell/has-sql';
import { stepAt, type Trace } from '@/lib/sim/trace';

/** Steps whose statements write to the row. */
const WRITES: readonly StepKind[] = [
  'inserted',
  'marked',
  'mark-refused',
  'saved',
  'failed-to-publish',
  'gave-up',
  'purged',
];

/** The places at which a row with this life was written: its INSERT, what changed it, its DELETE. */
export function writesOf(trace: Trace, life: readonly number[]): readonly number[] {
  const kinds = life.map((place) => stepAt(trace, place).kind);
  // Where time is erased, a transaction that runs alone is one step.
  const whole = kinds.includes('inserted') ? [] : (['committed', 'rolled-back'] as const);
  const wanted: readonly StepKind[] = [...WRITES, ...whole];
  return life.filter((place, index) => wanted.includes(kinds[index] as StepKind) && hasSqlAt(trace, place));
}
