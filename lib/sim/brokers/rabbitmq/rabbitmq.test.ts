import { describe, expect, it } from 'vitest';
import { explore } from '../../explore/explore';
import { messageOf } from '../../message';
import { beginRun } from '../../run';
import { scenarioOf } from '../../scenario/scenario-fixture';
import { run, stepAt } from '../../trace';
import { storyOf } from '../story-fixture';
import { rabbitmq } from './rabbitmq';

/** One order after the other, all about one aggregate: placed, paid, shipped, noted. */
const oneKey = { orders: 3, aggregates: 1 };
/** Nobody is done with anything before all of it is there. */
const SLOW = { do: 'slow-consumer', from: 0, to: 60_000, factor: 100 } as const;
const NOTHING_GOES_WRONG = { crashes: 0, redeliveries: 0 };

describe('exchange, bindings and queues', () => {
  it('[Q1] routes by patterns at a topic exchange, into the queue of every group that is bound', () => {
    const consumers = [
      { name: 'shipping', bindings: ['order.paid'] },
      { name: 'audit', bindings: ['order.*'] },
    ];
    expect(storyOf({ workload: oneKey, consumers }, 'applied')).toEqual([
      'audit: applied 1',
      'audit: applied 2',
      'shipping: applied 2',
      'audit: applied 3',
    ]);
  });

  it('[Q1] compares whole keys at a direct exchange', () => {
    const consumers = [{ name: 'audit', bindings: ['order.*', 'order.shipped'] }];
    const scenario = { workload: oneKey, broker: { exchange: 'direct' }, consumers } as const;
    expect(storyOf(scenario, 'applied')).toEqual(['audit: applied 3']);
  });

  it('[Q2] members of a group share one queue, so each message goes to one of them', () => {
    const consumers = [{ name: 'shipping', count: 2 }];
    const lines = storyOf({ workload: { orders: 4, aggregates: 4, everyMs: 1 }, consumers }, 'delivered');
    expect(lines.map((line) => line.slice(-1)).sort()).toEqual(['1', '2', '3', '4']);
    expect(new Set(lines.map((line) => line.slice(0, 10)))).toEqual(new Set(['shipping 1', 'shipping 2']));
  });
});

describe('publisher confirms', () => {
  const unbound = [{ name: 'shipping', bindings: ['order.paid'] }];
  const kinds = [
    'published',
    'returned',
    'dropped',
    'confirmed',
    'failed-to-publish',
    'gave-up',
    'marked',
  ] as const;

  it('[Q3] come for an unroutable message as well: confirmed, marked, and nobody ever gets it', () => {
    const scenario = { workload: { orders: 1 }, broker: { mandatory: false }, consumers: unbound };
    expect(storyOf(scenario, ...kinds)).toEqual([
      'broker: dropped 1',
      'relay: confirmed 1',
      'relay: marked 1',
    ]);
  });

  it('[Q3] `mandatory` returns an unroutable message, again and again until the relay gives up', () => {
    const scenario = { workload: { orders: 1 }, relays: { retry: { max: 2 } }, consumers: unbound };
    expect(storyOf(scenario, ...kinds)).toEqual([
      'broker: returned 1',
      'relay: failed-to-publish 1',
      'broker: returned 1',
      'relay: gave-up 1',
    ]);
  });

  it('[Q4] a confirm that the restart cut off never comes: the relay publishes once more', () => {
    const faults = [{ do: 'broker-restart', at: { step: 'published' } }] as const;
    expect(storyOf({ workload: { orders: 1 }, faults }, 'published', 'unconfirmed', 'confirmed')).toEqual([
      'broker: published 1',
      'relay: unconfirmed 1',
      'broker: published 1',
      'relay: confirmed 1',
    ]);
  });
});

describe('prefetch and acknowledgement', () => {
  it.each([1, 3])('[Q5] a member holds no more than %i that it has not acknowledged', (prefetch) => {
    const consumers = [{ name: 'shipping', prefetch }];
    const trace = run(scenarioOf({ workload: { orders: 20 }, consumers, faults: [SLOW] }));
    let held = 0;
    let most = 0;
    for (let place = 0; place < trace.length; place += 1) {
      const { kind } = stepAt(trace, place);
      if (kind === 'delivered') held += 1;
      if (kind === 'acked') held -= 1;
      most = Math.max(most, held);
    }
    expect(most).toBe(prefetch);
  });

  it('[Q6] what a lost connection had not acknowledged comes back to its place, marked as redelivered', () => {
    const consumers = [{ name: 'shipping', prefetch: 2 }];
    const workload = { orders: 3 };
    const faults = [SLOW, { do: 'crash-consumer', at: { step: 'published', occurrence: 3 } }] as const;
    expect(storyOf({ workload, consumers, faults }, 'consumer-crashed', 'delivered', 'redelivered')).toEqual([
      'shipping: delivered 1',
      'shipping: delivered 2',
      'shipping: consumer-crashed 1',
      'shipping: redelivered 1',
      'shipping: redelivered 2',
      'shipping: delivered 3',
    ]);
  });

  it('[Q6] an effect whose ack was lost is made twice, unless its id is recorded with it', () => {
    const faults = [{ do: 'crash-consumer', at: { step: 'applied' } }] as const;
    const told = (dedup: 'none' | 'same-transaction') =>
      storyOf({ workload: { orders: 1 }, consumers: [{ dedup }], faults }, 'applied', 'skipped', 'acked');
    expect(told('none')).toEqual(['shipping: applied 1', 'shipping: applied 1', 'shipping: acked 1']);
    expect(told('same-transaction')).toEqual([
      'shipping: applied 1',
      'shipping: skipped 1',
      'shipping: acked 1',
    ]);
  });

  it('[Q7] two members break the order of a key, with nothing going wrong', () => {
    const scenario = { workload: { orders: 2, aggregates: 1 }, budgets: NOTHING_GOES_WRONG };
    const alone = explore(scenarioOf(scenario));
    const together = explore(scenarioOf({ ...scenario, consumers: [{ name: 'shipping', count: 2 }] }));
    expect([alone.verdict, alone.invariant]).toEqual(['holds', null]);
    expect([together.verdict, together.invariant]).toEqual(['broken', 'I4']);
  });
});

