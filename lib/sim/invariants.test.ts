import { describe, expect, it } from 'vitest';
import { explore } from './explore/explore';
import { brokenAtRest, brokenIn } from './invariants';
import { planOf } from './plan';
import { enabled, isAtRest, isThreat } from './rules';
import { advance, beginRun } from './run';
import type { Command, Invariant, Scenario } from './scenario/scenario';
import { type Sketch, scenarioOf } from './scenario/scenario-fixture';
import { begin } from './world';

const ALL: readonly Invariant[] = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'];
const calm = { crashes: 0, redeliveries: 0 };

/** What is broken at the end of a run, of all invariants. */
const ends = (sketch: Sketch<Scenario>, deeds: readonly Command[] = []): Invariant | null => {
  const world = beginRun(scenarioOf({ invariants: ALL, ...sketch }), deeds);
  while (advance(world));
  return brokenAtRest(world);
};

const explored = (sketch: Sketch<Scenario>) => {
  const { invariant, depth } = explore(scenarioOf({ invariants: ALL, ...sketch }));
  return invariant === null ? 'holds' : `${invariant} after ${depth}`;
};

const orders = (count: number, aggregates = 1) => ({ workload: { orders: count, aggregates, everyMs: 300 } });

describe('at the end of a run', () => {
  it.each<[Invariant | null, string, Sketch<Scenario>]>([
    [null, 'nothing, of a plain outbox', orders(3)],
    [
      'I1',
      'atomic, by a broker that is away from a dual write',
      { ...orders(2), publication: 'dual-write', faults: [{ do: 'broker-down', from: 0, to: 500 }] },
    ],
    [
      'I2',
      'nothing lost, by a crash after the mark',
      {
        ...orders(2),
        relays: { mark: 'before-publish' },
        faults: [{ do: 'crash-relay', at: { step: 'marked', occurrence: 1 } }],
      },
    ],
    [
      'I3',
      'one effect, by a duplicate without dedup',
      {
        ...orders(1),
        consumers: [{ dedup: 'none' }],
        faults: [{ do: 'crash-relay', at: { step: 'published', occurrence: 1 } }],
      },
    ],
    [
      'I4',
      'in order, by a retry behind the others',
      {
        workload: { orders: 2, aggregates: 1, everyMs: 1 },
        consumers: [{ failures: [1], retry: 'retry-queue' }],
        faults: [{ do: 'slow-consumer', from: 0, to: 9000, factor: 20 }],
      },
    ],
    [
      'I6',
      'isolation, by a halted key that holds up another',
      { ...orders(4, 2), consumers: [{ poison: [1], maxAttempts: 1, park: false }], invariants: ['I6'] },
    ],
  ])('[%s] breaks %s', (invariant, _, sketch) => {
    expect(ends(sketch)).toBe(invariant);
  });

  it('[I2] counts what the relay set aside, what is dead, and what is parked as told of', () => {
    expect(ends({ ...orders(2), relays: { poison: [1], retry: { max: 1 } }, invariants: ['I2'] })).toBe(null);
    expect(ends({ ...orders(2), consumers: [{ poison: [1], maxAttempts: 1 }] })).toBe(null);
    expect(ends({ ...orders(2), consumers: [{ poison: [1], maxAttempts: 1, onPoison: 'skip' }] })).toBe(null);
  });

  it.each<[Invariant | null, string, Sketch<Scenario>]>([
    ['I2', 'RabbitMQ lets fall', { broker: { mandatory: false } }],
    [null, 'mandatory brings back, until its row is set aside', { broker: { mandatory: true } }],
    ['I2', 'comes back when its row is marked', { relays: { mark: 'after-publish' } }],
    [null, 'some other group is bound to', { consumers: [{ bindings: ['order.placed'] }, { name: 'all' }] }],
    [null, 'Kafka keeps in its log', { broker: { kind: 'kafka' } }],
  ])('[I2] [Q3] says %s of an event that no group is bound to and that %s', (invariant, _, sketch) => {
    const consumers = [{ bindings: ['order.placed'] }];
    const relays = { retry: { max: 2 }, ...sketch.relays };
    expect(ends({ ...orders(2), consumers, invariants: ['I2'], ...sketch, relays })).toBe(invariant);
  });

  it('[I2] is about every group by itself', () => {
    const lost = {
      do: 'crash-consumer',
      consumer: 'billing',
      at: { step: 'recorded', occurrence: 1 },
    } as const;
    const consumers = [{ name: 'shipping' }, { name: 'billing', dedup: 'before' }] as const;
    expect(ends({ ...orders(1), consumers, faults: [lost] })).toBe('I2');
    expect(ends({ ...orders(1), consumers })).toBe(null);
  });

  it('[I4] minds a version that the relay set aside, for nobody skipped it', () => {
    expect(ends({ ...orders(2), relays: { poison: [1], retry: { max: 1 } } })).toBe('I4');
  });

  it('[I6] says nothing where no key is halted: that is loss', () => {
    const lost = { mark: 'before-publish' } as const;
    const crash = { do: 'crash-relay', at: { step: 'marked', occurrence: 1 } } as const;
    expect(ends({ ...orders(2, 2), relays: lost, faults: [crash], invariants: ['I6'] })).toBe(null);
  });

  it('leaves no mark of what the scenario does not ask about', () => {
    const world = beginRun(
      scenarioOf({
        ...orders(1),
        consumers: [{ dedup: 'none' }],
        invariants: ['I2'],
        faults: [{ do: 'crash-relay', at: { step: 'published', occurrence: 1 } }],
      }),
    );
    while (advance(world));
    expect(brokenIn(world)).toBe(null);
  });
});

