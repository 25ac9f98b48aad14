import { describe, expect, it } from 'vitest';
import { matches } from './routing';

describe('a topic exchange', () => {
  it.each([
    // binding, routing key, whether it matches
    ['order.placed', 'order.placed', true],
    ['order.placed', 'order.paid', false],
    ['order', 'order.placed', false],
    ['order.*', 'order.placed', true],
    ['order.*', 'order', false],
    ['order.*', 'order.placed.late', false],
    ['*.placed', 'order.placed', true],
    ['*', 'order', true],
    ['*', 'order.placed', false],
    ['*.*', 'order.placed', true],
    ['#', '', true],
    ['#', 'order.placed.late', true],
    ['order.#', 'order', true],
    ['order.#', 'order.placed.late', true],
    ['order.#', 'invoice.placed', false],
    ['#.late', 'order.placed.late', true],
    ['#.late', 'late', true],
    ['#.late', 'order.late.placed', false],
    ['order.#.late', 'order.late', true],
    ['order.#.late', 'order.placed.by.phone.late', true],
    ['#.*', 'order', true],
    ['*.#.late', 'late', false],
    ['#.#', 'order.placed', true],
    ['ord*', 'order', false],
  ])('%s and %s: %s', (binding, routingKey, expected) => {
    expect(matches(binding, routingKey, 'topic')).toBe(expected);
  });
});

describe('a direct exchange', () => {
  it.each([
    ['order.placed', 'order.placed', true],
    ['order.placed', 'order.paid', false],
    ['order.*', 'order.placed', false],
    ['*.placed', 'order.placed', false],
    ['#', 'order.placed', false],
    ['#', '#', true],
  ])('%s and %s: %s', (binding, routingKey, expected) => {
    expect(matches(binding, routingKey, 'direct')).toBe(expected);
  });
});
