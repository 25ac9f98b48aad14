import { expect, it } from 'vitest';
import { circleIn, inCreationOrder } from './creation-order';

/** `b:a c` is a table b that refers to a and c. */
const tables = (...notes: readonly string[]) =>
  notes.map((note) => {
    const [table = '', others = ''] = note.split(':');
    return { table, refersTo: others.split(' ').filter(Boolean) };
  });

it.each([
  [['a', 'b', 'c'], 'a b c'],
  [['b:a', 'a', 'c:b'], 'a b c'],
  [['c:b', 'b:a', 'a'], 'a b c'],
  [['a:a', 'b:nowhere'], 'a b'],
  [['a:b', 'b:a'], 'b a'],
])('makes %j in the order %s', (notes, order) => {
  expect(
    inCreationOrder(tables(...notes))
      .map(({ table }) => table)
      .join(' '),
  ).toBe(order);
});

it.each([
  [['a', 'b:a'], ''],
  [['a:a'], ''],
  [['a:b', 'b:a'], 'a b'],
  [['x:a', 'a:b', 'b:c', 'c:a'], 'a b c'],
])('finds the circle of %j: %s', (notes, circle) => {
  expect(circleIn(tables(...notes)).join(' ')).toBe(circle);
});
