import { describe, expect, it } from 'vitest';
import { nextBelow, type Random, seeded } from '@/lib/shared/random';
import { planOf } from '../plan';
import { apply, enabled, step } from '../rules';
import type { BrokerKind, Scenario } from '../scenario/scenario';
import { chanceScenario } from '../scenario/scenario-chance';
import { scenarioOf } from '../scenario/scenario-fixture';
import { begin, copy, type World } from '../world';
import { createSorter } from './symmetry';

/** The one that stands for this world and all that are like it. */
function canonical(world: World): World {
  const twin = copy(world);
  createSorter(twin)();
  return twin;
}

const textOf = (world: World): string => canonical(world).state.join();

/** All that may come next, whoever does it. */
const successors = (world: World): readonly string[] =>
  enabled(world)
    .map((action) => textOf(step(world, action)))
    .sort();

function walkOn(world: World, random: Random): boolean {
  const next = enabled(world);
  const action = next[nextBelow(random, next.length)];
  if (action !== undefined) apply(world, action);
  return action !== undefined;
}

/** Worlds of a random schedule. */
function* walk(scenario: Scenario, seed: number, most: number) {
  const world = begin(planOf(scenario, false));
  const random = seeded(seed);
  for (let count = 0; count < most && walkOn(world, random); count += 1) yield world;
}

describe('those who are alike', () => {
  it('may change places: two relays that did the same in turn', () => {
    const scenario = scenarioOf({
      workload: { orders: 2 },
      relays: { count: 2, claim: 'skip-locked', batch: 1 },
    });
    const world = begin(planOf(scenario, false));
    const transact = world.plan.actions.find((action) => action.do === 'transact');
    const relays = world.plan.actions.filter((action) => action.do === 'relay');
    if (transact === undefined) throw new Error('There is a session.');
    apply(world, transact);
    const [one, other] = relays.map((relay) => step(world, relay));
    if (one === undefined || other === undefined) throw new Error('There are two relays.');
    expect(one.state.join()).not.toBe(other.state.join());
    expect(textOf(one)).toBe(textOf(other));
  });

  it('stay apart where they differ in more than their number', () => {
    const scenario = scenarioOf({
      workload: { orders: 2 },
      relays: { count: 2, batch: 1, claim: 'skip-locked' },
    });
    const world = begin(planOf(scenario, false));
    const twin = copy(world);
    world.relays.phase.set([1, 2]);
    twin.relays.phase.set([1, 1]);
    expect(textOf(world)).not.toBe(textOf(twin));
  });

  it('are sorted once and for all', () => {
    for (const world of walk(chanceScenario(7, { small: true }), 7, 40)) {
      expect(textOf(canonical(world))).toBe(textOf(world));
    }
  });
});

const kinds: readonly BrokerKind[] = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'];

describe('the one that stands for the others has the same futures', () => {
  it.each(kinds)('%s', (kind) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const scenario = chanceScenario(seed, { small: true, brokers: [kind] });
      for (const world of walk(scenario, seed, 40)) {
        expect(successors(canonical(world)), `seed ${seed}`).toEqual(successors(world));
      }
    }
  });
});
