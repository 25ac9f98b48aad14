import { describe, expect, it } from 'vitest';
import { type Slots, slotsOf } from './slots';

const NONE: Slots = new Map();

/** `a:0 b:1`, in the order of the items. */
const told = (slots: Slots): string => [...slots].map(([key, slot]) => `${key}:${slot}`).join(' ');

const after = (...lists: readonly string[]): string =>
  told(lists.reduce<Slots>((slots, list) => slotsOf(slots, list.split(' ')), NONE));

describe('the elements of a list', () => {
  it.each([
    ['are new at first', ['a b c'], 'a:0 b:1 c:2'],
    ['stay with what stays, wherever it stands now', ['a b c', 'c a'], 'c:2 a:0'],
    ['are taken over in their order where everything is another', ['a b c', 'd e f'], 'd:0 e:1 f:2'],
    ['that became free go to what comes, and only then there are new ones', ['a b', 'b c d'], 'b:1 c:0 d:2'],
    ['that were let go are not known later', ['a b c', 'a', 'a d'], 'a:0 d:1'],
  ])('%s', (_, lists, expected) => {
    expect(after(...lists)).toBe(expected);
  });

  it('are all new for what comes where somebody is at one of those that are there', () => {
    const before = slotsOf(NONE, ['a', 'b']);
    expect(told(slotsOf(before, ['b', 'c'], true))).toBe('b:1 c:2');
  });
});
