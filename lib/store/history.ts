// What a learner can look back at: every answer that was checked, and every text that something took away. Values only.
import type { Verdict } from '@/lib/activities/verdict';

/** What takes a text away: `typing` is a learner who wrote before the draft had been looked for; `back`, whoever brought another back. */
export const ASIDES = ['reset', 'solution', 'help', 'history', 'typing', 'back'] as const;

export type AsideBy = (typeof ASIDES)[number];

/** A text that was kept. */
export type KeptText = CheckedText | AsideText;

interface CheckedText {
  readonly why: 'checked';
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly passed: boolean;
  /** Parts of the answer in which something is wrong. */
  readonly toMend: number;
}

interface AsideText {
  readonly why: AsideBy;
  readonly text: string;
  /** Null where an earlier version of the page kept it, which did not know. */
  readonly at: number | null;
}

/** Newest last. */
export type AnswerHistory = readonly KeptText[];

const MOST_TEXTS = 30;

/** Of all texts together, so that many activities fit into the few megabytes that a browser gives. */
const MOST_CHARACTERS = 150_000;

export const checkedText = (text: string, { passed, checks }: Verdict, at: number): KeptText => ({
  why: 'checked',
  text,
  at,
  passed,
  toMend: new Set(checks.filter((check) => !check.passed).map(({ subject }) => subject)).size,
});

/** With one more. A text that stands there already is not kept twice in a row, nor aside once it was checked. */
export function withText(history: AnswerHistory, kept: KeptText): AnswerHistory {
  if (kept.why !== 'checked' && holds(history, kept.text)) return history;
  const isDone = (other: KeptText, place: number): boolean =>
    other.text === kept.text && (other.why !== 'checked' || place === history.length - 1);
  return bounded([...history.filter((other, place) => !isDone(other, place)), kept]);
}

const holds = (history: AnswerHistory, text: string): boolean => history.some((kept) => kept.text === text);

/** The newest are kept; the very newest always. */
function bounded(history: AnswerHistory): AnswerHistory {
  let room = MOST_CHARACTERS;
  const newest = history.slice(-MOST_TEXTS).toReversed();
  const beyond = newest.findIndex(({ text }, place) => {
    room -= text.length;
    return place > 0 && room < 0;
  });
  return (beyond === -1 ? newest : newest.slice(0, beyond)).toReversed();
}

/** Storage may hold anything: only what has the right form is believed. */
export function historyFrom(saved: string | null): AnswerHistory {
  return bounded(listIn(saved).flatMap((value) => keptFrom(value) ?? []));
}

/** What an earlier version of the page kept of texts that were taken away. */
export function historyFromReplaced(saved: string | null): AnswerHistory {
  const texts = listIn(saved).flatMap((value): readonly KeptText[] => {
    const { by, before } = fieldsOf(value);
    if (typeof before !== 'string') return [];
    const why = ASIDES.find((known) => known === by) ?? 'back';
    return [{ why, text: before, at: null }];
  });
  return texts.reduce(withText, [] as AnswerHistory);
}

function listIn(saved: string | null): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(saved ?? '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

function keptFrom(value: unknown): KeptText | null {
  const { why, text, at, passed, toMend } = fieldsOf(value);
  if (typeof text !== 'string') return null;
  if (why === 'checked') {
    const isWhole = typeof at === 'number' && typeof passed === 'boolean' && typeof toMend === 'number';
    return isWhole ? { why, text, at, passed, toMend } : null;
  }
  const by = ASIDES.find((known) => known === why);
  return by === undefined ? null : { why: by, text, at: typeof at === 'number' ? at : null };
}

const fieldsOf = (value: unknown): { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null ? { ...value } : {};
