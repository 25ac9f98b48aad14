import { describe, expect, it } from 'vitest';
import { toldMoment, toldTime } from './told-time';

const slow = { length: 70, end: 2000 };
const dense = { length: 280_000, end: 900 };
const found = { length: 9, end: 800, path: [] };

describe('a moment of a run', () => {
  it.each([
    ['to the millisecond', 1210.6, slow, '1.211'],
    ['to the microsecond, where many steps share a millisecond', 400.123, dense, '0.400123'],
    ['by its step, where no clock runs', 300, found, 'step 3'],
    ['before the first step of such a schedule', 0, found, 'step 0'],
  ])('is told %s', (_, at, trace, words) => {
    expect(toldTime(at, trace)).toBe(words);
  });

  it('has a unit where it is a time', () => {
    expect([toldMoment(210, slow), toldMoment(210, slow, 'seconds'), toldMoment(200, found)]).toEqual([
      '0.210 s',
      '0.210 seconds',
      'step 2',
    ]);
  });
});
