import { describe, expect, it } from 'vitest';
import type { Action } from '../actions';
import { isHolding } from '../hand';
import { planOf } from '../plan';
import type { Queues } from '../queue';
import { apply, enabled, isEnabled, isThreat, step } from '../rules';
import type { BrokerKind, Scenario } from '../scenario/scenario';
import { chanceScenario } from '../scenario/scenario-chance';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { stepAt, worldAfter } from '../trace';
import { begin, type World } from '../world';
import { createExplorer, type Exploration, explore } from './explore';
import { exploreNaively } from './naive-search';

const capped = (scenario: Scenario, states: number): Scenario => ({
  ...scenario,
  budgets: { ...scenario.budgets, states },
});

const brokers: readonly BrokerKind[] = ['rabbitmq', 'rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'];

const smallScenario = (seed: number): Scenario =>
  capped(chanceScenario(seed, { small: true, brokers }), 1000);

/** What both checkers say; where there were too many states, only how many were looked at. */
const verdictOf = ({ verdict, invariant, depth, states, rests, shortest }: Exploration) =>
  verdict === 'sampled' || (verdict === 'broken' && !shortest)
    ? { verdict: 'cut', states }
    : { verdict, invariant, depth, states, rests };

const plainVerdictOf = (scenario: Scenario) => {
  const { verdict, invariant, depth, states, rests } = exploreNaively(scenario);
  return verdict === 'cut' ? { verdict, states } : { verdict, invariant, depth, states, rests };
};

describe('the plain checker agrees', () => {
  const seeds = Array.from({ length: 12 }, (_, index) => index * 10 + 1);

  it.each(seeds)('on ten scenarios by chance, from seed %i', (first) => {
    for (let seed = first; seed < first + 10; seed += 1) {
      const scenario = smallScenario(seed);
      expect(verdictOf(explore(scenario)), `seed ${seed}`).toEqual(plainVerdictOf(scenario));
    }
  });

  it('and chance comes up with every verdict and most invariants', () => {
    const found = Array.from({ length: 120 }, (_, index) => {
      const { verdict, invariant } = explore(smallScenario(index + 1));
      return invariant ?? verdict;
    });
    expect([...new Set(found)].sort()).toEqual(['I1', 'I2', 'I3', 'I4', 'holds', 'sampled']);
  });
});

/** Crashes and redeliveries at every moment, whether they make a difference or not. */
function everyThreat(world: World): readonly Action[] {
  const { spent, plan, relays } = world;
  const { budgets } = plan.scenario;
  const may = ({ do: what, who }: Action): boolean => {
    if (what === 'crash-relay') return (spent.crashes[0] ?? 0) < budgets.crashes && relays.phase[who] !== 0;
    if (what === 'redeliver')
      return (spent.redeliveries[0] ?? 0) < budgets.redeliveries && isHolding(world, who);
    return false;
  };
  return plan.actions.filter((action) => isEnabled(world, action) || may(action));
}

describe('[R181a] threats that make no difference', () => {
  it('add states, and change no verdict', () => {
    let more = 0;
    for (let seed = 201; seed <= 260; seed += 1) {
      const scenario = capped(chanceScenario(seed, { small: true, brokers }), 6000);
      const all = exploreNaively(scenario, everyThreat);
      if (all.verdict === 'cut') continue;
      const { verdict, invariant, states, depth } = explore(scenario);
      expect([verdict, invariant], `seed ${seed}`).toEqual([all.verdict, all.invariant]);
      if (verdict === 'broken') expect(depth, `seed ${seed}`).toBe(all.depth);
      more += all.states - states;
    }
    expect(more).toBeGreaterThan(1000);
  });
});

/** One order, one relay, and nothing goes wrong. */
const calm: Sketch<Scenario> = { workload: { orders: 1 }, budgets: { crashes: 0, redeliveries: 0 } };

