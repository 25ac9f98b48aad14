import { describe, expect, it } from 'vitest';
import { explore } from '../../explore/explore';
import type { ConsumerSettings, Scenario } from '../../scenario/scenario';
import { type Sketch, scenarioOf } from '../../scenario/scenario-fixture';
import { storyOf } from '../story-fixture';

const redis = { kind: 'redis-streams' } as const;
const oneKey = { orders: 3, aggregates: 1 };
const SLOW = { do: 'slow-consumer', from: 0, to: 60_000, factor: 10 } as const;
const NOTHING_GOES_WRONG = { crashes: 0, redeliveries: 0 };

const crashAt = (step: string, occurrence = 1) =>
  ({ do: 'crash-consumer', at: { step, occurrence } }) as const;

/** What the checker says: a verdict, the invariant that broke, the actions to it and the states seen. */
function verdictOf(sketch: Sketch<Scenario>) {
  const broker = { ...redis, ...sketch.broker };
  const { verdict, invariant, depth, states } = explore(scenarioOf({ ...sketch, broker }));
  return { verdict, invariant, depth, states };
}

describe('a group and its members', () => {
  it('[S1] each entry goes to one member of a group, and to every group', () => {
    const consumers = [{ name: 'shipping', count: 2 }, { name: 'audit' }];
    const lines = storyOf({ broker: redis, workload: { orders: 4, aggregates: 4 }, consumers }, 'applied');
    const events = (group: string) =>
      lines.filter((line) => line.startsWith(group)).map((line) => line.slice(-1));
    expect([events('shipping'), events('audit')]).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('[S2] two members handle at once what belongs together, and its order is lost', () => {
    const budgets = NOTHING_GOES_WRONG;
    const consumers = [{ name: 'shipping', count: 2 }];
    expect(verdictOf({ workload: oneKey, consumers, budgets })).toMatchObject({
      verdict: 'broken',
      invariant: 'I4',
    });
    expect(verdictOf({ workload: oneKey, budgets })).toMatchObject({ verdict: 'holds' });
  });
});

describe('pending entries', () => {
  it('[S3] stay with their member, which reads them first when it is back', () => {
    const scenario = {
      broker: redis,
      workload: oneKey,
      consumers: [{ name: 'shipping', prefetch: 2 }],
      faults: [SLOW, crashAt('delivered', 2)],
    };
    expect(storyOf(scenario, 'delivered', 'redelivered', 'consumer-crashed', 'consumer-restarted')).toEqual([
      'shipping: delivered 1',
      'shipping: delivered 2',
      'shipping: consumer-crashed 1',
      'shipping: consumer-restarted',
      'shipping: redelivered 1',
      'shipping: redelivered 2',
      'shipping: delivered 3',
    ]);
  });

  const lostByOne = (minIdleMs: number) =>
    storyOf(
      {
        broker: { ...redis, minIdleMs },
        workload: oneKey,
        consumers: [{ name: 'shipping', count: 2 }],
        faults: [crashAt('delivered')],
      },
      'delivered',
      'claimed',
      'redelivered',
      'consumer-restarted',
      'applied',
    );

  it('[S4] another claims what was handed out long enough ago, and its turn comes late', () => {
    expect(lostByOne(300)).toEqual([
      'shipping 2: delivered 1',
      'shipping 1: delivered 2',
      'shipping 1: applied 2',
      'shipping 1: claimed 1',
      'shipping 1: redelivered 1',
      'shipping 1: applied 1',
      'shipping 1: delivered 3',
      'shipping 2: consumer-restarted',
      'shipping 1: applied 3',
    ]);
  });

  it('[S4] before that nobody gets it but its own member', () => {
    expect(lostByOne(5000)).toEqual([
      'shipping 2: delivered 1',
      'shipping 1: delivered 2',
      'shipping 1: applied 2',
      'shipping 1: delivered 3',
      'shipping 1: applied 3',
      'shipping 2: consumer-restarted',
      'shipping 2: redelivered 1',
      'shipping 2: applied 1',
    ]);
  });

  it('[S4] what is acknowledged in time is never claimed, however long its member is at work on others', () => {
    const scenario = {
      broker: { ...redis, minIdleMs: 300 },
      workload: { orders: 12, aggregates: 12, everyMs: 30 },
      relays: { count: 4, claim: 'skip-locked', batch: 1, pollMs: 50 },
      consumers: [{ name: 'shipping', count: 2, prefetch: 5 }],
    } as const;
    expect(storyOf(scenario, 'claimed')).toEqual([]);
    expect(storyOf(scenario, 'applied')).toHaveLength(12);
  });
});

describe('a claim from a member that is only slow', () => {
  const slowly = (minIdleMs: number, dedup: 'none' | 'same-transaction') => ({
    broker: { ...redis, minIdleMs },
    workload: { orders: 1 },
    consumers: [{ name: 'shipping', count: 2, dedup }],
    faults: [{ ...SLOW, factor: 20 }],
  });

  it('[S5] has the entry handled twice', () => {
    expect(storyOf(slowly(300, 'none'), 'delivered', 'claimed', 'redelivered', 'applied')).toEqual([
      'shipping 2: delivered 1',
      'shipping 1: claimed 1',
      'shipping 1: redelivered 1',
      'shipping 2: applied 1',
      'shipping 1: applied 1',
    ]);
  });

  it('[S5] does not come where the idle time is longer than the slowest work', () => {
    expect(storyOf(slowly(5000, 'none'), 'claimed', 'applied')).toEqual(['shipping 2: applied 1']);
  });

  it('[S5] is harmless where the id is recorded with the effect', () => {
    expect(storyOf(slowly(300, 'same-transaction'), 'claimed', 'applied', 'skipped')).toEqual([
      'shipping 1: claimed 1',
      'shipping 2: applied 1',
      'shipping 1: skipped 1',
    ]);
  });

  it('[S5] is found by the checker, without any crash', () => {
    const invariants = ['I3'] as const;
    const budgets = { crashes: 0, redeliveries: 1 };
    const found = (dedup: 'none' | 'same-transaction') =>
      verdictOf({ consumers: [{ name: 'shipping', count: 2, dedup }], budgets, invariants });
    expect(found('none')).toMatchObject({ verdict: 'broken', invariant: 'I3', depth: 7 });
    expect(found('same-transaction')).toMatchObject({ verdict: 'holds' });
  });

  it('[S5] costs a redelivery of the budget', () => {
    const consumers = [{ name: 'shipping', count: 2, dedup: 'none' }] as const;
    const found = verdictOf({ consumers, budgets: NOTHING_GOES_WRONG, invariants: ['I3'] });
    expect(found).toMatchObject({ verdict: 'holds' });
  });

  it('[S6] an ack counts whoever has the entry by now: nobody gets it again', () => {
    // At that moment the first member has acknowledged, and the claimer is still at work.
    const crash = { do: 'crash-consumer', at: { ms: 1000 } } as const;
    const scenario = { ...slowly(300, 'none'), faults: [{ ...SLOW, factor: 20 }, crash] };
    expect(storyOf(scenario, 'claimed', 'acked', 'consumer-crashed', 'delivered', 'redelivered')).toEqual([
      'shipping 2: delivered 1',
      'shipping 1: claimed 1',
      'shipping 1: redelivered 1',
      'shipping 2: acked 1',
      'shipping 1: consumer-crashed 1',
    ]);
  });
});

describe('what the stream keeps', () => {
  const trimmed = { broker: { ...redis, maxLength: 1 }, workload: { orders: 4, aggregates: 4 } };

  it('[S7] is trimmed to its length whether anybody has read the rest or not', () => {
    const scenario = { ...trimmed, relays: { pollMs: 2000 }, faults: [{ ...SLOW, factor: 40 }] };
    expect(storyOf(scenario, 'published', 'trimmed', 'delivered')).toEqual([
      'broker: published 1',
      'shipping: delivered 1',
      'broker: published 2',
      'broker: trimmed 2',
      'broker: published 3',
      'broker: trimmed 3',
      'broker: published 4',
      'shipping: delivered 4',
    ]);
  });

  it('[S7] what was trimmed unread is lost', () => {
    const workload = { orders: 2, aggregates: 2 };
    const found = (maxLength: number) =>
      verdictOf({ workload, broker: { maxLength }, budgets: NOTHING_GOES_WRONG });
    expect(found(1)).toMatchObject({ verdict: 'broken', invariant: 'I2' });
    expect(found(2)).toMatchObject({ verdict: 'holds' });
  });

  it('[S7] entries that a group does not want count for the length all the same', () => {
    const consumers = [{ name: 'shipping', bindings: ['order.placed'] }];
    const workload = { orders: 3, aggregates: 1 };
    const found = (maxLength: number) =>
      verdictOf({ workload, consumers, broker: { maxLength }, budgets: NOTHING_GOES_WRONG });
    expect(found(2)).toMatchObject({ verdict: 'broken', invariant: 'I2' });
    expect(found(3)).toMatchObject({ verdict: 'holds' });
  });

  const restarted = (persistent: boolean) =>
    storyOf(
      {
        broker: { ...redis, persistent },
        workload: { orders: 2, aggregates: 1 },
        faults: [
          { ...SLOW, factor: 40 },
          { do: 'broker-restart', at: { step: 'marked', occurrence: 2 } },
        ],
      },
      'delivered',
      'broker-restarted',
      'redelivered',
      'applied',
    );

  it('[S8] lies in memory: a restart without a file loses what was read and what was not', () => {
    expect(restarted(false)).toEqual(['shipping: delivered 1', 'broker: broker-restarted']);
  });

  it('[S8] a restart with a file loses nothing, and members find their lists again', () => {
    expect(restarted(true)).toEqual([
      'shipping: delivered 1',
      'broker: broker-restarted',
      'shipping: redelivered 1',
      'shipping: applied 1',
      'shipping: delivered 2',
      'shipping: applied 2',
    ]);
  });
});

describe('an entry that is trimmed while it is pending', () => {
  const broker = { ...redis, maxLength: 1, minIdleMs: 300 };
  const kinds = ['delivered', 'claimed', 'trimmed', 'missed', 'applied', 'consumer-crashed'] as const;
  const workload = { orders: 2, aggregates: 2 };

  it('[S10] is missed by its own member, who reads its list again when it is back', () => {
    expect(storyOf({ broker, workload, faults: [SLOW, crashAt('published', 2)] }, ...kinds)).toEqual([
      'shipping: delivered 1',
      'shipping: consumer-crashed 1',
      'shipping: missed 1',
      'shipping: delivered 2',
      'shipping: applied 2',
    ]);
  });

  it('[S10] is missed by whoever claims it', () => {
    const scenario = { broker, workload, consumers: [{ name: 'shipping', count: 2 }] };
    const faults = [SLOW, crashAt('delivered')];
    expect(storyOf({ ...scenario, faults }, ...kinds)).toEqual([
      'shipping 2: delivered 1',
      'shipping 2: consumer-crashed 1',
      'shipping 1: delivered 2',
      'shipping 1: applied 2',
      'shipping 1: missed 1',
    ]);
  });

  it('[S10] has its effect all the same where a member that is only slow had read it', () => {
    const scenario = { broker, workload, consumers: [{ name: 'shipping', count: 2 }] };
    const lines = storyOf({ ...scenario, faults: [{ ...SLOW, factor: 60 }] }, 'missed', 'applied');
    expect(lines.toSorted()).toEqual(['shipping 1: applied 2', 'shipping 2: applied 1']);
  });
});

describe('a replay', () => {
  const kinds = ['replayed', 'delivered', 'applied', 'skipped', 'acked'] as const;
  const faults = [{ do: 'replay', at: { ms: 5000 } }] as const;
  const since = (lines: readonly string[]) =>
    lines.slice(lines.findIndex((line) => line.includes('replayed')));

  it('[S11] hands out everything again that the stream still has; who knows the ids skips them', () => {
    const told = (consumer: Sketch<ConsumerSettings>) => {
      const scenario = { broker: redis, workload: oneKey, consumers: [consumer], faults };
      return since(storyOf(scenario, 'replayed', 'applied', 'skipped'));
    };
    const all = (what: string) => [
      'shipping: replayed',
      ...[1, 2, 3].map((event) => `shipping: ${what} ${event}`),
    ];
    expect(told({})).toEqual(all('skipped'));
    expect(told({ dedup: 'none' })).toEqual(all('applied'));
    expect(told({ dedupWindowMs: 1000 })).toEqual(all('applied'));
  });

  it('[S11] of a stream that was trimmed brings back its last entries', () => {
    const broker = { ...redis, maxLength: 2 };
    expect(since(storyOf({ broker, workload: oneKey, faults }, ...kinds))).toEqual([
      'shipping: replayed',
      'shipping: delivered 2',
      'shipping: skipped 2',
      'shipping: acked 2',
      'shipping: delivered 3',
      'shipping: skipped 3',
      'shipping: acked 3',
    ]);
  });

  it('[S11] counts what a group does not want for the length, and never hands it out', () => {
    const broker = { ...redis, maxLength: 2 };
    const consumers = [{ name: 'shipping', bindings: ['order.placed', 'order.shipped'] }];
    expect(since(storyOf({ broker, workload: oneKey, consumers, faults }, 'replayed', 'delivered'))).toEqual([
      'shipping: replayed',
      'shipping: delivered 3',
    ]);
  });

  it('[S11] takes nothing from whoever is at work: an entry that another reads now is handled twice', () => {
    const scenario = {
      broker: redis,
      workload: { orders: 1 },
      consumers: [{ name: 'shipping', count: 2, dedup: 'none' }],
      faults: [
        { ...SLOW, factor: 40 },
        { do: 'replay', at: { step: 'delivered', occurrence: 1 } },
      ],
    } as const;
    expect(storyOf(scenario, 'replayed', 'delivered', 'applied')).toEqual([
      'shipping 2: delivered 1',
      'shipping 1: replayed',
      'shipping 1: delivered 1',
      'shipping 1: applied 1',
      'shipping 2: applied 1',
    ]);
  });
});

describe('retries', () => {
  const retried = (retry: 'in-place' | 'retry-queue') => ({
    budgets: NOTHING_GOES_WRONG,
    consumers: [{ name: 'shipping', failures: [1], retry }],
  });

  it('[S9] in place keep the order; added to the end they break it', () => {
    expect(verdictOf(retried('in-place'))).toMatchObject({ verdict: 'holds' });
    expect(verdictOf(retried('retry-queue'))).toMatchObject({ verdict: 'broken', invariant: 'I4' });
  });

  it('[S9] so do dead letters that are sent once more', () => {
    const consumers = [
      { name: 'shipping', poison: [1], maxAttempts: 1, onPoison: 'skip', redriveMs: 5000 },
    ] as const;
    expect(storyOf({ broker: redis, workload: oneKey, consumers }, 'applied')).toEqual([
      'shipping: applied 2',
      'shipping: applied 3',
      'shipping: applied 1',
    ]);
  });
});

it('every default scenario with one relay and one member holds', () => {
  const holds = { verdict: 'holds', invariant: null, depth: 37, states: 8903 };
  expect(verdictOf({})).toEqual(holds);
  expect(verdictOf({ workload: oneKey })).toEqual(holds);
});
