// What a text of the history is called: when it was checked and how it stood, or what took it away.
import type { AsideBy, KeptText } from '@/lib/store/history';

const asideWords: Readonly<Record<AsideBy, string>> = {
  reset: 'Before you reset it',
  solution: 'Before you took the solution',
  help: 'Before you took help',
  history: 'Before you went back',
  typing: 'An earlier draft',
  back: 'Before you went back',
};

/** Such as "Passed" or "2 to mend". */
export function standingWords(kept: KeptText): string {
  if (kept.why !== 'checked') return asideWords[kept.why];
  return kept.passed ? 'Passed' : `${kept.toMend} to mend`;
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** "14:05" of today, "3 Nov, 14:05" of any other day; milliseconds since 1970. */
export function whenWords(at: number | null, now: number): string {
  if (at === null) return 'Earlier';
  const isToday = day.format(at) === day.format(now) && now - at < 86_400_000;
  return isToday ? time.format(at) : `${day.format(at)}, ${time.format(at)}`;
}
