import { describe, expect, it } from 'vitest';
import { explore } from '../../explore/explore';
import { viewOf } from '../../look/view';
import type { ConsumerSettings, Scenario } from '../../scenario/scenario';
import { type Sketch, scenarioOf } from '../../scenario/scenario-fixture';
import { run, worldAfter, worldAt } from '../../trace';
import { storyOf } from '../story-fixture';

const kafka = { kind: 'kafka' } as const;
const oneKey = { orders: 3, aggregates: 1 };
const SLOW = { do: 'slow-consumer', from: 0, to: 60_000, factor: 10 } as const;
const NOTHING_GOES_WRONG = { crashes: 0, redeliveries: 0 };

const crashAt = (step: string, occurrence = 1) =>
  ({ do: 'crash-consumer', at: { step, occurrence } }) as const;

/** What the checker says: a verdict, the invariant that broke, the actions to it and the states seen. */
function verdictOf(sketch: Sketch<Scenario>) {
  const broker = { ...kafka, ...sketch.broker };
  const { verdict, invariant, depth, states } = explore(scenarioOf({ ...sketch, broker }));
  return { verdict, invariant, depth, states };
}

describe('keys, partitions and offsets', () => {
  it('[K1] the key of a record chooses its partition, in which it lies behind those that came before', () => {
    const workload = { orders: 6, aggregates: 3 };
    const faults = [{ ...SLOW, factor: 1000 }];
    const trace = run(scenarioOf({ workload, faults, broker: { ...kafka, partitions: 2 } }));
    // Aggregates 1 and 3 share a partition.
    expect(
      viewOf(worldAt(trace, 3000)).broker.lanes.map(({ name, messages }) => [
        name,
        ...messages.map(({ event }) => event),
      ]),
    ).toEqual([
      ['shipping, partition 0', 1, 3, 4, 6],
      ['shipping, partition 1', 2, 5],
    ]);
  });

  it('[K2] a group has an offset of its own for each partition, which no crash and no other group moves', () => {
    const consumers = [{ name: 'shipping' }, { name: 'audit' }];
    const faults = [crashAt('acked', 2)];
    const trace = run(
      scenarioOf({ broker: kafka, workload: { orders: 3, aggregates: 2 }, consumers, faults }),
    );
    const { committed } = worldAfter(trace, trace.length).broker.own as unknown as { committed: Int32Array };
    expect([...committed]).toEqual([2, 1, 2, 1]);
  });

  it('[K2] a slow group holds nobody up', () => {
    const consumers = [{ name: 'shipping' }, { name: 'audit' }];
    const faults = [{ ...SLOW, consumer: 'audit', factor: 100 }];
    expect(storyOf({ broker: kafka, workload: oneKey, consumers, faults }, 'applied')).toEqual([
      'shipping: applied 1',
      'shipping: applied 2',
      'shipping: applied 3',
      'audit: applied 1',
      'audit: applied 2',
      'audit: applied 3',
    ]);
  });

  it('[K3] a partition belongs to one member, and a member beyond the last partition is idle', () => {
    const scenario = {
      broker: { ...kafka, partitions: 2 },
      workload: { orders: 4, aggregates: 4, everyMs: 1 },
      consumers: [{ name: 'shipping', count: 3 }],
    };
    expect(storyOf(scenario, 'delivered').toSorted()).toEqual([
      'shipping 1: delivered 1',
      'shipping 1: delivered 3',
      'shipping 2: delivered 2',
      'shipping 2: delivered 4',
    ]);
  });
});

describe('members that leave and return', () => {
  const two = {
    broker: { ...kafka, partitions: 2 },
    workload: { orders: 4, aggregates: 2 },
    consumers: [{ name: 'shipping', count: 2 }],
  };

  it('[K4] its partitions go to another, who begins at the committed offset; it gets its share when it is back', () => {
    const kinds = [
      'rebalanced',
      'delivered',
      'redelivered',
      'consumer-crashed',
      'consumer-restarted',
    ] as const;
    expect(storyOf({ ...two, faults: [SLOW, crashAt('delivered')] }, ...kinds)).toEqual([
      'shipping 1: delivered 1',
      'shipping 1: consumer-crashed 1',
      'shipping 2: delivered 2',
      'shipping 2: rebalanced',
      'shipping 2: redelivered 1',
      'shipping 1: consumer-restarted',
      'shipping 2: delivered 4',
      'shipping 1: rebalanced',
      'shipping 1: delivered 3',
    ]);
  });

  it('[K4] [K7] whoever gets them, a key is never with two: no order of things breaks anything', () => {
    expect(verdictOf({ consumers: [{ name: 'shipping', count: 2 }] })).toEqual({
      verdict: 'holds',
      invariant: null,
      depth: 39,
      states: 54_111,
    });
  });

  it('[K4] what was handled and not committed is handled again by the next member, unless ids are recorded', () => {
    const consumers = [{ name: 'shipping', count: 2, dedup: 'none' }] as const;
    const budgets = { crashes: 0, redeliveries: 1 };
    const found = verdictOf({ workload: { orders: 1 }, consumers, budgets });
    expect(found).toMatchObject({ verdict: 'broken', invariant: 'I3' });
  });
});

