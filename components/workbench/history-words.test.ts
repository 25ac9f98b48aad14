import { expect, it } from 'vitest';
import { standingWords, whenWords } from './history-words';

const local = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).getTime();

it('a check says how the answer stood', () => {
  const checked = { why: 'checked', text: '', at: 0 } as const;
  expect(standingWords({ ...checked, passed: true, toMend: 0 })).toBe('Passed');
  expect(standingWords({ ...checked, passed: false, toMend: 2 })).toBe('2 to mend');
});

it('any other text says what took it away', () => {
  expect(standingWords({ why: 'reset', text: '', at: 0 })).toBe('Before you reset it');
  expect(standingWords({ why: 'typing', text: '', at: null })).toBe('An earlier draft');
});

it('of today the time is told, of another day the day as well', () => {
  const now = local(21, 18, 30);
  expect(whenWords(local(21, 9, 5), now)).toBe('09:05');
  expect(whenWords(local(20, 19, 0), now)).toBe('20 Nov, 19:00');
  expect(whenWords(null, now)).toBe('Earlier');
});
