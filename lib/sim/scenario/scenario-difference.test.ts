import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrokerKind, Scenario } from './scenario';
import { chanceScenario } from './scenario-chance';
import { complete } from './scenario-defaults';
import { differenceOf } from './scenario-difference';
import { type Sketch, scenarioOf } from './scenario-fixture';

const BROKERS: readonly BrokerKind[] = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'];

describe('what is left of a scenario without its defaults', () => {
  it.each<readonly [string, Sketch<Scenario>, object]>([
    ['nothing but the seed', {}, {}],
    [
      'the keys that differ',
      { relays: { claim: 'lease', retry: { max: 2 } } },
      { relays: { claim: 'lease', retry: { max: 2 } } },
    ],
    [
      'a consumer that is like any other, where there are two',
      { consumers: [{}, { name: 'billing' }] },
      { consumers: [{}, { name: 'billing' }] },
    ],
    [
      'no occurrence of a step where it is the first',
      { faults: [{ do: 'crash-relay', at: { step: 'published' } }] },
      { faults: [{ do: 'crash-relay', at: { step: 'published' } }] },
    ],
    ['no invariants that are judged anyway', { invariants: ['I2', 'I3', 'I4', 'I5'] }, {}],
    ['those that are chosen', { invariants: ['I3'] }, { invariants: ['I3'] }],
  ])('is %s', (_, sketch, left) => {
    expect(differenceOf(scenarioOf(sketch))).toEqual({ seed: 1, ...left });
  });

  it('makes the same scenario again', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const scenario = chanceScenario(seed, { brokers: BROKERS });
        expect(complete(differenceOf(scenario))).toEqual(scenario);
      }),
      { numRuns: 300 },
    );
  });
});
