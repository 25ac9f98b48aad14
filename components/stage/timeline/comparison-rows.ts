// Two runs at one moment, side by side: what stands in each, and by how much they differ.
import type { Meaning } from '@/lib/scene/meanings';
import { type Ledger, standingAt } from '@/lib/sim/look/ledger';
import type { Metrics } from '@/lib/sim/look/metrics';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { KIND } from '@/lib/sim/step';
import { stepsBy, type Trace } from '@/lib/sim/trace';

export interface Compared {
  readonly title: string;
  readonly run: { readonly trace: Trace; readonly ledger: Ledger };
}

export interface ComparisonRow {
  readonly words: string;
  readonly meaning: Meaning;
  readonly first: number;
  readonly second: number;
  /** `2 more in Run 2`, `the same`. */
  readonly difference: string;
}

type Standing = Omit<Metrics, 'heartbeats'>;

interface Measure {
  readonly words: string;
  readonly meaning: Meaning;
  readonly of: (standing: Standing, doubled: number) => number;
}

const MEASURES: readonly Measure[] = [
  { words: 'rows pending', meaning: 'pending', of: ({ pending }) => pending },
  { words: 'events delivered', meaning: 'delivered', of: ({ delivered }) => delivered },
  { words: 'duplicates', meaning: 'duplicate', of: ({ redelivered }) => redelivered },
  { words: 'effects too many', meaning: 'duplicate', of: (_, doubled) => doubled },
  { words: 'dead letters', meaning: 'dead', of: ({ deadLetters }) => deadLetters },
  { words: 'lost', meaning: 'lost', of: ({ lost }) => lost },
  { words: 'consumer lag', meaning: 'flight', of: ({ lag }) => lag.reduce((sum, one) => sum + one, 0) },
];

/** How two runs stand at a moment. A run that has ended by then stands as it ended. */
export function comparisonAt(first: Compared, second: Compared, time: Millis): readonly ComparisonRow[] {
  const [one, other] = [first, second].map(({ run: { trace, ledger } }) => {
    const steps = stepsBy(trace, time);
    return { standing: standingAt(ledger, steps, time), doubled: doubledBy(trace, steps) };
  }) as [Moment, Moment];
  return MEASURES.map(({ words, meaning, of }) => {
    const [a, b] = [of(one.standing, one.doubled), of(other.standing, other.doubled)];
    return { words, meaning, first: a, second: b, difference: differenceOf(a, b, first.title, second.title) };
  });
}

interface Moment {
  readonly standing: Standing;
  readonly doubled: number;
}

function differenceOf(a: number, b: number, first: string, second: string): string {
  if (a === b) return 'the same';
  const more = Math.abs(a - b).toLocaleString('en');
  return `${more} more in ${a > b ? first : second}`;
}

const doublings = new WeakMap<Trace, readonly number[]>();

/** Effects beyond the first of an event, after so many steps of a trace. */
export function doubledBy(trace: Trace, steps: number): number {
  const places = doublings.get(trace) ?? doublingsOf(trace);
  doublings.set(trace, places);
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] as number) < steps) low = middle + 1;
    else high = middle;
  }
  return low;
}

function doublingsOf({ codes, length }: Trace): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < length; place += 1) {
    if (codes.kind[place] === KIND.applied && (codes.value[place] as number) > 1) places.push(place);
  }
  return places;
}
