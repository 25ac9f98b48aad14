import { expect, it } from 'vitest';
import { seconds, timestamp, wallTime } from './clock';

it('tells the time of day to the millisecond, and PostgreSQL to the microsecond', () => {
  expect([wallTime(0), wallTime(210.001), wallTime(3_599_999.999)]).toEqual([
    '09:41:00.000',
    '09:41:00.210',
    '10:40:59.999',
  ]);
  expect(timestamp(210.001)).toBe('2026-01-05 09:41:00.210001+00');
});

it.each([
  [14 * 3_600_000 + 19 * 60_000, '2026-01-06 00:00:00.000000+00'],
  [27 * 86_400_000, '2026-02-01 09:41:00.000000+00'],
  [(365 * 2 + 31 + 24) * 86_400_000, '2028-02-29 09:41:00.000000+00'],
])('comes to the right day after %i milliseconds', (at, moment) => {
  expect(timestamp(at)).toBe(moment);
});

it('tells the time into the run in seconds', () => {
  expect(seconds(1210.4)).toBe('1.210');
});
