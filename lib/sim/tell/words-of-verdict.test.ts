import { expect, it } from 'vitest';
import type { Exploration } from '../explore/explore';
import { INVARIANTS } from '../scenario/scenario';
import { effortOf, INVARIANT_NAMES, verdictOf } from './words-of-verdict';

const found = (part: Partial<Exploration>): Exploration => ({
  verdict: 'holds',
  invariant: null,
  depth: 20,
  states: 8669,
  rests: 1,
  schedules: 510_000,
  bytes: 0,
  seed: 42,
  trace: null,
  shortest: false,
  ended: null,
  ...part,
});

it.each([
  [found({}), 'holds within these budgets', '8,669 states, 510,000 orders of things'],
  [found({ schedules: 7.24e14 }), 'holds within these budgets', '8,669 states, 7.2 × 10^14 orders of things'],
  [
    found({ schedules: Number.POSITIVE_INFINITY }),
    'holds within these budgets',
    '8,669 states, endlessly many orders of things',
  ],
  [
    found({ verdict: 'broken', invariant: 'I3', depth: 8, states: 1, schedules: 1, shortest: true }),
    'broken: I3 (one effect) after 8 steps',
    '1 state, 1 order of things',
  ],
  [
    found({ verdict: 'broken', invariant: 'I1', depth: 1, schedules: 6 }),
    'broken: I1 (atomic) after 1 step, in an order found by chance; there may be a shorter one',
    '8,669 states, 6 orders of things, picked by chance from seed 42',
  ],
  [
    found({ verdict: 'sampled', states: 2_000_000, schedules: 2000, ended: 'states' }),
    'sampled: nothing broke in the orders that were tried, and there are more than the budget of states allows',
    '2,000,000 states, 2,000 orders of things, picked by chance from seed 42',
  ],
  [
    found({ verdict: 'sampled', schedules: 1, ended: 'memory' }),
    'sampled: nothing broke in the orders that were tried, and there are more than memory has room for',
    '8,669 states, 1 order of things, picked by chance from seed 42',
  ],
  [
    found({ verdict: 'sampled', states: 3, schedules: 0, ended: 'states' }),
    'sampled: no order of things could be followed to its end, and there are more than the budget of states allows',
    '3 states',
  ],
  [
    found({ verdict: 'sampled', states: 0, schedules: 0, ended: 'memory' }),
    'sampled: nothing could be tried, since one state alone is too large',
    '0 states',
  ],
])('tells what an exploration came to: %j', (exploration, verdict, effort) => {
  expect(verdictOf(exploration)).toBe(verdict);
  expect(effortOf(exploration)).toBe(effort);
});

it('has a name for every invariant', () => {
  expect(Object.keys(INVARIANT_NAMES)).toEqual(INVARIANTS);
});