describe('when the offset is committed', () => {
  const oneOrder = { workload: { orders: 1 }, faults: [crashAt('delivered')] };

  it('[K5] after the work: a crash repeats it', () => {
    const broker = { ...kafka, commit: 'after' } as const;
    expect(storyOf({ ...oneOrder, broker }, 'delivered', 'redelivered', 'applied')).toEqual([
      'shipping: delivered 1',
      'shipping: redelivered 1',
      'shipping: applied 1',
    ]);
  });

  it('[K6] before the work: a crash loses it', () => {
    const broker = { ...kafka, commit: 'before' } as const;
    const kinds = ['delivered', 'redelivered', 'missed', 'applied', 'consumer-crashed'] as const;
    expect(storyOf({ ...oneOrder, broker }, ...kinds)).toEqual([
      'shipping: delivered 1',
      'shipping: missed 1',
      'shipping: consumer-crashed 1',
    ]);
    expect(verdictOf({ workload: { orders: 1 }, broker: { commit: 'before' } })).toMatchObject({
      verdict: 'broken',
      invariant: 'I2',
    });
  });
});

describe('what is missed, with offsets committed before the work', () => {
  const broker = { ...kafka, commit: 'before' } as const;

  it('[K6] is all that the member had in hand, but for what it was done with', () => {
    const consumers = [{ name: 'shipping', prefetch: 3 }];
    const scenario = {
      broker,
      workload: oneKey,
      consumers,
      faults: [{ ...SLOW, factor: 40 }, crashAt('applied')],
    };
    expect(storyOf(scenario, 'applied', 'missed', 'consumer-crashed')).toEqual([
      'shipping: applied 1',
      'shipping: missed 2',
      'shipping: missed 3',
      'shipping: consumer-crashed 1',
    ]);
  });

  it('[K6] is missed as well when only the connection broke', () => {
    const faults = [SLOW, { do: 'redeliver', at: { step: 'delivered', occurrence: 1 } }] as const;
    expect(storyOf({ broker, workload: oneKey, faults }, 'missed', 'applied')).toEqual([
      'shipping: missed 1',
      'shipping: applied 2',
      'shipping: applied 3',
    ]);
  });
});

describe('order', () => {
  it('[K7] one relay keeps it, however the keys lie on the partitions', () => {
    for (const partitions of [1, 2, 3]) {
      expect(verdictOf({ broker: { partitions } })).toMatchObject({ verdict: 'holds', invariant: null });
    }
  });

  it('[K7] two relays lose it before the log has it', () => {
    const relays = { count: 2, claim: 'skip-locked', batch: 1 } as const;
    expect(verdictOf({ workload: oneKey, relays })).toEqual({
      verdict: 'broken',
      invariant: 'I4',
      depth: 7,
      states: 117,
    });
  });

  it('[K8] a retry in place holds up the partition and keeps the order; a retry topic breaks it', () => {
    const retried = (retry: 'in-place' | 'retry-queue') => ({
      budgets: NOTHING_GOES_WRONG,
      consumers: [{ name: 'shipping', failures: [1], retry }],
    });
    expect(verdictOf(retried('in-place'))).toMatchObject({ verdict: 'holds' });
    expect(verdictOf(retried('retry-queue'))).toMatchObject({ verdict: 'broken', invariant: 'I4' });
  });

  it('[K8] the group is past a record that it sent to its retry topic, and past the retry', () => {
    const consumers = [{ name: 'shipping', failures: [1], retry: 'retry-queue' }] as const;
    const trace = run(scenarioOf({ broker: kafka, workload: { orders: 1 }, consumers }));
    const { committed, length } = worldAfter(trace, trace.length).broker.own as unknown as {
      committed: Int32Array;
      length: Int32Array;
    };
    expect([...committed, ...length]).toEqual([2, 0]);
  });

  it('[K8] a retry topic is the group’s own: no other group sees the record again', () => {
    const consumers = [
      { name: 'shipping', failures: [1], retry: 'retry-queue' },
      { name: 'audit', dedup: 'none' },
    ] as const;
    const budgets = { ...NOTHING_GOES_WRONG };
    expect(verdictOf({ workload: { orders: 1 }, consumers, budgets })).toMatchObject({ verdict: 'holds' });
  });

  it('[K9] a dead letter that is sent once more comes after what the log has by then', () => {
    const consumers = [
      { name: 'shipping', poison: [1], maxAttempts: 1, onPoison: 'skip', redriveMs: 5000 },
    ] as const;
    expect(storyOf({ broker: kafka, workload: oneKey, consumers }, 'applied')).toEqual([
      'shipping: applied 2',
      'shipping: applied 3',
      'shipping: applied 1',
    ]);
  });
});

