import { expect, test } from 'vitest';
import { type Mark, stretchesOn } from './mark';

const mark = (line: number, column: number, endLine: number, endColumn: number): Mark => ({
  place: { line, column, endLine, endColumn },
  message: 'It must allow NULL.',
  severity: 'error',
});

test('a mark underlines its stretch of its line and nothing else', () => {
  expect(stretchesOn([mark(2, 3, 2, 7)], 2, 20)).toEqual([{ from: 2, to: 6 }]);
  expect(stretchesOn([mark(2, 3, 2, 7)], 1, 20)).toEqual([]);
});

test('a mark over several lines runs to the end of the first and from the beginning of the last', () => {
  expect(stretchesOn([mark(1, 5, 3, 3)], 1, 10)).toEqual([{ from: 4, to: 10 }]);
  expect(stretchesOn([mark(1, 5, 3, 3)], 2, 10)).toEqual([{ from: 0, to: 10 }]);
  expect(stretchesOn([mark(1, 5, 3, 3)], 3, 10)).toEqual([{ from: 0, to: 2 }]);
});

test('a mark without width takes the whole line', () => {
  expect(stretchesOn([mark(1, 5, 1, 5)], 1, 10)).toEqual([{ from: 0, to: 10 }]);
});
