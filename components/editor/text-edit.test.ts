import { expect, test } from 'vitest';
import { editBetween, offsetOf } from './text-edit';

test.each([
  ['abc', 'abXc', { from: 2, to: 2, insert: 'X' }],
  ['abc', 'ac', { from: 1, to: 2, insert: '' }],
  ['abc', 'aXYc', { from: 1, to: 2, insert: 'XY' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['abc', 'abc', { from: 3, to: 3, insert: '' }],
  ['', 'new', { from: 0, to: 0, insert: 'new' }],
])('what turns %j into %j is one small edit', (before, after, edit) => {
  expect(editBetween(before, after)).toEqual(edit);
  expect(before.slice(0, edit.from) + edit.insert + before.slice(edit.to)).toBe(after);
});

test('a place past the end of its line is the end of that line', () => {
  const text = 'one\ntwo\nthree';
  expect(text.slice(offsetOf(text, 2, 2))).toBe('wo\nthree');
  expect(text.slice(offsetOf(text, 2, 9))).toBe('\nthree');
  expect(offsetOf(text, 9, 1)).toBe(text.length);
});
