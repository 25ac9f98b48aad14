import { describe, expect, it } from 'vitest';
import { explore } from '../../explore/explore';
import type { Scenario } from '../../scenario/scenario';
import { type Sketch, scenarioOf } from '../../scenario/scenario-fixture';
import { run, stepAt } from '../../trace';
import { linesOf, storyOf } from '../story-fixture';

const broker = { kind: 'outbox' } as const;
const NOTHING_GOES_WRONG = { crashes: 0, redeliveries: 0 };

/** Nobody is done with anything before all of it is there. */
const SLOW = { do: 'slow-consumer', from: 0, to: 60_000, factor: 100 } as const;

const judge = (sketch: Sketch<Scenario>) => {
  const { verdict, invariant } = explore(scenarioOf({ broker, ...sketch }));
  return invariant === null ? verdict : `${verdict} ${invariant}`;
};

describe('the table is the queue', () => {
  it('[T1] nobody publishes: a member takes the row, and marks it with its effect', () => {
    expect(storyOf({ broker, workload: { orders: 1 } })).toEqual([
      'orders: inserted 1',
      'orders: committed 1',
      'shipping: delivered 1',
      'shipping: applied 1',
      'shipping: marked 1',
    ]);
  });

  it('[T2] effect and mark are one transaction: no crash makes two effects, with no ids recorded', () => {
    expect(judge({ consumers: [{ dedup: 'none' }] })).toBe('holds');
  });

  it('[T2] an id that is recorded in a transaction of its own loses the effect all the same', () => {
    const { invariant, trace } = explore(
      scenarioOf({ broker, workload: { orders: 1 }, consumers: [{ dedup: 'before' }] }),
    );
    expect(invariant).toBe('I2');
    expect(trace && linesOf(trace)).toEqual([
      'orders: committed 1',
      'shipping: delivered 1',
      'shipping: recorded 1',
      'shipping: consumer-crashed 1',
      'shipping: delivered 1',
      'shipping: skipped 1',
      'shipping: marked 1',
    ]);
  });

  it('[T3] a crash rolls back: the lock is gone, and the row is there as if nobody had tried', () => {
    const faults = [SLOW, { do: 'crash-consumer', at: { step: 'delivered' } }] as const;
    const consumers = [{ count: 2 }];
    const kinds = ['delivered', 'redelivered', 'consumer-crashed', 'applied'] as const;
    expect(storyOf({ broker, workload: { orders: 1 }, consumers, faults }, ...kinds)).toEqual([
      'shipping 1: delivered 1',
      'shipping 1: consumer-crashed 1',
      'shipping 2: delivered 1',
      'shipping 2: applied 1',
    ]);
  });
});

describe('two members', () => {
  const two = [{ count: 2 }];

  it('[T4] never hold the same row', () => {
    const workload = { orders: 30, everyMs: 20 };
    const lines = storyOf({ broker, workload, consumers: two, faults: [SLOW] }, 'delivered');
    const taken = lines.map((line) => line.replace(/.* /, ''));
    expect(new Set(taken).size).toBe(30);
    expect(taken.length).toBe(30);
  });

  it('[T5] break the order of a key: one skips the row that the other has locked', () => {
    const scenario = { workload: { orders: 2, aggregates: 1 }, budgets: NOTHING_GOES_WRONG };
    expect(judge({ ...scenario, consumers: two })).toBe('broken I4');
  });

  it('[T5] keep it where only the oldest open row of a key may be taken', () => {
    expect(judge({ relays: { claim: 'head-of-key' }, consumers: two })).toBe('holds');
  });

  it('[T5] leave other keys alone then', () => {
    const relays = { claim: 'head-of-key' } as const;
    const workload = { orders: 3, aggregates: 2, everyMs: 10 };
    const lines = storyOf(
      { broker, workload, relays, consumers: two, faults: [SLOW] },
      'delivered',
      'applied',
    );
    expect(lines.slice(0, 3)).toEqual([
      'shipping 2: delivered 1',
      'shipping 1: delivered 2',
      'shipping 2: applied 1',
    ]);
  });
});

