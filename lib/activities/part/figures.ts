// The figures of a run that a check may hold to a limit, by name.
import { grouped } from '@/lib/shared/count-words';
import type { RunOutcome } from '@/lib/sim/look/run-outcome';
import { COUNTERS } from '@/lib/sim/look/tally';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { STEP_KINDS } from '@/lib/sim/step';

const counters = Object.keys(COUNTERS);
const MISHAPS = ['lost', 'ghost', 'duplicate', 'reordered'] as const;
const TIMES = ['endMs', 'drainedMs', 'oldestDueMs', 'latency.p50', 'latency.p95', 'latency.most'] as const;

/** Every figure by its name. */
export const FIGURES: readonly string[] = [
  ...counters.map((name) => `end.${name}`),
  ...counters.map((name) => `most.${name}`),
  ...STEP_KINDS.flatMap((kind) => [`kinds.${kind}`, `first.${kind}`, `last.${kind}`]),
  ...MISHAPS.map((name) => `mishaps.${name}`),
  ...TIMES,
  'steps',
  'failed-within',
  'retries-within',
];

/** A time rather than a count. */
export const isTime = (figure: string): boolean =>
  /^(first|last)\./.test(figure) || (TIMES as readonly string[]).includes(figure);

/** Null where there is none: it never happened, or the run came to no end. */
export function figureOf(outcome: RunOutcome, figure: string, windowMs: Millis): number | null {
  if (figure === 'failed-within') return mostWithin(outcome.failedAt, windowMs);
  if (figure === 'retries-within') return mostWithin(outcome.retriedAt, windowMs);
  const [group = '', ...rest] = figure.split('.');
  const part = (outcome as unknown as { readonly [group: string]: unknown })[group];
  if (rest.length === 0) return typeof part === 'number' ? part : null;
  const value = (part as { readonly [name: string]: unknown } | null)?.[rest.join('.')];
  if (typeof value === 'number') return value;
  return group === 'kinds' ? 0 : null;
}

/** The most of these moments that any stretch of this length holds; they come in order. */
function mostWithin(moments: readonly Millis[], windowMs: Millis): number {
  let most = 0;
  let begin = 0;
  for (const [place, moment] of moments.entries()) {
    while ((moments[begin] ?? moment) <= moment - windowMs) begin += 1;
    most = Math.max(most, place - begin + 1);
  }
  return most;
}

/** As it stands in a sentence. */
export function figureInWords(figure: string, value: number | null): string {
  if (value === null) return 'never';
  return isTime(figure) ? millisInWords(value) : grouped(value);
}

/** `850 ms`, `12.4 s`, `2 min 5 s`. */
export function millisInWords(value: Millis): string {
  if (value < 1000) return `${Math.round(value)} ms`;
  if (value < 60_000) return `${Math.round(value / 100) / 10} s`;
  const seconds = Math.round(value / 1000);
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
