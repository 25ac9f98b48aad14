// What a prediction may be about: figures of a run, or of what every order of things comes to.
import type { Explored } from '@/lib/sim/explore/explored';
import type { RunOutcome } from '@/lib/sim/look/run-outcome';
import { COUNTERS } from '@/lib/sim/look/tally';
import { STEP_KINDS } from '@/lib/sim/step';
import type { When } from './predict-config';

/** A number, a word (null: there is none), or a list of words. */
export type Figure = number | string | null | readonly string[];

const EXPLORED = ['verdict', 'invariant', 'depth'] as const;

const counters = Object.keys(COUNTERS);

/** Every figure by its name: of the run, and, with `explored.` before it, of the exploration. */
export const FIGURES: readonly string[] = [
  ...counters.map((name) => `end.${name}`),
  ...counters.map((name) => `most.${name}`),
  ...STEP_KINDS.map((kind) => `kinds.${kind}`),
  'breaks',
  'steps',
  'endMs',
  ...EXPLORED.map((name) => `explored.${name}`),
];

export const isExplored = (figure: string): boolean => figure.startsWith('explored.');

/** Those that count something, so that a number can be asked for. */
export const isNumber = (figure: string): boolean =>
  !['breaks', 'explored.verdict', 'explored.invariant'].includes(figure);

export function figureOfRun(outcome: RunOutcome, figure: string): Figure {
  const [group, name = ''] = figure.split('.');
  const { end, most, kinds } = outcome as unknown as Counted;
  switch (group) {
    case 'end':
      return end[name] ?? 0;
    case 'most':
      return most[name] ?? 0;
    case 'kinds':
      return kinds[name] ?? 0;
    case 'breaks':
      return outcome.breaks;
    case 'steps':
      return outcome.steps;
    default:
      return outcome.endMs;
  }
}

type Counted = { readonly [group in 'end' | 'most' | 'kinds']: { readonly [name: string]: number } };

/** A process that could not be gone on with claims nothing, and no scenario of an author's has one. */
export function figureOfExplored({ verdict, invariant, depth }: Explored, figure: string): Figure {
  if (figure === 'explored.verdict') return verdict;
  return figure === 'explored.invariant' ? invariant : depth;
}

export function holdsOf(figure: Figure, { is, above, below, includes, lacks }: When): boolean {
  const number = typeof figure === 'number' ? figure : Number.NaN;
  const list: readonly unknown[] = Array.isArray(figure) ? figure : [];
  return (
    (is === undefined || figure === is) &&
    (above === undefined || number > above) &&
    (below === undefined || number < below) &&
    (includes === undefined || list.includes(includes)) &&
    (lacks === undefined || !list.includes(lacks))
  );
}

/** As it stands in a sentence. */
export function figureInWords(figure: Figure): string {
  if (figure === null) return 'none';
  if (typeof figure === 'number') return String(figure);
  if (typeof figure === 'string') return figure;
  return figure.length === 0 ? 'none' : figure.join(', ');
}
