import { expect, it } from 'vitest';
import { inTurns } from './timing';

it('runs take turns; the first round only warms up', () => {
  const order: string[] = [];
  const results = [900, 5, 1, 3];
  const medians = inTurns(3, [
    () => {
      order.push('one');
      return results.shift() ?? 0;
    },
    () => {
      order.push('other');
      return 7;
    },
  ]);
  expect(order).toEqual(['one', 'other', 'one', 'other', 'one', 'other', 'one', 'other']);
  expect(medians).toEqual([3, 7]);
});
