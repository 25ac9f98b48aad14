import { expect, it } from 'vitest';
import { groupsOf } from './key-groups';

it('keys stand in their groups, both in the order of the table', () => {
  const keys = [
    { key: 'Space', words: 'Play or pause', group: 'Playing' },
    { key: 'O', words: 'Place an order', group: 'Doing' },
    { key: '←', words: 'One step back', group: 'Playing' },
  ];
  expect(groupsOf(keys).map(({ name, keys }) => [name, ...keys.map(({ key }) => key)])).toEqual([
    ['Playing', 'Space', '←'],
    ['Doing', 'O'],
  ]);
});