describe('retries and dead letters', () => {
  const kinds = ['applied', 'failed', 'requeued', 'dead-lettered', 'redriven'] as const;

  it('[Q8] a message that is published again to be tried later stands behind the others', () => {
    const consumers = [{ failures: [1], retry: 'retry-queue' }] as const;
    expect(storyOf({ workload: { orders: 3 }, consumers, faults: [SLOW] }, ...kinds)).toEqual([
      'shipping: failed 1',
      'shipping: requeued 1',
      'shipping: applied 2',
      'shipping: applied 3',
      'shipping: applied 1',
    ]);
  });

  it('[Q9] after its last attempt a message is a dead letter, and a redrive puts it at the end of the queue', () => {
    const consumers = [{ poison: [1], maxAttempts: 2, onPoison: 'skip', redriveMs: 5000 }] as const;
    expect(storyOf({ workload: { orders: 2 }, consumers }, ...kinds)).toEqual([
      'shipping: failed 1',
      'shipping: failed 1',
      'shipping: dead-lettered 1',
      'shipping: applied 2',
      'shipping: redriven',
      'shipping: applied 1',
    ]);
  });
});

describe('a reject', () => {
  const consumers = [{ poison: [1], maxAttempts: 1 }] as const;

  it('[Q9] is the acknowledgement of a dead letter, and of what is set aside behind it', () => {
    const sketch = { workload: { orders: 3, aggregates: 1 }, consumers };
    expect(storyOf(sketch, 'dead-lettered', 'parked', 'acked')).toEqual([
      'shipping: dead-lettered 1',
      'shipping: parked 2',
      'shipping: parked 3',
    ]);
  });

  it('[Q9] leaves nothing that a crash right after it could bring back', () => {
    const faults = [{ do: 'crash-consumer', at: { step: 'dead-lettered', occurrence: 1 } }] as const;
    expect(storyOf({ workload: { orders: 1 }, consumers, faults }, 'redelivered', 'dead-lettered')).toEqual([
      'shipping: dead-lettered 1',
    ]);
  });
});

describe('outages and restarts', () => {
  const workload = { orders: 3 };
  const lostBy = (broker: object) => {
    const faults = [SLOW, { do: 'broker-restart', at: { step: 'published', occurrence: 3 } }] as const;
    const consumers = [{ name: 'shipping', count: 2 }];
    const trace = run(scenarioOf({ workload, relays: { mark: 'after-publish' }, broker, consumers, faults }));
    const steps = Array.from({ length: trace.length }, (_, place) => stepAt(trace, place));
    return {
      lost: steps.find(({ kind }) => kind === 'broker-restarted')?.value,
      applied: steps.filter(({ kind }) => kind === 'applied').length,
    };
  };

  it.each([
    ['persistent messages in durable queues survive', { durable: true, persistent: true }, 0, 3],
    ['transient messages are gone from durable queues', { durable: true, persistent: false }, 3, 0],
    ['queues that are not durable are gone with all messages', { durable: false, persistent: true }, 3, 0],
  ])('[Q10] %s, in a hand or not', (_, broker, lost, applied) => {
    expect(lostBy(broker)).toEqual({ lost, applied });
  });

  it('[Q10] what comes back after a restart stands where it stood, whoever had it', () => {
    const consumers = [{ name: 'shipping', count: 3 }];
    const faults = [SLOW, { do: 'broker-restart', at: { step: 'delivered', occurrence: 3 } }] as const;
    const lines = storyOf({ workload, consumers, faults }, 'redelivered');
    expect(lines.map((line) => line.slice(-1))).toEqual(['1', '2', '3']);
  });

  it('[Q11] a broker that is away refuses, keeps what it has, and hands out nothing', () => {
    const faults = [SLOW, { do: 'broker-down', from: 700, to: 1700 }] as const;
    const kinds = ['broker-down', 'refused', 'published', 'delivered', 'redelivered', 'broker-up'] as const;
    expect(storyOf({ workload: { orders: 2, everyMs: 300 }, faults }, ...kinds)).toEqual([
      'broker: published 1',
      'shipping: delivered 1',
      'broker: broker-down',
      'broker: refused 2',
      'broker: broker-up',
      'shipping: redelivered 1',
      'broker: published 2',
      'shipping: delivered 2',
    ]);
  });

  it('[Q12] a queue that is full refuses, and takes the message when there is room again', () => {
    const world = beginRun(scenarioOf({ workload: { orders: 1 }, faults: [SLOW] }));
    const { length } = world.broker.own as unknown as { readonly length: Int32Array };
    const most = 2 * 1 + 64;
    for (let message = 0; message < most; message += 1) rabbitmq.redrive(world, 0, messageOf(1, 1));
    expect(rabbitmq.publish(world, messageOf(1, 2))).toBe('refused');
    rabbitmq.deliver(world, 0);
    expect([rabbitmq.publish(world, messageOf(1, 2)), length[0]]).toEqual(['taken', most]);
  });
});

describe('in every order of things', () => {
  it('holds for three orders, two crashes and two redeliveries', () => {
    const { verdict, states } = explore(scenarioOf());
    expect([verdict, states]).toEqual(['holds', 6845]);
  });
});
