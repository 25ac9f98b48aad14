// What the charts show, and how each of it is said.
import type { Meaning } from '@/lib/scene/meanings';
import type { Millis } from '@/lib/sim/scenario/scenario';

export type MeasureName = 'pending' | 'lag' | 'age' | 'throughput';

export interface Measure {
  readonly name: MeasureName;
  readonly title: string;
  /** Whose colour it has. */
  readonly meaning: Meaning;
  /** It holds from one moment to the next; else what is told of a moment is about the time since the one before. */
  readonly holds: boolean;
  /** It says nothing of a schedule in which no time passes. */
  readonly timed: boolean;
  /** A value with its unit. */
  readonly say: (value: number) => string;
}

// Made once: ten times a second each would be made anew.
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export const sayCount = (value: number): string => whole.format(value);

const rate = (value: number): string => `${(value < 10 ? tenths : whole).format(value)} a second`;

/** A length of time, or a moment of the run. */
export const sayTime = (time: Millis): string => `${hundredths.format(time / 1000)} s`;

export const MEASURES: readonly Measure[] = [
  { name: 'pending', title: 'Rows pending', meaning: 'pending', holds: true, timed: false, say: sayCount },
  { name: 'lag', title: 'Lag', meaning: 'flight', holds: true, timed: false, say: sayCount },
  { name: 'age', title: 'Oldest row due for', meaning: 'pending', holds: true, timed: true, say: sayTime },
  {
    name: 'throughput',
    title: 'Events delivered',
    meaning: 'delivered',
    holds: false,
    timed: true,
    say: rate,
  },
];
