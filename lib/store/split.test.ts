import { describe, expect, it } from 'vitest';
import { splitAt } from './split';

describe('the divider', () => {
  it.each([
    ['stands where it is put', 44, 1440, 44],
    ['leaves the text a quarter of a wide window', 10, 1440, 25],
    ['leaves the playground a third of it', 90, 1440, 70],
    ['leaves the text room to be read in a narrow one', 10, 920, 35],
    ['leaves the playground room for its buttons in a narrow one', 90, 920, 54],
  ])('%s', (_, wish, width, now) => {
    expect(splitAt(wish, width).now).toBe(now);
  });
});
