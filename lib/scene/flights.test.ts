import { describe, expect, it } from 'vitest';
import { explore } from '@/lib/sim/explore/explore';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { story } from '@/lib/sim/tell/notation';
import { run } from '@/lib/sim/trace';
import { flightsOf } from './flights';
import { flown, linesOf } from './flights-fixture';
import { WAY } from './flights-kinds';

describe('one event', () => {
  it('is written, read, sent, confirmed, marked, handed over, and has its effect', () => {
    expect(flown({}, 'order@0')).toEqual([
      '0–56 write 1 orders',
      '200–216 fetch 1 relay',
      '216–284 publish 1 relay flight',
      '284–363 confirm 1 relay',
      '286–376 deliver 1 shipping flight',
      '363–388 mark 1 relay',
      '376–436 effect 1 shipping delivered',
      '376–388 ack 1 shipping',
    ]);
  });
  it('that goes out twice is a duplicate from then on', () => {
    const twice = flown({}, 'order@0 crash@0', 'publish', 'deliver', 'effect');
    expect(twice).toEqual([
      '216–284 publish 1 relay flight',
      '286–376 deliver 1 shipping flight',
      '376–436 effect 1 shipping delivered',
      '1016–1104 publish 1/2 relay duplicate',
      '1107–1230 deliver 1/2 shipping duplicate',
    ]);
  });
  it('has a second effect where nobody knows its id', () => {
    const sketch = { consumers: [{ name: 'shipping', dedup: 'none' }] } as const;
    expect(flown(sketch, 'order@0 crash@0', 'effect')).toEqual([
      '376–436 effect 1 shipping delivered',
      '1230–1290 effect 1/2 shipping duplicate',
    ]);
  });
});

describe('a row', () => {
  it('that is rolled back turns round and never arrives', () => {
    expect(flown({}, 'rollback@0')).toEqual(['0–56 write 1 orders and back from 50%']);
  });
  it('whose transaction takes long arrives behind one that came later', () => {
    expect(flown({ workload: { overlap: true } }, 'order@0 order@1', 'write')).toEqual([
      '9–69 write 2 orders',
      '13–196 write 1 orders',
    ]);
  });
  it('goes down with its service', () => {
    expect(flown({}, 'order@0 crash-service@20')).toEqual([
      '0–20 write 1 orders to 50%',
      '20–220 write 1 orders fades at 50%',
    ]);
  });
  it('is read by a poll with all of its batch, and marked with all of it', () => {
    const sketch = { relays: { claim: 'skip-locked' } } as const;
    expect(flown(sketch, 'order@0 order@1', 'fetch', 'mark')).toEqual([
      '200–216 fetch 1 relay',
      '200–216 fetch 2 relay',
      '533–552 mark 1 relay',
      '533–552 mark 2 relay',
    ]);
  });
});

describe('a message', () => {
  it('that a broker refuses comes back', () => {
    expect(flown({}, 'order@0 down@50 up@900', 'publish')).toEqual([
      '216–284 publish 1 relay and back from 100%',
      '916–1002 publish 1 relay flight',
    ]);
  });
  it('that nobody is bound for is lost at the broker', () => {
    const sketch = {
      broker: { mandatory: false },
      consumers: [{ name: 'shipping', bindings: ['order.paid'] }],
    };
    expect(flown(sketch, 'order@0', 'publish', 'confirm')).toEqual([
      '216–284 publish 1 relay lost',
      '284–484 publish 1 relay lost fades at 100%',
      '284–363 confirm 1 relay',
    ]);
  });
  it('that nobody notices missing is lost on the way', () => {
    const sketch = { relays: { mark: 'after-publish' } } as const;
    expect(flown(sketch, 'order@0 down@50 up@900', 'publish')).toEqual([
      '216–284 publish 1 relay lost to 60%',
      '284–484 publish 1 relay lost fades at 60%',
    ]);
  });
  it('of a dual write comes from the order service, and no row is written', () => {
    expect(flown({ publication: 'dual-write' }, 'order@0', 'write', 'publish')).toEqual([
      '56–139 publish 1 orders flight',
    ]);
  });
  it('comes from the relay whose confirm it is', () => {
    const sketch = { relays: { count: 2 } };
    expect(flown(sketch, 'order@0', 'fetch', 'publish', 'confirm')).toEqual([
      '100–116 fetch 1 relay 2',
      '116–184 publish 1 relay 2 flight',
      '184–263 confirm 1 relay 2',
      '200–216 fetch 1 relay 1',
      '216–309 publish 1/2 relay 1 duplicate',
      '309–378 confirm 1/2 relay 1',
    ]);
  });
});