describe('an exploration', () => {
  it.each<[string, string, Sketch<Scenario>]>([
    [
      'P1',
      'I2 after 13',
      {
        ...orders(2, 2),
        workload: { orders: 2, aggregates: 2, overlap: true },
        relays: { cursor: 'last-id' },
      },
    ],
    ['P2', 'I4 after 9', { workload: { orders: 2, aggregates: 1, overlap: true } }],
    [
      'P4',
      'I4 after 9',
      { workload: { orders: 2, aggregates: 1, overlap: true }, relays: { cursor: 'xmin-fence' } },
    ],
    [
      'P6',
      'I4 after 7',
      { ...orders(2), relays: { count: 2, claim: 'skip-locked', batch: 1 }, budgets: calm },
    ],
    ['P7', 'I2 after 8', { ...orders(2, 2), relays: { mark: 'before-publish' } }],
    ['P8, without dedup', 'I3 after 8', { ...orders(1), consumers: [{ dedup: 'none' }] }],
    ['P8, dedup before the effect', 'I2 after 11', { ...orders(1), consumers: [{ dedup: 'before' }] }],
    ['P16', 'I4 after 11', { ...orders(2), consumers: [{ failures: [1], retry: 'retry-queue' }] }],
    ['P18', 'I4 after 16', { workload: { orders: 2, aggregates: 1, overlap: true, versions: 'max' } }],
  ])('%s: %s', (_, expected, sketch) => {
    expect(explored(sketch)).toBe(expected);
  });

  it('[R180] leaves out when things happen', () => {
    const late = { workload: { orders: 2, everyMs: 9000 }, relays: { pollMs: 9000, purgeMs: 1 } } as const;
    expect(explore(scenarioOf(late)).states).toBe(explore(scenarioOf({ workload: { orders: 2 } })).states);
    const told = { ...late, faults: [{ do: 'broker-down', from: 0, to: 100 }] } as const;
    expect(explore(scenarioOf(told)).states).toBe(explore(scenarioOf(late)).states);
  });

  it('[R181] breaks nothing that no threat is paid for', () => {
    const risky: Sketch<Scenario> = { ...orders(1), consumers: [{ dedup: 'none' }] };
    expect(explored({ ...risky, budgets: calm })).toBe('holds');
    expect(explored({ ...risky, budgets: { crashes: 1, redeliveries: 0 } })).toMatch(/^I3/);
    expect(explored({ ...risky, budgets: { crashes: 0, redeliveries: 1 } })).toMatch(/^I3/);
  });

  it('[R182] [R183] takes a transaction, and a crash with its restart, as one action', () => {
    const world = begin(planOf(scenarioOf(orders(1)), false));
    const does = () => enabled(world).map((action) => action.do);
    expect(does()).toEqual(['transact']);
    const calmWorld = begin(planOf(scenarioOf({ ...orders(1), budgets: calm }), false));
    expect(enabled(calmWorld).filter(isThreat)).toEqual([]);
    expect(isAtRest(calmWorld)).toBe(false);
  });

  it('[R184] rests where nothing but threats is left', () => {
    const { verdict, rests } = explore(scenarioOf({ ...orders(1), budgets: calm }));
    expect({ verdict, rests }).toEqual({ verdict: 'holds', rests: 1 });
  });
});
