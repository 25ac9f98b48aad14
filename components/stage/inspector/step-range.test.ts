import { expect, it } from 'vitest';
import { around } from './step-range';

it.each([
  ['all of a few', 9, 4, { from: 0, to: 9 }],
  ['the first of many', 500, 0, { from: 0, to: 120 }],
  ['those around the present', 500, 200, { from: 140, to: 260 }],
  ['the last of many', 500, 500, { from: 380, to: 500 }],
  ['none of none', 0, 0, { from: 0, to: 0 }],
])('a long life shows %s', (_, length, passed, range) => {
  expect(around(length, passed)).toEqual(range);
});