describe('how far an exploration went', () => {
  it('one order with nothing to go wrong: each state, and each order of things', () => {
    // Delivery may come at any moment after the publish: before the confirm, between it and the mark, or after both.
    expect(explore(scenarioOf(calm))).toEqual({
      verdict: 'holds',
      invariant: null,
      depth: 8,
      states: 3 + 3 * 4,
      rests: 1,
      schedules: 10,
      bytes: expect.any(Number),
      seed: 1,
      trace: null,
      shortest: false,
      ended: null,
    });
  });

  it.each([
    ['one relay', calm],
    [
      'two relays and two orders',
      {
        workload: { orders: 2 },
        relays: { count: 2, batch: 1, claim: 'skip-locked' },
        budgets: { crashes: 0, redeliveries: 0 },
        invariants: ['I2'],
      },
    ],
    [
      'a dual write',
      { ...calm, publication: 'dual-write', budgets: { crashes: 1, redeliveries: 1 }, invariants: ['I3'] },
    ],
  ] satisfies readonly (readonly [string, Sketch<Scenario>])[])(
    'counts as many schedules as there are, relay for relay: %s',
    (_, sketch) => {
      const scenario = scenarioOf(sketch);
      const { schedules, verdict } = explore(scenario);
      expect([verdict, schedules]).toEqual([
        'holds',
        countSchedules(begin(planOf(scenario, false)), new Map()),
      ]);
    },
  );

  it('states of a broken one are those of all levels down to the break', () => {
    const scenario = scenarioOf({ ...calm, relays: { mark: 'before-publish' }, budgets: { crashes: 1 } });
    const { depth, states } = explore(scenario);
    expect([depth, states]).toEqual([4, statesWithin(begin(planOf(scenario, false)), 4)]);
  });

  it('the lowest-numbered invariant stands for all that break in as few actions', () => {
    // Version 2 is applied twice: I4 breaks with the first effect, I3 with the second, which takes more.
    const twice: Sketch<Scenario> = {
      ...calm,
      consumers: [{ name: 'shipping', dedup: 'none' }],
      budgets: { crashes: 0, redeliveries: 1 },
    };
    expect(explore(scenarioOf({ ...twice, invariants: ['I3', 'I4'] })).invariant).toBe('I3');
    expect(explore(scenarioOf({ ...twice, invariants: ['I4'] })).invariant).toBe('I4');
    expect(explore(scenarioOf({ ...twice, invariants: ['I2'] })).invariant).toBeNull();
  });
});

describe('an exploration in slices', () => {
  const scenario = scenarioOf({ workload: { orders: 2 }, budgets: { crashes: 1, redeliveries: 1 } });

  it.each([1, 7, 100_000])('comes to the same, %i states at a time', (count) => {
    expect(inSlices(scenario, count).exploration).toEqual(explore(scenario));
  });

  it('tells how far it is', () => {
    const { told, exploration } = inSlices(scenario, 100);
    expect(told.length).toBe(Math.floor(exploration.states / 100));
    expect(told.map(({ states }) => states)).toEqual(
      told.map(({ states }) => states).sort((one, other) => one - other),
    );
    expect(told.at(-1)?.depth).toBeLessThanOrEqual(exploration.depth);
  });
});