describe('what the log keeps', () => {
  it('[K10] a record that gets too old is gone, whether the group has read it or not', () => {
    const scenario = {
      broker: { ...kafka, retentionMs: 600 },
      workload: oneKey,
      faults: [{ ...SLOW, factor: 40 }],
    };
    expect(storyOf(scenario, 'delivered', 'missed', 'applied')).toEqual([
      'shipping: delivered 1',
      'shipping: missed 2',
      'shipping: missed 3',
      'shipping: applied 1',
    ]);
  });

  it('[K10] a group that keeps up misses nothing', () => {
    expect(
      storyOf({ broker: { ...kafka, retentionMs: 600 }, workload: oneKey }, 'missed', 'applied'),
    ).toEqual(['shipping: applied 1', 'shipping: applied 2', 'shipping: applied 3']);
  });

  it('[K11] a record is taken whether anybody wants it or not', () => {
    const consumers = [{ name: 'shipping', bindings: ['order.paid'] }];
    const scenario = { broker: kafka, workload: { orders: 2, aggregates: 1 }, consumers };
    expect(storyOf(scenario, 'published', 'returned', 'dropped', 'delivered')).toEqual([
      'broker: published 1',
      'broker: published 2',
      'shipping: delivered 2',
    ]);
  });

  it('[K11] a restart loses nothing', () => {
    const faults = [SLOW, { do: 'broker-restart', at: { step: 'delivered', occurrence: 1 } }] as const;
    const scenario = { broker: kafka, workload: oneKey, faults };
    expect(storyOf(scenario, 'broker-restarted', 'redelivered', 'applied')).toEqual([
      'broker: broker-restarted',
      'shipping: redelivered 1',
      'shipping: applied 1',
      'shipping: applied 2',
      'shipping: applied 3',
    ]);
  });
});

