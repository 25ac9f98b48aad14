import { describe, expect, it } from 'vitest';
import { explore } from '@/lib/sim/explore/explore';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { explorePlainly } from './plain-exploration';

describe('the plain checker', () => {
  it.each([
    ['one relay', { workload: { orders: 2, aggregates: 1 } }],
    [
      'two relays that are alike',
      { workload: { orders: 2 }, relays: { count: 2, claim: 'skip-locked' }, invariants: ['I2', 'I3', 'I5'] },
    ],
  ] as const)('finds as many states as the real one: %s', (_, sketch) => {
    const { verdict, states } = explore(scenarioOf(sketch));
    expect(verdict).toBe('holds');
    expect(explorePlainly(scenarioOf(sketch))).toBe(states);
  });

  it('ends where something is broken', () => {
    expect(explorePlainly(scenarioOf({ workload: { orders: 1 }, relays: { mark: 'before-publish' } }))).toBe(
      -1,
    );
  });
});