describe('the trace of a broken invariant', () => {
  const scenario = scenarioOf({
    workload: { orders: 2, aggregates: 1 },
    relays: { count: 2, claim: 'skip-locked', batch: 1 },
    budgets: { crashes: 0, redeliveries: 0 },
  });
  const { trace } = explore(scenario);
  if (trace === null) throw new Error('Two relays break the order.');

  it('takes its steps at moments that a stage can show', () => {
    const steps = Array.from({ length: trace.length }, (_, place) => stepAt(trace, place));
    expect(steps.map(({ at, actor, kind }) => `${at} ${actor} ${kind}`)).toEqual([
      '100 orders committed',
      '200 orders committed',
      '300 relay 1 polled',
      '400 relay 2 polled',
      '500 broker published',
      '600 shipping delivered',
      '700 shipping applied',
    ]);
    expect(trace.end).toBe(700);
  });

  it('has the world after any of its steps', () => {
    expect([0, 1, 3, 4, 7].map((steps) => [...worldAfter(trace, steps).relays.phase])).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(worldAfter(trace, 7).broken.invariants[0]).toBe(0b1000);
    expect(worldAfter(trace, 6).broken.invariants[0]).toBe(0);
  });

  it('is made of actions that the rules allow', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const small = smallScenario(seed);
      const { trace: found, depth, invariant } = explore(small);
      if (found?.path === undefined) continue;
      const world = begin(planOf(small, false));
      for (const { slot } of found.path) {
        const action = enabled(world).find((candidate) => candidate.slot === slot);
        if (action === undefined) throw new Error(`Seed ${seed} takes an action that is not enabled.`);
        apply(world, action);
      }
      expect([found.path.length, invariant === null]).toEqual([depth, false]);
    }
  });
});

describe('past the budget', () => {
  const large = scenarioOf({
    seed: 9,
    workload: { orders: 3, aggregates: 2 },
    relays: { count: 2, claim: 'skip-locked' },
    invariants: ['I2', 'I3', 'I5'],
    budgets: { states: 1000 },
  });

  it('schedules are tried by chance, and it says so', () => {
    const { verdict, states, schedules, seed, trace, ended } = explore(large, { samples: 50 });
    expect([verdict, states, schedules, seed, trace, ended]).toEqual([
      'sampled',
      1000,
      50,
      9,
      null,
      'states',
    ]);
  });

  it('tries 2,000 of them if it is not told otherwise', () => {
    expect(explore(large).schedules).toBe(2000);
  });

  it('memory that is full is a budget, too', () => {
    const { verdict, states, bytes, ended } = explore(
      { ...large, budgets: { ...large.budgets, states: 1e6 } },
      { memory: 2 ** 20, samples: 10 },
    );
    expect([verdict, states > 1000, bytes < 1.5 * 2 ** 20, ended]).toEqual(['sampled', true, true, 'memory']);
  });

  it('a schedule that was not followed to its end is none', () => {
    // One order of things takes more steps than all samples together may.
    const endless = scenarioOf({ workload: { orders: 1_000_000 }, budgets: { states: 1 } });
    const { verdict, states, schedules, ended } = explore(endless, { samples: 1 });
    expect([verdict, states, schedules, ended]).toEqual(['sampled', 1, 0, 'states']);
  });

  it('one state that takes all of the memory leaves nothing to try', () => {
    const { verdict, states, schedules, ended } = explore(large, { memory: 1 });
    expect([verdict, states, schedules, ended]).toEqual(['sampled', 0, 0, 'memory']);
  });

  it('a schedule that breaks something is shown, whole as it was, and is not called the shortest', () => {
    const broken = explore({
      ...large,
      invariants: ['I4'],
      workload: { ...large.workload, aggregates: 1 },
      budgets: { ...large.budgets, states: 10 },
    });
    expect([broken.verdict, broken.invariant, broken.shortest]).toEqual(['broken', 'I4', false]);
    expect(broken.trace?.path?.length).toBe(broken.depth);
    expect(
      broken.trace === null ? 0 : worldAfter(broken.trace, broken.trace.length).broken.invariants[0],
    ).toBe(0b1000);
  });

  it('same seed, same schedules', () => {
    const found = (seed: number) =>
      explore({
        ...large,
        seed,
        invariants: ['I4'],
        workload: { ...large.workload, aggregates: 1 },
        budgets: { ...large.budgets, states: 10 },
      });
    expect(found(4)).toEqual(found(4));
    expect(found(4).trace?.path).not.toEqual(found(5).trace?.path);
  });

  it('a budget that ends within a level does not hide what breaks on that level', () => {
    const first = scenarioOf({
      ...calm,
      relays: { mark: 'before-publish' },
      budgets: { crashes: 1, redeliveries: 0 },
    });
    const { states, depth } = explore(first);
    const cut = explore(capped(first, states));
    expect([cut.verdict, cut.depth, cut.shortest, cut.ended]).toEqual(['broken', depth, true, null]);
  });
});

