import { describe, expect, it } from 'vitest';
import { median, medians, percentile95, rounded, table } from './figures';

describe('figures', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('the median of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
  it('95 of 100 do not exceed the 95th percentile', () => {
    expect(percentile95(Array.from({ length: 100 }, (_, index) => 100 - index))).toBe(95);
    expect(percentile95([1, 2])).toBe(2);
  });
  it('there are none of nothing', () => {
    expect(() => median([])).toThrow('Nothing was measured.');
  });
  it('each has its own median', () => {
    expect(
      medians([
        { a: 1, b: 9 },
        { a: 3, b: 7 },
        { a: 2, b: 8 },
      ]),
    ).toEqual({ a: 2, b: 8 });
  });
  it.each([
    [0.123456, 0.123],
    [12.345, 12.3],
    [1234.5, 1235],
    [0, 0],
  ])('%d is written %d', (value, expected) => {
    expect(rounded(value)).toBe(expected);
  });
  it('stand in a table, beside those of the bare page', () => {
    expect(table({ 'page.lcpMs': 381.2, 'page.bare.lcpMs': 40, 'db.bootMs': 900 })).toBe(
      'page.lcpMs      381   bare page 40\ndb.bootMs       900',
    );
  });
});