describe('a replay', () => {
  const replayAt = (step: string, occurrence = 1) => ({ do: 'replay', at: { step, occurrence } }) as const;
  const kinds = ['replayed', 'delivered', 'redelivered', 'applied', 'skipped'] as const;
  const afterReplay = (lines: readonly string[]) => lines.slice(lines.indexOf('shipping: replayed'));

  it('[K12] sets the group back to the first record, and known ids are skipped', () => {
    const faults = [replayAt('acked', 3)];
    expect(afterReplay(storyOf({ broker: kafka, workload: oneKey, faults }, ...kinds))).toEqual([
      'shipping: replayed',
      'shipping: delivered 1',
      'shipping: skipped 1',
      'shipping: delivered 2',
      'shipping: skipped 2',
      'shipping: delivered 3',
      'shipping: skipped 3',
    ]);
  });

  it('[K12] makes every effect twice where ids are not recorded, or have been forgotten by then', () => {
    const doubled = ['shipping: replayed', ...[1, 2, 3].map((event) => `shipping: applied ${event}`)];
    const told = (consumer: Sketch<ConsumerSettings>, ms: number) => {
      const faults = [{ do: 'replay', at: { ms } }] as const;
      const scenario = { broker: kafka, workload: oneKey, consumers: [consumer], faults };
      return afterReplay(storyOf(scenario, 'replayed', 'applied'));
    };
    expect(told({ dedup: 'none' }, 3000)).toEqual(doubled);
    expect(told({ dedupWindowMs: 2000 }, 9000)).toEqual(doubled);
    expect(told({ dedupWindowMs: 20_000 }, 9000)).toEqual(['shipping: replayed']);
    expect(told({}, 9000)).toEqual(['shipping: replayed']);
  });

  it('[K12] keeps the order of each key, however many read', () => {
    const scenario = {
      broker: { ...kafka, partitions: 2 },
      workload: { orders: 12, aggregates: 3, everyMs: 30 },
      consumers: [{ name: 'shipping', count: 3, dedup: 'none', prefetch: 3 }],
      faults: [replayAt('acked', 8)],
    } as const;
    const lines = storyOf(scenario, 'replayed', 'applied');
    const again = lines
      .slice(lines.indexOf('shipping 1: replayed') + 1)
      .map((line) => Number(line.split(' ').at(-1)));
    const byKey = [0, 1, 2].map((key) => again.filter((event) => event % 3 === key));
    expect(byKey).toEqual([
      [3, 6, 9, 12],
      [1, 4, 7, 10],
      [2, 5, 8, 11],
    ]);
  });

  it('[K12] takes what members have in hand from them: it is read again in its turn', () => {
    const faults = [SLOW, replayAt('delivered', 2)];
    expect(storyOf({ broker: kafka, workload: oneKey, faults }, ...kinds)).toEqual([
      'shipping: delivered 1',
      'shipping: applied 1',
      'shipping: delivered 2',
      'shipping: replayed',
      'shipping: delivered 1',
      'shipping: skipped 1',
      'shipping: redelivered 2',
      'shipping: applied 2',
      'shipping: delivered 3',
      'shipping: applied 3',
    ]);
  });

  it('[K12] goes back to what retention has left', () => {
    const broker = { ...kafka, retentionMs: 2200 };
    const faults = [{ do: 'replay', at: { ms: 3400 } }] as const;
    const workload = { orders: 3, aggregates: 1, everyMs: 700 };
    expect(afterReplay(storyOf({ broker, workload, faults }, ...kinds))).toEqual([
      'shipping: replayed',
      'shipping: delivered 2',
      'shipping: skipped 2',
      'shipping: delivered 3',
      'shipping: skipped 3',
    ]);
    const late = [{ do: 'replay', at: { ms: 9000 } }] as const;
    expect(storyOf({ broker, workload, faults: late }, 'replayed')).toEqual([]);
  });

  it('[K12] brings back what was committed before it was handled', () => {
    const broker = { ...kafka, commit: 'before' } as const;
    const faults = [crashAt('delivered'), { do: 'replay', at: { ms: 5000 } }] as const;
    expect(storyOf({ broker, workload: { orders: 1 }, faults }, 'missed', ...kinds)).toEqual([
      'shipping: delivered 1',
      'shipping: missed 1',
      'shipping: replayed',
      'shipping: delivered 1',
      'shipping: applied 1',
    ]);
  });

  it('[K12] concerns the group that is named, and moves its offsets alone', () => {
    const consumers = [{ name: 'shipping' }, { name: 'audit' }];
    const faults = [{ do: 'replay', at: { ms: 5000 }, consumer: 'audit' }] as const;
    const scenario = scenarioOf({ broker: kafka, workload: oneKey, consumers, faults });
    const trace = run(scenario);
    expect(storyOf(scenario, 'replayed')).toEqual(['audit: replayed']);
    const { committed } = worldAt(trace, 5010).broker.own as unknown as { committed: Int32Array };
    expect([...committed]).toEqual([3, 0]);
  });

  it('[K12] leaves no step where the group has not got anywhere yet, or nobody can be reached', () => {
    const early = [{ do: 'replay', at: { ms: 50 } }] as const;
    expect(storyOf({ broker: kafka, faults: early }, 'replayed')).toEqual([]);
    const away = [
      { do: 'broker-down', from: 4000, to: 6000 },
      { do: 'replay', at: { ms: 5000 } },
    ] as const;
    expect(storyOf({ broker: kafka, faults: away }, 'replayed')).toEqual([]);
  });
});

it('every default scenario with one relay and one member holds', () => {
  expect(verdictOf({})).toEqual({ verdict: 'holds', invariant: null, depth: 37, states: 9762 });
  expect(verdictOf({ workload: oneKey })).toEqual({
    verdict: 'holds',
    invariant: null,
    depth: 37,
    states: 8057,
  });
});