describe('sizes that nobody can explore end in samples', () => {
  it.each([
    [
      '70 events',
      {
        workload: { orders: 70, aggregates: 5 },
        relays: { count: 3, claim: 'skip-locked' },
        invariants: ['I2'],
      },
      [100, 2, 'states'],
    ],
    [
      '400 events',
      { workload: { orders: 400 }, relays: { count: 2, claim: 'lease' }, invariants: ['I2'] },
      [100, 2, 'states'],
    ],
    [
      '60 events, eight consumers of sixteen',
      {
        workload: { orders: 60 },
        consumers: Array.from({ length: 8 }, (_, index) => ({ name: `c${index}`, count: 16, prefetch: 9 })),
        invariants: ['I2'],
      },
      [100, 2, 'states'],
    ],
    [
      'a million events, of which one state is too large',
      { workload: { orders: 1_000_000, aggregates: 1000 }, relays: { count: 16 } },
      [0, 0, 'memory'],
    ],
  ] satisfies readonly (readonly [string, Sketch<Scenario>, readonly unknown[]])[])(
    '%s',
    (_, sketch, seen) => {
      const scenario = scenarioOf({ ...sketch, budgets: { states: 100 } });
      const { verdict, states, schedules, ended } = explore(scenario, { samples: 2 });
      expect([verdict, states, schedules, ended]).toEqual(['sampled', ...seen]);
    },
  );

  it('a queue of more messages than a byte can count loses none of them', () => {
    const scenario = scenarioOf({ workload: { orders: 40 }, relays: { count: 8 } });
    const world = begin(planOf(scenario, false));
    const takeTurns = (...kinds: readonly Action['do'][]) => {
      const actions = world.plan.actions.filter((action) => kinds.includes(action.do));
      for (let goesOn = true; goesOn; ) {
        const ready = actions.filter((action) => isEnabled(world, action));
        for (const action of ready) if (isEnabled(world, action)) apply(world, action);
        goesOn = ready.length > 0;
      }
    };
    takeTurns('transact');
    // All relays find the same rows, so each of them sends every event.
    takeTurns('relay');
    expect((world.broker.own as unknown as Queues).length[0]).toBe(40 * 8);
    takeTurns('deliver', 'handle');
    expect([...world.groups.effects]).toEqual([0, ...Array.from({ length: 40 }, () => 1)]);
  });
});

function inSlices(scenario: Scenario, count: number) {
  const explorer = createExplorer(scenario);
  const told: { readonly states: number; readonly depth: number }[] = [];
  for (;;) {
    const exploration = explorer.advance(count);
    if (exploration !== null) return { exploration, told };
    told.push(explorer.progress());
  }
}

/** Ways from here to where nothing more can happen, each walked for itself; relays are told apart. */
function countSchedules(world: World, known: Map<string, number>): number {
  const key = world.state.join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const next = enabled(world);
  const count =
    next.length === 0 ? 1 : next.reduce((sum, action) => sum + countSchedules(step(world, action), known), 0);
  known.set(key, count);
  return count;
}

/** Different states in so many actions, where nobody is like another. */
function statesWithin(world: World, depth: number): number {
  const seen = new Set([world.state.join()]);
  let level = [world];
  for (let actions = 0; actions < depth; actions += 1) {
    const next = level.flatMap((before) => enabled(before).map((action) => step(before, action)));
    level = next.filter(({ state }) => !seen.has(state.join()));
    for (const { state } of level) seen.add(state.join());
  }
  expect(level.some((last) => enabled(last).every(isThreat))).toBe(true);
  return seen.size;
}
