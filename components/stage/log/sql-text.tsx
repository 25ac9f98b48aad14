import { sqlAt } from '@/lib/sim/tell/sql-at';
import type { Trace } from '@/lib/sim/trace';

interface SqlTextProps {
  readonly trace: Trace;
  readonly place: number;
}

/** The SQL that the step at a place stands for. */
export const SqlText = ({ trace, place }: SqlTextProps) => <pre>{sqlAt(trace, place)}</pre>;
