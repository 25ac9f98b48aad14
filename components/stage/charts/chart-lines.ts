// What is drawn in each chart: a run's line for each measure, at as many moments as there is room for.
import { type Series, seriesFrom, standingAt } from '@/lib/sim/look/ledger';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { stepsBy } from '@/lib/sim/trace';
import type { MeasureName } from './measures';
import { type Counted, type Peak, peaksOf } from './peak';
import type { Gist } from './summary';

/** The values of one measure in one run. */
export interface Line {
  /** Milliseconds, from 0 to the span. */
  readonly at: Float64Array;
  /** One for each moment; null once the run is over. */
  readonly values: readonly (number | null)[];
  readonly gist: Gist;
}

export type Lines = { readonly [Name in MeasureName]: Line };

/** Pixels for one moment: of what holds, each; of a rate, enough for a few events to add up to one. */
const FINE = 1;
const COARSE = 6;

/** The lines of a run in charts of so many pixels. */
export function linesOf(run: Counted, span: Millis, width: number): Lines {
  const { ledger, trace } = run;
  const fine = seriesFrom(ledger, trace, span, momentsIn(width, FINE));
  const coarse = seriesFrom(ledger, trace, span, momentsIn(width, COARSE));
  const peaks = peaksOf(run);
  const last = standingAt(ledger, trace.length, trace.end);
  return {
    pending: lineOf(run, fine.at, fine.pending, peaks.pending, last.pending),
    lag: lineOf(run, fine.at, fine.lag, peaks.lag, sumOf(last.lag)),
    age: lineOf(run, fine.at, fine.oldestDueMs, peaks.age, last.oldestDueMs),
    throughput: rateOf(run, coarse, last.delivered),
  };
}

const momentsIn = (width: number, pixels: number): number => Math.max(2, Math.round(width / pixels));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

function lineOf({ trace }: Counted, at: Float64Array, column: Float64Array, peak: Peak, last: number): Line {
  const values = Array.from(column, (value, moment) => ((at[moment] as number) > trace.end ? null : value));
  // Between two moments there may have been more: what the words say is also to be seen.
  if (peak.most > 0) values[nearest(at, Math.min(peak.at, lastWithin(at, trace.end)))] = peak.most;
  return { at, values, gist: gistOf(trace, peak, last) };
}

/** The moment in which the run ends is told as well: a rate is about the time before it. */
function rateOf({ trace }: Counted, { at, throughput }: Series, delivered: number): Line {
  const end = momentOf(at, trace.end);
  const values = Array.from(throughput, (value, moment) => (moment > end ? null : value));
  const most = throughput.reduce((before, value) => Math.max(before, value), 0);
  const when = Math.min(trace.end, at[throughput.indexOf(most)] as number);
  return { at, values, gist: gistOf(trace, { most, at: when }, delivered) };
}

const gistOf = ({ unfinished, length }: Counted['trace'], { most, at }: Peak, last: number): Gist => ({
  most,
  mostAt: at,
  last,
  unfinished,
  empty: length === 0,
});

/** The first moment that is not before a time: what is told there is about the time up to it. */
function momentOf(at: Float64Array, time: Millis): number {
  const moment = at.findIndex((one) => one >= time);
  return moment === -1 ? at.length - 1 : moment;
}

const lastWithin = (at: Float64Array, end: Millis): Millis => at.findLast((one) => one <= end) ?? 0;

function nearest(at: Float64Array, time: Millis): number {
  const after = momentOf(at, time);
  const before = Math.max(0, after - 1);
  return time - (at[before] as number) < (at[after] as number) - time ? before : after;
}

/** A measure at a time; of a run that ended before, how it ended. */
export function valueAt({ ledger, trace }: Counted, name: MeasureName, line: Line, time: Millis): number {
  const now = Math.min(time, trace.end);
  if (name === 'throughput') return line.values[momentOf(line.at, now)] ?? 0;
  const standing = standingAt(ledger, stepsBy(trace, now), now);
  if (name === 'pending') return standing.pending;
  return name === 'lag' ? sumOf(standing.lag) : standing.oldestDueMs;
}
