// A moment of a run as it is told: one rounding wherever it stands, and as fine as the run needs.
import type { Millis } from '@/lib/sim/scenario/scenario';
import { seconds } from '@/lib/sim/tell/clock';
import { actionsBy, type Trace } from '@/lib/sim/trace';

type Told = Pick<Trace, 'path' | 'length' | 'end'>;

/** `0.210`; with microseconds where many steps share a millisecond; of a schedule without a clock `step 3`. */
export function toldTime(at: Millis, trace: Told): string {
  if (trace.path !== undefined) return `step ${actionsBy(at)}`;
  return trace.length > trace.end ? (at / 1000).toFixed(6) : seconds(at);
}

/** The same with its unit: `0.210 s`. */
export const toldMoment = (at: Millis, trace: Told, unit = 's'): string =>
  trace.path === undefined ? `${toldTime(at, trace)} ${unit}` : toldTime(at, trace);
