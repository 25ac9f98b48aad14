import { expect, it } from 'vitest';
import type { CheckResult, Verdict } from '@/lib/activities/verdict';
import {
  type AnswerHistory,
  checkedText,
  historyFrom,
  historyFromReplaced,
  type KeptText,
  withText,
} from './history';

const failed = (subject: string | null): CheckResult => ({
  id: 'c',
  passed: false,
  subject,
  message: '',
  why: null,
  hints: [],
  place: null,
  database: null,
});

const verdict = (...checks: CheckResult[]): Verdict => ({ passed: checks.length === 0, checks, notes: [] });

const checked = (text: string, at = 0): KeptText => checkedText(text, verdict(), at);
const aside = (text: string, at: number | null = 0): KeptText => ({ why: 'reset', text, at });
const texts = (history: AnswerHistory) => history.map(({ why, text }) => `${why} ${text}`);
const keeping = (...all: KeptText[]) => all.reduce(withText, [] as AnswerHistory);

it('a checked text knows when it was checked, and in how many parts something is wrong', () => {
  expect(checkedText('a', verdict(failed('id'), failed('id'), failed(null)), 7)).toEqual({
    why: 'checked',
    text: 'a',
    at: 7,
    passed: false,
    toMend: 2,
  });
});

it('each check is kept, newest last; the same text twice in a row is one', () => {
  expect(keeping(checked('a', 1), checked('a', 2), checked('b', 3), checked('a', 4))).toEqual([
    checked('a', 2),
    checked('b', 3),
    checked('a', 4),
  ]);
});

it('a text that was put aside is not kept when it can be found already, nor once it was checked', () => {
  expect(texts(keeping(checked('a'), aside('a'), aside('b'), aside('b')))).toEqual(['checked a', 'reset b']);
  expect(texts(keeping(aside('b'), checked('a'), checked('b')))).toEqual(['checked a', 'checked b']);
});

it('thirty are kept at most, and the oldest goes', () => {
  const all = Array.from({ length: 32 }, (_, place) => checked(`text ${place}`));
  const kept = keeping(...all);
  expect(kept).toHaveLength(30);
  expect(kept[0]?.text).toBe('text 2');
});

it('as many are kept as there is room for, and the newest always', () => {
  const long = (letter: string) => checked(letter.repeat(60_000));
  expect(keeping(long('a'), long('b'), long('c')).map(({ text }) => text[0])).toEqual(['b', 'c']);
  expect(keeping(checked('a'), checked('b'.repeat(200_000))).map(({ text }) => text[0])).toEqual(['b']);
});

it('what was saved comes back, and what has another form does not', () => {
  const whole = [checked('a', 1), aside('b', 2), aside('c', null)];
  expect(historyFrom(JSON.stringify(whole))).toEqual(whole);
  const damaged = [null, 'a', { why: 'checked', text: 'a' }, { why: 'spite', text: 'b' }, { why: 'reset' }];
  expect(historyFrom(JSON.stringify([...damaged, whole[0]]))).toEqual([whole[0]]);
  expect(historyFrom('{')).toEqual([]);
  expect(historyFrom('{}')).toEqual([]);
  expect(historyFrom(null)).toEqual([]);
});

it('what an earlier version of the page kept comes back as well', () => {
  const saved = [
    { by: 'reset', before: 'mine', after: 'start' },
    { by: 'bringing-back', before: 'later', after: 'mine' },
    { by: 'reset', after: 'start' },
  ];
  expect(historyFromReplaced(JSON.stringify(saved))).toEqual([
    { why: 'reset', text: 'mine', at: null },
    { why: 'back', text: 'later', at: null },
  ]);
});
