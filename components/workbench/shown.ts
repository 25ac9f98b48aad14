// What the answer's panel makes of its store: which verdict is on show, where it marks the text, what is said aloud.
import type { Mark } from '@/components/editor/mark';
import type { Verdict } from '@/lib/activities/verdict';
import { type ActivityState, verdictNow } from '@/lib/store/activity';
import { type PartWords, spoken } from './results';

interface Shown {
  readonly verdict: Verdict | null;
  readonly stale: boolean;
}

/** What the rows and the marks say now. */
export function shownVerdict(state: ActivityState, looked: boolean): Shown {
  const now = verdictNow(state);
  if (now !== null) return now;
  return { verdict: looked ? (state.reading?.verdict ?? null) : null, stale: false };
}

/** Where the editor is to be marked. */
export function marksOf(verdict: Verdict | null): readonly Mark[] {
  const found = [
    ...(verdict?.checks ?? []).map((check) => ({ ...check, severity: 'error' as const })),
    ...(verdict?.notes ?? []).map((note) => ({ ...note, passed: false, severity: 'note' as const })),
  ];
  return found.flatMap(({ passed, place, message, severity }) =>
    passed || place === null ? [] : [{ place, message: message.replaceAll('`', ''), severity }],
  );
}

/** What a screen reader hears of the check. */
export function heard({ phase, checked }: ActivityState, words: PartWords): string {
  switch (phase.at) {
    case 'checked':
      return checked === null ? '' : spoken(checked.verdict, words);
    case 'failed':
      return phase.words;
    case 'stopped':
      return 'The check was stopped.';
    case 'idle':
      return '';
    default:
      return 'Checking';
  }
}
