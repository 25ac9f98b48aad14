import { expect, test } from 'vitest';
import type { CheckResult, Verdict } from '@/lib/activities/verdict';
import { listed, resultsOf, spoken, summaryOf } from './results';

const words = { one: 'column', many: 'columns', whole: 'the table' };

const result = (id: string, passed: boolean, subject: string | null, message = ''): CheckResult => ({
  id,
  passed,
  subject,
  message,
  why: null,
  hints: [],
  place: passed ? null : { line: 8, column: 3, endLine: 8, endColumn: 9 },
  database: null,
});

const verdict = (...checks: CheckResult[]): Verdict => ({
  passed: checks.every(({ passed }) => passed),
  checks,
  notes: [],
});

const twoWrong = verdict(
  result('yaml', true, null, 'The YAML can be read.'),
  result('id-type', true, 'id'),
  result('payload-type', true, 'payload'),
  result('occurred-type', false, 'occurred_at', 'Use `timestamptz`.'),
  result('dispatched-null', false, 'dispatched_at', 'It must allow NULL.'),
  result('dispatched-default', false, 'dispatched_at', 'Rows would be born sent.'),
);

test('the line beside the button counts parts', () => {
  expect(summaryOf(twoWrong, words)).toBe('2 of 4 columns right · 2 to mend');
  expect(summaryOf(verdict(result('id-type', true, 'id')), words)).toBe('1 of 1 column right');
});

test('while the answer cannot be read, nothing is said of its columns', () => {
  const unread = verdict(
    result('size', true, null, 'Small enough.'),
    result('yaml', true, null, 'The YAML can be read.'),
    result('shape', false, 'payload', 'PostgreSQL has no type `jsn`.'),
  );
  expect(summaryOf(unread, words)).toBe('1 to mend');
  expect(resultsOf(unread).works.map(({ id }) => id)).toEqual(['yaml']);
});

test('faults are grouped by part, in the order of the verdict', () => {
  const { faults, right, works } = resultsOf(twoWrong);
  expect(faults.map(({ subject, checks }) => [subject, checks.length])).toEqual([
    ['occurred_at', 1],
    ['dispatched_at', 2],
  ]);
  expect(right).toEqual(['id', 'payload']);
  expect(works).toEqual([]);
});

test('a screen reader hears what is wrong and where', () => {
  expect(spoken(verdict(result('t', false, 'occurred_at', 'Use `timestamptz`.')), words)).toBe(
    '0 of 1 column right · 1 to mend. occurred_at, line 8: Use timestamptz.',
  );
  expect(spoken(verdict(result('t', true, 'id')), words)).toBe('Passed. Everything is as it should be.');
});

test('it hears the reason as well', () => {
  const why = 'The relay looks for `NULL`.';
  const fault = { ...result('t', false, null, 'It must allow `NULL`.'), why, place: null };
  expect(spoken(verdict(fault), words)).toBe(
    '0 of 1 check passed · 1 to mend. the table: It must allow NULL. The relay looks for NULL.',
  );
});

test('an answer without parts is counted in checks, without the first layers', () => {
  const whole = verdict(
    result('syntax', true, null, 'The SQL can be read.'),
    result('rows', true, null, 'Every row is there.'),
    result('plan', false, null, 'It reads the whole table.'),
    result('crash', false, null, 'A crash loses an event.'),
  );
  expect(summaryOf(whole, words)).toBe('1 of 3 checks passed · 1 to mend');
});

test('where a check was cut short, nothing is said of what it did not come to', () => {
  const stopped = verdict(
    result('shape', true, null, 'It can be read.'),
    result('rounds', true, 'relay', 'It begins.'),
    result('limit', false, null, 'It was stopped.'),
  );
  expect(summaryOf(stopped, words)).toBe('1 to mend');
});

test('what was found in a part that is right is told where its kind wants that, or where it can be shown', () => {
  const shown = {
    ...result('rows', true, 'orders', 'One row.'),
    explanation: { show: 'rows', tables: [] },
  } as const;
  const fine = verdict(result('a', true, 'first', 'Right, because.'), result('b', true, 'second'), shown);
  expect(resultsOf(fine)).toMatchObject({ right: ['first', 'second'], told: [{ subject: 'orders' }] });
  expect(resultsOf(fine, { tells: true })).toMatchObject({
    right: ['second'],
    told: [
      { subject: 'first', checks: [{ id: 'a' }] },
      { subject: 'orders', checks: [{ id: 'rows' }] },
    ],
  });
  expect(summaryOf(fine, words)).toBe('3 of 3 columns right');
});

test('names are listed as in a sentence', () => {
  expect(listed([])).toBe('');
  expect(listed(['id'])).toBe('id');
  expect(listed(['id', 'payload'])).toBe('id and payload');
  expect(listed(['id', 'event_type', 'payload'])).toBe('id, event_type and payload');
});