describe('retries and dead letters', () => {
  const kinds = ['failed', 'requeued', 'dead-lettered', 'marked', 'redriven', 'applied'] as const;

  it('[T6] a row that failed goes behind the others, and the order of its key with it', () => {
    const consumers = [{ failures: [1], retry: 'retry-queue' }] as const;
    const scenario = { broker, workload: { orders: 3, aggregates: 1 }, consumers };
    expect(storyOf({ ...scenario, faults: [SLOW] }, ...kinds)).toEqual([
      'shipping: failed 1',
      'shipping: requeued 1',
      'shipping: applied 2',
      'shipping: marked 2',
      'shipping: applied 3',
      'shipping: marked 3',
      'shipping: applied 1',
      'shipping: marked 1',
    ]);
    expect(judge(scenario)).toBe('broken I4');
    expect(judge({ ...scenario, relays: { claim: 'head-of-key' } })).toBe('holds');
  });

  it('[T7] a dead letter is marked as done, and a redrive opens its row again', () => {
    const consumers = [{ poison: [1], maxAttempts: 2, onPoison: 'skip', redriveMs: 5000 }] as const;
    expect(storyOf({ broker, workload: { orders: 2 }, consumers }, ...kinds)).toEqual([
      'shipping: failed 1',
      'shipping: failed 1',
      'shipping: dead-lettered 1',
      'shipping: marked 1',
      'shipping: applied 2',
      'shipping: marked 2',
      'shipping: redriven',
      'shipping: applied 1',
      'shipping: marked 1',
    ]);
  });

  it('[T7] a redrive opens a row that was purged as well', () => {
    const consumers = [{ poison: [1], maxAttempts: 1, onPoison: 'skip', redriveMs: 5000 }] as const;
    const scenario = { broker, workload: { orders: 1 }, relays: { purgeMs: 1000 }, consumers };
    expect(storyOf(scenario, 'purged', 'redriven', 'delivered', 'applied')).toEqual([
      'shipping: delivered 1',
      'orders: purged 1',
      'shipping: redriven',
      'shipping: delivered 1',
      'shipping: applied 1',
    ]);
  });
});

describe('several groups', () => {
  const consumers = [
    { name: 'shipping', bindings: ['order.placed'] },
    { name: 'billing', bindings: ['#'] },
  ];

  it('[T8] have a column each, and the row is dispatched with the last of those that want it', () => {
    const trace = run(
      scenarioOf({ broker, workload: { orders: 2, aggregates: 1 }, relays: { purgeMs: 1 }, consumers }),
    );
    expect(linesOf(trace, ['marked', 'purged'])).toEqual([
      'shipping: marked 1',
      'billing: marked 1',
      'orders: purged 1',
      'billing: marked 2',
      'orders: purged 2',
    ]);
  });

  it('[T8] do not wait for each other', () => {
    expect(judge({ consumers: [{ name: 'shipping' }, { name: 'billing' }] })).toBe('holds');
  });
});

describe('where time passes', () => {
  it('[T9] an idle member looks at its beats, a busy one at once', () => {
    const trace = run(scenarioOf({ broker, workload: { orders: 3, everyMs: 10 }, relays: { pollMs: 1000 } }));
    const found = linesOf(trace).flatMap((line, place) =>
      line.includes('delivered') ? [Math.round(stepAt(trace, place).at)] : [],
    );
    expect(found).toEqual([1002, 1095, 1193]);
  });

  it('[T10] a restart of the database loses nothing', () => {
    const faults = [SLOW, { do: 'broker-restart', at: { step: 'delivered' } }] as const;
    const kinds = ['delivered', 'broker-restarted', 'applied'] as const;
    expect(storyOf({ broker, workload: { orders: 2 }, faults }, ...kinds)).toEqual([
      'shipping: delivered 1',
      'broker: broker-restarted',
      'shipping: delivered 1',
      'shipping: applied 1',
      'shipping: delivered 2',
      'shipping: applied 2',
    ]);
  });

  it('[T11] there is nothing to publish to', () => {
    const scenario = { broker, publication: 'dual-write', workload: { orders: 1 } } as const;
    expect(storyOf(scenario, 'published', 'returned')).toEqual(['orders: returned 1']);
  });
});

describe('in every order of things', () => {
  it('holds for three orders, two crashes and two redeliveries', () => {
    const { verdict, states } = explore(scenarioOf({ broker }));
    expect([verdict, states]).toEqual(['holds', 46]);
  });
});
