import { describe, expect, it } from 'vitest';
import { MEASURES, type Measure, type MeasureName } from './measures';
import { type Gist, summaryOf } from './summary';

const words = (name: MeasureName, gist: Partial<Gist>) =>
  summaryOf(
    { most: 0, mostAt: 0, last: 0, unfinished: false, empty: false, ...gist },
    MEASURES.find((measure) => measure.name === name) as Measure,
  );

describe('a chart in words', () => {
  it.each([
    ['pending', { most: 12, mostAt: 1400, last: 0 }, 'at most 12, at 1.4 s; 0 at the end'],
    ['pending', { most: 1200, mostAt: 310, last: 1200 }, 'at most 1,200, at 0.31 s; 1,200 at the end'],
    ['age', { most: 2345.6, mostAt: 4000, last: 0 }, 'at most 2.35 s, at 4 s; 0 s at the end'],
    ['throughput', { most: 4.25, mostAt: 500, last: 1200 }, 'at most 4.3 a second, at 0.5 s; 1,200 in all'],
    ['throughput', { most: 99_999.5, mostAt: 500, last: 0 }, 'at most 100,000 a second, at 0.5 s; 0 in all'],
    [
      'lag',
      { most: 3, mostAt: 1000, last: 3, unfinished: true },
      'at most 3, at 1 s; 3 where the run was cut off',
    ],
    ['lag', {}, '0 all along'],
    ['age', {}, '0 s all along'],
    ['throughput', { empty: true }, 'nothing yet'],
  ] as const)('%s %o', (name, gist, expected) => {
    expect(words(name, gist)).toBe(expected);
  });
});
