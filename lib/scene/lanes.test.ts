import { describe, expect, it } from 'vitest';
import type { Action } from '@/lib/sim/actions';
import type { Recorded } from '@/lib/sim/database/recorded';
import { planOf } from '@/lib/sim/plan';
import { enabled, step } from '@/lib/sim/rules';
import type { BrokerKind, ConsumerSettings, Fault, Scenario } from '@/lib/sim/scenario/scenario';
import { type Sketch, scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import type { StepKind } from '@/lib/sim/step';
import { commands } from '@/lib/sim/tell/notation';
import { run, stepsBy, stepsOf, type Trace, traceOf } from '@/lib/sim/trace';
import { begin } from '@/lib/sim/world';
import { type Lanes, lanesOf } from './lanes';

/** How many steps there are up to the n-th of a kind. */
function until(trace: Trace, kind: StepKind, occurrence: number): number {
  const places = stepsOf(trace).flatMap((step, place) => (step.kind === kind ? [place] : []));
  return (places[occurrence - 1] ?? Number.NaN) + 1;
}

const lanesAfter = (sketch: Sketch<Scenario>, deeds: string, kind: StepKind, occurrence = 1): Lanes => {
  const trace = run(scenarioOf(sketch), commands(deeds));
  return lanesOf(trace, until(trace, kind, occurrence));
};

const atEnd = (sketch: Sketch<Scenario>, deeds = ''): Lanes => {
  const trace = run(scenarioOf(sketch), commands(deeds));
  return lanesOf(trace, trace.length);
};

/** `1 pending NULL sent once`: what a row says, with an arrow before the one at hand. */
const rows = ({ outbox }: Lanes): readonly string[] =>
  outbox.rows.shown.map(({ id, meaning, dispatchedAt, note, current }) =>
    [current ? '→' : '', id, meaning ?? '', dispatchedAt.replace(/^\d.*/, 'time'), note]
      .filter((part) => part !== '')
      .join(' '),
  );

const told = (
  messages: readonly { readonly event: number; readonly state: string; readonly copy: number }[],
) => messages.map(({ event, copy, state }) => `${event}/${copy} ${state}`);

const quiet: Sketch<Scenario> = { workload: { orders: 0, aggregates: 1000 }, relays: { pollMs: 400 } };

const one = { workload: { orders: 1 } };

const shippingTwice: Sketch<readonly ConsumerSettings[]> = [{ name: 'shipping', count: 2 }];

const slow: Fault = { do: 'slow-consumer', from: 0, to: 60_000, factor: 1000 };

describe('the order service', () => {
  it('shows a transaction from its first row to its end', () => {
    const written = lanesAfter(one, '', 'inserted').orders;
    expect(written.sessions.map(({ event, doing }) => `${event} ${doing}`)).toEqual(['1 written']);
    expect(written.orders).toBe(0);
    expect(lanesAfter(one, '', 'committed').orders).toMatchObject({ orders: 1, sessions: [] });
  });

  it('tells that a transaction will roll back, and that somebody else holds one open', () => {
    expect(lanesAfter(quiet, 'rollback@0', 'inserted').orders.sessions[0]?.doing).toBe('rolls back');
    expect(lanesAfter(one, 'hold@0', 'inserted').orders.held).toBe(true);
  });
});

describe('the rows of the outbox', () => {
  it('tell a row from its write to its delivery', () => {
    expect(rows(lanesAfter(quiet, 'order@0', 'inserted'))).toEqual(['1 uncommitted']);
    expect(rows(lanesAfter(quiet, 'order@0', 'committed'))).toEqual(['1 pending NULL']);
    expect(rows(lanesAfter(quiet, 'order@0', 'published'))).toEqual(['→ 1 pending NULL sent once']);
    expect(rows(lanesAfter({ ...quiet, faults: [slow] }, 'order@0', 'marked'))).toEqual(['1 flight time']);
    expect(rows(lanesAfter(quiet, 'order@0', 'marked'))).toEqual(['1 delivered time']);
  });

  it('keep the mark on what a crashed relay has published and not marked', () => {
    const crashed = lanesAfter(quiet, 'order@0 crash@0', 'crashed');
    expect(rows(crashed)).toEqual(['→ 1 pending NULL sent once']);
    expect(crashed.relays[0]).toMatchObject({ title: 'Crashed', detail: 'row 1 sent, not marked', row: 1 });
  });

  it('mark every row that a relay has at hand', () => {
    const relays = { count: 2, claim: 'lease', batch: 1, pollMs: 10 } as const;
    const trace = run(scenarioOf({ workload: { orders: 2, everyMs: 1, overlap: true }, relays }));
    const both = lanesOf(trace, until(trace, 'polled', 2));
    expect(both.outbox.rows.shown.map(({ id, current }) => [id, current])).toEqual([
      ['1', true],
      ['2', true],
    ]);
  });

  it('show for one step what was rolled back', () => {
    expect(rows(lanesAfter(quiet, 'rollback@0', 'rolled-back'))).toEqual(['1 rolled back']);
    expect(rows(atEnd(quiet, 'rollback@0 order@500'))).toEqual(['2 delivered time']);
  });

  it('say who holds a row, and when it is tried again', () => {
    const leased = lanesAfter({ ...one, relays: { count: 2, claim: 'lease' } }, '', 'polled');
    expect(rows(leased)).toEqual(['→ 1 pending NULL held by relay 1']);
    const retry = { baseMs: 1000, jitter: 'none' } as const;
    expect(lanesAfter({ ...one, relays: { retry } }, 'down@0', 'refused').relays[0]).toMatchObject({
      title: 'Refused',
      state: 'paused',
    });
  });

  it('call a row lost that was marked and never published', () => {
    const lost = atEnd({ ...one, relays: { mark: 'before-publish' } }, 'crash-now@250');
    expect(rows(lost).concat(lost.relays.map(({ title }) => title))).toContain('1 lost time never published');
  });

  it('say when a cursor is past a row that no query will find', () => {
    const passed = atEnd({ workload: { orders: 2 }, relays: { cursor: 'last-id' } });
    expect(rows(passed)).toEqual([
      '1 delivered NULL cursor is past it',
      '2 delivered NULL cursor is past it',
    ]);
    expect(passed.relays[0]?.note).toBe('cursor: id 2');
  });

  it('are a window: the end of the table, or what waits', () => {
    const trace = run(scenarioOf({ workload: { orders: 40, everyMs: 10 }, relays: { pollMs: 5000 } }));
    const { rows: early } = lanesOf(trace, stepsBy(trace, 4000)).outbox;
    expect(early.shown).toHaveLength(8);
    expect([early.earlier, early.shown[0]?.id, early.later]).toEqual([0, '1', 32]);
    const { rows: late } = lanesOf(trace, trace.length).outbox;
    expect([late.earlier, late.shown.at(-1)?.id, late.later]).toEqual([32, '40', 0]);
  });

  it('are the database’s own where they were read back', () => {
    const trace = run(scenarioOf(quiet), commands('order@0'));
    const recorded: Recorded = {
      rows: [{ id: 1, event_type: 'order.placed', dispatched_at: '2026-01-05 09:41:00.21+00' }],
      counts: {},
      contents: {},
      error: null,
    };
    const { outbox } = lanesOf(trace, trace.length, { recorded });
    expect(outbox.readBack).toBe(true);
    expect(outbox.rows.shown[0]).toMatchObject({
      eventType: 'order.placed',
      dispatchedAt: '09:41:00.210',
      meaning: 'delivered',
    });
  });

  it('are orders in a dual write, and say which of them nobody will ever hear of', () => {
    const { outbox } = atEnd({ ...one, publication: 'dual-write' }, 'crash-service@170');
    expect(outbox.title).toBe('orders');
    expect(outbox.rows.shown.map(({ meaning, note }) => [meaning, note])).toEqual([
      ['lost', 'not published'],
    ]);
  });
});

describe('the broker', () => {
  it('RabbitMQ: what is in hand stands before what is ready', () => {
    const trace = run(
      scenarioOf({ workload: { orders: 3, everyMs: 10 }, relays: { batch: 3 }, faults: [slow] }),
    );
    const [queue] = lanesOf(trace, stepsBy(trace, 2000)).broker?.kept ?? [];
    expect(queue).toMatchObject({ kind: 'queue', ready: 2, unacked: 1 });
    expect(queue?.kind === 'queue' && told(queue.messages)).toEqual([
      '1/1 unacked',
      '2/1 waiting',
      '3/1 waiting',
    ]);
  });

  it('Kafka: a partition is a log, and a group stands between two offsets', () => {
    const sketch = {
      broker: { kind: 'kafka', partitions: 1 },
      workload: { orders: 4 },
      consumers: [{ name: 'shipping' }, { name: 'audit' }],
      faults: [{ ...slow, consumer: 'audit' }],
    } as const;
    const trace = run(scenarioOf(sketch));
    const [log] = lanesOf(trace, stepsBy(trace, 3000)).broker?.kept ?? [];
    const strip = log?.kind === 'log' ? log.strips[0] : undefined;
    expect(strip).toMatchObject({
      first: 0,
      end: 4,
      positions: [
        { group: 'shipping', committed: 4, read: 4 },
        { group: 'audit', committed: 0, read: 1 },
      ],
    });
    expect(told(strip?.messages ?? [])).toEqual(['1/1 unacked', '2/1 waiting', '3/1 waiting', '4/1 waiting']);
  });

  it('Redis Streams: what is pending has an owner, and is idle for so long', () => {
    const broker = { kind: 'redis-streams' } as const;
    const trace = run(scenarioOf({ ...one, broker, consumers: shippingTwice, faults: [slow] }));
    const count = until(trace, 'delivered', 1);
    const time = (stepsOf(trace)[count - 1]?.at ?? 0) + 250;
    const [stream] = lanesOf(trace, count, { time }).broker?.kept ?? [];
    expect(
      stream?.kind === 'stream' && stream.pending.map(({ event, owner, idle }) => [event, owner, idle]),
    ).toEqual([[1, 'shipping 2', '0.250 s']]);
    expect(stream?.kind === 'stream' && told(stream.strips[0]?.messages ?? [])).toEqual(['1/1 unacked']);
  });

  it('NOTIFY: whoever is not connected is told so, and nothing is kept for them', () => {
    const broker = { kind: 'notify' } as const;
    const crash: Fault = { do: 'crash-consumer', at: { step: 'delivered', occurrence: 1 } };
    const { broker: lane } = lanesAfter(
      { workload: { orders: 2 }, broker, faults: [crash] },
      '',
      'consumer-crashed',
    );
    const [channel] = lane?.kept ?? [];
    expect(channel?.kind === 'channel' && channel.listeners.map(({ words }) => words)).toEqual([
      'not connected',
    ]);
  });

  it('HTTP: services are called, and whoever is down does not answer', () => {
    const broker = { kind: 'http' } as const;
    const crash: Fault = { do: 'crash-consumer', at: { step: 'delivered', occurrence: 1 } };
    const { broker: lane } = lanesAfter({ ...one, broker, faults: [crash] }, '', 'consumer-crashed');
    const [called] = lane?.kept ?? [];
    expect(called?.kind === 'channel' && [called.title, called.listeners.map(({ words }) => words)]).toEqual([
      'Called',
      ['down'],
    ]);
  });

  it('is the table where there is none: rows say who has locked them', () => {
    const locked = lanesAfter({ ...one, broker: { kind: 'outbox' } }, '', 'delivered');
    expect(locked.broker).toBeNull();
    expect(rows(locked)).toEqual(['1 pending NULL locked']);
  });

  it('is down', () => {
    expect(lanesAfter(one, 'down@0', 'broker-down').broker?.up).toBe(false);
  });

  it('tells a duplicate from a first copy', () => {
    const again = lanesAfter(quiet, 'order@0 crash@0', 'published', 2);
    const [queue] = again.broker?.kept ?? [];
    expect(queue?.kind === 'queue' && queue.messages.map(({ meaning, words }) => [meaning, words])).toEqual([
      ['duplicate', 'event 1, copy 2, waits'],
    ]);
  });
});

describe('consumers and results', () => {
  it('say what a member is at, what it has in hand and which partitions it reads', () => {
    const broker = { kind: 'kafka', partitions: 2 } as const;
    const { members } = lanesAfter({ ...one, broker, consumers: shippingTwice }, '', 'delivered');
    expect(members.map(({ name, title, detail }) => [name, title, detail])).toEqual([
      ['Shipping 1', 'Handling 1', 'partition 0'],
      ['Shipping 2', 'Waiting', 'no partition'],
    ]);
  });

  it('count effects that are too many', () => {
    const consumers = [{ name: 'shipping', dedup: 'none' }] as const;
    const [shipping] = atEnd({ ...quiet, consumers }, 'order@0 crash@0').results;
    expect(shipping).toMatchObject({
      dedupWords: 'dedup off',
      effects: { count: 1, last: [{ event: 1, times: 2 }] },
      doubled: 1,
    });
  });

  it('have dead letters, what is parked behind them, and the orders that are halted', () => {
    const consumers = [{ name: 'shipping', poison: [1], maxAttempts: 1 }];
    const [shipping] = atEnd({ workload: { orders: 4, aggregates: 2 }, consumers }).results;
    expect(shipping).toMatchObject({
      inbox: { count: 2, last: [2, 4] },
      deadLetters: { count: 1, last: [1] },
      parked: { count: 1, last: [3] },
      halted: [1],
    });
  });
});

describe('a run that an exploration found', () => {
  const kinds: readonly BrokerKind[] = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'];

  it.each(kinds)('has lanes without times: %s', (kind) => {
    const plan = planOf(
      scenarioOf({ workload: { orders: 2 }, broker: { kind }, consumers: shippingTwice }),
      false,
    );
    const path: Action[] = [];
    let world = begin(plan);
    for (let [action] = enabled(world); action !== undefined && path.length < 60; [action] = enabled(world)) {
      path.push(action);
      world = step(world, action);
    }
    const trace = traceOf(plan, path);
    for (let count = 0; count <= trace.length; count += 1) {
      const lanes = lanesOf(trace, count);
      expect(JSON.stringify(lanes)).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(lanesOf(trace, trace.length).orders.orders).toBeGreaterThan(0);
  });
});

describe('a long run', () => {
  it('has no more in its lanes than a short one', () => {
    const long = atEnd({ workload: { orders: 3000, everyMs: 1 }, relays: { batch: 500 } });
    expect(long.orders.orders).toBe(3000);
    expect(long.outbox.rows.shown).toHaveLength(8);
    expect(long.results[0]?.effects).toMatchObject({ count: 3000 });
    expect(long.results[0]?.effects.last).toHaveLength(8);
    expect(JSON.stringify(long).length).toBeLessThan(10_000);
  });
});