describe('a delivery', () => {
  it('fades where it is when its member crashes, and comes again', () => {
    expect(flown({}, 'order@0 crash-consumer@340', 'publish', 'deliver')).toEqual([
      '216–284 publish 1 relay flight',
      '286–340 deliver 1 shipping flight to 42%',
      '340–540 deliver 1 shipping flight fades at 42%',
      '930–1046 deliver 1 shipping duplicate',
    ]);
  });
  it('is not lost with the ack: the second is a duplicate', () => {
    expect(flown({}, 'order@0 redeliver@380', 'deliver', 'effect', 'ack')).toEqual([
      '286–376 deliver 1 shipping flight',
      '376–436 effect 1 shipping delivered',
      '383–498 deliver 1 shipping duplicate',
      '498–516 ack 1 shipping',
    ]);
  });
  it('of a notification reaches every member; nobody hears it while they are away', () => {
    const sketch = { broker: { kind: 'notify' }, consumers: [{ name: 'shipping', count: 2 }] } as const;
    const done = 'order@0 crash-consumer@350 order@400';
    expect(flown(sketch, done, 'deliver')).toEqual([
      '285–375 deliver 1 shipping 2 flight',
      '286–350 deliver 1 shipping 1 flight to 49%',
      '350–550 deliver 1 shipping 1 lost fades at 49%',
      '692–772 deliver 2 shipping 1 lost to 60%',
      '693–807 deliver 2 shipping 2 flight',
      '772–972 deliver 2 shipping 1 lost fades at 60%',
    ]);
  });
  it('comes from the table where that is the queue, and is marked there', () => {
    expect(flown({ broker: { kind: 'outbox' } }, 'order@0', 'deliver', 'effect', 'ack')).toEqual([
      '202–331 deliver 1 shipping flight',
      '331–391 effect 1 shipping delivered',
      '331–351 ack 1 shipping',
    ]);
  });
  it('is lost at the broker where a stream is trimmed', () => {
    const sketch = {
      broker: { kind: 'redis-streams', maxLength: 1 },
      consumers: [{ name: 'shipping', prefetch: 1 }],
    } as const;
    expect(flown(sketch, 'order@0 order@10 order@20 crash-consumer@340', 'deliver')).toEqual([
      '303–340 deliver 1 shipping flight to 28%',
      '340–540 deliver 1 shipping flight fades at 28%',
      '667–867 deliver 2 shipping lost fades at 0%',
      '918–1118 deliver 1 shipping lost fades at 0%',
      '921–1021 deliver 3 shipping flight',
    ]);
  });
});

describe('a dead letter', () => {
  const poison = (onPoison: 'halt' | 'skip') => ({
    consumers: [{ name: 'shipping', poison: [1], maxAttempts: 1, onPoison }],
  });
  it('that was skipped goes back to its queue', () => {
    expect(flown(poison('skip'), 'order@0 redrive@1000', 'bury', 'redrive', 'effect')).toEqual([
      '376–436 bury 1 shipping dead',
      '1000–1090 redrive 1 shipping flight',
      '1122–1182 effect 1 shipping delivered',
    ]);
  });
  it('that halted its key is taken by the member itself', () => {
    expect(flown(poison('halt'), 'order@0 redrive@1000', 'bury', 'redrive', 'retake', 'effect')).toEqual([
      '376–436 bury 1 shipping dead',
      '1000–1060 retake 1 shipping flight',
      '1000–1060 effect 1 shipping delivered',
    ]);
  });
  it('is not one yet while there is a retry queue', () => {
    const sketch = { consumers: [{ name: 'shipping', failures: [1], retry: 'retry-queue' }] } as const;
    expect(flown(sketch, 'order@0', 'deliver', 'ack')).toEqual([
      '286–376 deliver 1 shipping flight',
      '376–396 ack 1 shipping flight',
      '378–498 deliver 1 shipping flight',
      '498–517 ack 1 shipping',
    ]);
  });
});

describe('a trace without time', () => {
  it('moves one thing at a time: each flight takes the 90 ms before its step', () => {
    const consumers = [{ name: 'shipping', dedup: 'none' }] as const;
    const { trace } = explore(scenarioOf({ workload: { orders: 1 }, consumers, invariants: ['I3'] }));
    if (trace === null) throw new Error('Without dedup there is a way to a second effect.');
    expect(story(trace)).toBe(
      'committed 1 · polled 1 · published 1 · delivered 1 · applied 1 · consumer-crashed 1 · delivered 1 · applied 1 ×2',
    );
    expect(linesOf(trace)).toEqual([
      '10–100 write 1 orders',
      '110–200 fetch 1 relay',
      '210–300 publish 1 relay flight',
      '310–400 deliver 1 shipping flight',
      '410–500 effect 1 shipping delivered',
      '610–700 deliver 1/2 shipping duplicate',
      '710–800 effect 1/2 shipping duplicate',
    ]);
  });
});

describe('lanes', () => {
  const lanesOf = (kind: 'rabbitmq' | 'kafka' | 'redis-streams' | 'notify' | 'outbox') => {
    const consumers = [{ name: 'shipping' }, { name: 'billing' }];
    const workload = { orders: 3, aggregates: 3 };
    const trace = run(scenarioOf({ workload, broker: { kind, partitions: 2 }, consumers }));
    const { length, way, event, actor, lane } = flightsOf(trace);
    const lanes: number[][] = [[], []];
    for (let place = 0; place < length; place += 1) {
      const group = trace.actors[actor[place] as number] === 'shipping' ? 0 : 1;
      if (way[place] === WAY.deliver)
        lanes[group]?.splice((event[place] as number) - 1, 0, lane[place] as number);
    }
    return lanes;
  };
  it.each([
    ['rabbitmq', [1, 1, 1], [2, 2, 2]],
    ['kafka', [1, 2, 1], [1, 2, 1]],
    ['redis-streams', [1, 1, 1], [1, 1, 1]],
    ['notify', [1, 1, 1], [1, 1, 1]],
    ['outbox', [0, 0, 0], [0, 0, 0]],
  ] as const)('of %s: events 1, 2 and 3 to the first group, and to the second', (kind, first, second) => {
    expect(lanesOf(kind)).toEqual([first, second]);
  });
});

it('stands in the order of departure, is as long as it says, and knows its longest', () => {
  const flights = flightsOf(run(scenarioOf({ workload: { orders: 300, everyMs: 3 }, relays: { count: 3 } })));
  const { from, to, length } = flights;
  expect(from.length).toBe(length);
  expect(from.buffer.byteLength).toBe(8 * length);
  expect(Array.from(from)).toEqual(Array.from(from).sort((one, other) => one - other));
  expect(flights.longest).toBe(Math.max(...Array.from(to, (end, place) => end - (from[place] as number))));
});
