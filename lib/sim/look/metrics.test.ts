import { describe, expect, it } from 'vitest';
import { at } from '../columns';
import { brokenAtRest } from '../invariants';
import { wants } from '../routing';
import { advance, beginRun } from '../run';
import type { Scenario } from '../scenario/scenario';
import { chanceScenario } from '../scenario/scenario-chance';
import { scenarioOf } from '../scenario/scenario-fixture';
import type { StepKind } from '../step';
import { commands } from '../tell/notation';
import { run, stepAt, stepsOf, type Trace, worldAfter } from '../trace';
import type { World } from '../world';
import { metricsAfter, metricsAt, series } from './metrics';
import { begin, count } from './tally';
import { viewOf, type WorldView } from './view';

const quiet = scenarioOf({ seed: 9, workload: { orders: 0 } });

/** How many steps there are up to the n-th of a kind. */
const until = (trace: Trace, kind: StepKind, occurrence: number): number => {
  const places = stepsOf(trace).flatMap((step, place) => (step.kind === kind ? [place] : []));
  return (places[occurrence - 1] ?? Number.NaN) + 1;
};

const countersAfter = (trace: Trace, kind: StepKind, occurrence = 1) =>
  metricsAfter(trace, until(trace, kind, occurrence));

describe('the counters', () => {
  it.each([
    ['[R50] an open transaction is not pending', 'order@0', 'inserted', 1, { pending: 0 }],
    ['[R50] a committed row is', 'order@0', 'committed', 1, { pending: 1, inFlight: 0 }],
    ['[R50] a row is pending until it is marked', 'order@0', 'confirmed', 1, { pending: 1 }],
    ['and no longer', 'order@0', 'marked', 1, { pending: 0 }],
    [
      '[R51] a copy is in flight once the broker took it',
      'order@0',
      'published',
      1,
      { inFlight: 1, published: 1 },
    ],
    [
      '[R51] [R52] until the consumer has handled it',
      'order@0',
      'applied',
      1,
      { inFlight: 0, delivered: 1, lag: [1] },
    ],
    ['which lags until its ack', 'order@0', 'acked', 1, { lag: [0] }],
    [
      'a refused message is not in flight',
      'down@0 order@10',
      'refused',
      1,
      { inFlight: 0, failedPublishes: 1 },
    ],
    ['and not lost', 'down@0 order@10', 'refused', 1, { pending: 1, lost: 0 }],
    [
      '[R53] a skipped copy is a redelivery',
      'order@0 crash@0',
      'skipped',
      1,
      { delivered: 1, redelivered: 1 },
    ],
    [
      '[R53] and so is a doubled effect',
      'dedup-off@0 order@0 crash@0',
      'applied',
      2,
      { delivered: 1, redelivered: 1 },
    ],
    ['nothing of a rollback is counted', 'rollback@0', 'rolled-back', 1, { pending: 0, lost: 0 }],
  ] as const)('%s', (_, text, kind, occurrence, expected) => {
    expect(countersAfter(run(quiet, commands(text)), kind, occurrence)).toMatchObject(expected);
  });

  it('[R54] an event is lost once its row is marked and nobody sends it', () => {
    const trace = run(
      scenarioOf({
        workload: { orders: 1 },
        relays: { mark: 'before-publish' },
        faults: [{ do: 'crash-relay', at: { step: 'marked', occurrence: 1 } }],
      }),
    );
    expect(countersAfter(trace, 'marked')).toMatchObject({ pending: 0, lost: 0 });
    expect(countersAfter(trace, 'crashed')).toMatchObject({ pending: 0, lost: 1, delivered: 0 });
  });

  it('[R50] [R54] a late committer that the cursor has passed is lost', () => {
    const scenario = scenarioOf({
      workload: { orders: 6, overlap: true, everyMs: 20 },
      relays: { cursor: 'last-id', pollMs: 20, batch: 1 },
    });
    const { lost, pending } = metricsAt(run(scenario), 60_000);
    expect({ lost, pending }).toEqual({ lost: 1, pending: 0 });
  });

  it('[R54] an event that is bound for nobody is lost once its row is marked, and not while it may come back', () => {
    const sketch = { workload: { orders: 2, aggregates: 1 }, consumers: [{ bindings: ['order.placed'] }] };
    const dropped = run(scenarioOf({ ...sketch, broker: { mandatory: false } }));
    expect(countersAfter(dropped, 'dropped')).toMatchObject({ lost: 0, pending: 1 });
    expect(countersAfter(dropped, 'marked', 2)).toMatchObject({ lost: 1, pending: 0, delivered: 1 });
    const returned = run(scenarioOf({ ...sketch, relays: { retry: { max: 2 } } }));
    expect(metricsAfter(returned, returned.length)).toMatchObject({ lost: 0, deadLetters: 1 });
  });

  it('[R54] a dead letter is no loss', () => {
    const trace = run(
      scenarioOf({
        workload: { orders: 3, aggregates: 1 },
        consumers: [{ name: 'shipping', poison: [1], maxAttempts: 2 }],
      }),
    );
    expect(metricsAfter(trace, trace.length)).toMatchObject({
      deadLetters: 1,
      lost: 0,
      delivered: 0,
      parked: 2,
    });
  });

  it('[R50] [R54] a row that the broker never takes is a dead letter after its last attempt', () => {
    const trace = run(
      scenarioOf({ workload: { orders: 2 }, relays: { poison: [1], retry: { max: 2, jitter: 'none' } } }),
    );
    expect(metricsAfter(trace, trace.length)).toMatchObject({
      deadLetters: 1,
      pending: 0,
      lost: 0,
      delivered: 1,
      failedPublishes: 2,
    });
  });

  it('the oldest due row grows older until it is marked', () => {
    const trace = run(quiet, commands('order@0'));
    const [, committed] = stepsOf(trace);
    const { at: since } = committed ?? { at: Number.NaN };
    expect(metricsAt(trace, since + 70).oldestDueMs).toBeCloseTo(70);
    expect(metricsAt(trace, trace.end).oldestDueMs).toBe(0);
  });

  it('a row that the broker said no to is due again after its backoff', () => {
    const trace = run(
      scenarioOf({
        workload: { orders: 1 },
        relays: { poison: [1], retry: { max: 2, baseMs: 1000, jitter: 'none' } },
      }),
    );
    const { at: failed } = stepsOf(trace)[until(trace, 'failed-to-publish', 1) - 1] ?? { at: Number.NaN };
    expect(metricsAt(trace, failed + 900)).toMatchObject({ pending: 1, oldestDueMs: 0 });
    expect(metricsAt(trace, failed + 1004).oldestDueMs).toBeCloseTo(4);
  });

  it('a stopped connector makes the log grow', () => {
    const scenario = scenarioOf({
      publication: 'cdc',
      workload: { orders: 4 },
      faults: [{ do: 'connector-stopped', from: 0, to: 2000 }],
    });
    const trace = run(scenario);
    expect(metricsAt(trace, 1999)).toMatchObject({ walRetained: 4, pending: 4 });
    expect(metricsAt(trace, trace.end)).toMatchObject({ walRetained: 0, pending: 0 });
  });

  it('a relay gives a sign of life at its interval, and none while it is down', () => {
    const trace = run(scenarioOf({ seed: 9, workload: { orders: 0 }, relays: { count: 2, pollMs: 200 } }), [
      { at: 1050, do: 'crash-relay', relay: 1 },
    ]);
    expect(metricsAt(trace, 50).heartbeats).toEqual([0, null]);
    expect(metricsAt(trace, 950).heartbeats).toEqual([800, 900]);
    expect(metricsAt(trace, 1300).heartbeats).toEqual([1000, 1300]);
    expect(metricsAt(trace, 1801).heartbeats).toEqual([1800, 1700]);
  });

  it('a series is what each of its moments would say by itself', () => {
    const trace = run(chanceScenario(4));
    const moments = [0, 100, 250.5, 700, 1600, trace.end + 1];
    expect(series(trace, moments)).toEqual(moments.map((time) => metricsAt(trace, time)));
  });

  it.each(Array.from({ length: 200 }, (_, index) => index + 1))(
    '[R50] [R52] agree with the world after every action of run %i by chance',
    (seed) => {
      const scenario = chanceScenario(seed);
      const trace = run(scenario, [], 2000);
      const world = beginRun(scenario);
      const tally = begin(trace);
      let place = 0;
      while (world.steps < trace.length && advance(world)) {
        for (; place < world.steps; place += 1)
          count(tally, stepAt(trace, place), at(trace.codes.actor, place));
        const { pending, delivered, passage, deadRows } = tally;
        const { lag, parked, dead } = passage;
        expect({ place, pending, delivered, lag, dead: deadRows + dead, parked }).toEqual({
          place,
          ...countedIn(world),
        });
      }
      if (!trace.unfinished) expect(tally.lost).toBe(lostIn(world));
    },
  );

  it.each(['rabbitmq', 'outbox', 'notify', 'redis-streams', 'kafka'] as const)(
    '[R54] [I2] count something as lost just where I2 does not hold in the end: %s',
    (kind) => {
      for (let seed = 1; seed <= 100; seed += 1) {
        const { consumers, broker, ...others } = chanceScenario(seed, { brokers: [kind] });
        const scenario: Scenario = {
          ...others,
          broker: { ...broker, maxLength: seed % 5, minIdleMs: 300 },
          invariants: ['I2'],
          // Messages behind a halted one are told by no step.
          consumers: consumers.map((consumer) => ({ ...consumer, park: true })),
        };
        const replays = seed % 3 === 0 ? commands(`replay@${seed * 20} replay@${seed * 50}`) : [];
        const trace = run(scenario, replays, 3000);
        if (trace.unfinished) continue;
        const broken = brokenAtRest(worldAfter(trace, trace.length)) === 'I2';
        expect([seed, metricsAfter(trace, trace.length).lost > 0]).toEqual([seed, broken]);
      }
    },
  );
});

/** The same from the world's own columns. */
function countedIn(world: World) {
  const view = viewOf(world);
  const { rows, groups } = view;
  const dead = groups.reduce((sum, { deadLetters }) => sum + deadLetters.length, 0);
  return {
    pending: pendingIn(world, view),
    delivered: rows.filter((row) => isDelivered(world, view, row.event)).length,
    lag: groups.map(({ name }) => messagesOf(view, name).length),
    dead: dead + rows.filter(({ state }) => state === 'dead').length,
    parked: groups.reduce((sum, { parked }) => sum + parked.length, 0),
  };
}

/** Of a world at rest: no effect, no dead letter, and no message that stays where it is; or bound for no queue. */
function lostIn(world: World): number {
  const view = viewOf(world);
  const { groups, broker } = world.plan;
  const committed = view.rows.filter(({ state }) => state === 'committed' || state === 'purged');
  return committed.filter(({ event }) => {
    const wanting = groups.filter(({ index }) => wants(world, index, event));
    if (wanting.length === 0) return broker.kind === 'rabbitmq';
    return wanting.some(({ index }) => !holds(view, index, event));
  }).length;
}

function holds(view: WorldView, group: number, event: number): boolean {
  const { name, deadLetters, parked, effects } = view.groups[group] as WorldView['groups'][number];
  const known = [...deadLetters, ...parked, ...effects.map((effect) => effect.event)];
  return known.includes(event) || messagesOf(view, name).some((message) => message.event === event);
}

/** In the group's queue and in its members' hands. */
const messagesOf = ({ broker, members }: WorldView, group: string) => [
  ...broker.lanes.filter(({ name }) => name === group).flatMap(({ messages }) => messages),
  ...members.filter((member) => member.group === group).flatMap(({ hand }) => hand),
];

function pendingIn({ plan, cursor, order }: World, { rows }: WorldView): number {
  const { publication, relays } = plan.scenario;
  if (publication === 'dual-write') return 0;
  const waiting = rows.filter(({ state, dispatched }) => state === 'committed' && !dispatched);
  if (publication === 'cdc')
    return waiting.filter(({ event }) => order.wal.indexOf(event) > at(cursor.id, 0)).length;
  if (relays.cursor === 'last-id') return waiting.filter(({ id }) => id > at(cursor.id, 0)).length;
  if (relays.cursor === 'xmin-fence') return waiting.filter(({ event }) => event > at(cursor.xid, 0)).length;
  return waiting.length;
}

function isDelivered(world: World, { rows, groups }: WorldView, event: number): boolean {
  const row = rows.find((one) => one.event === event);
  if (row === undefined || row.state === 'open' || row.state === 'rolled-back') return false;
  const wanting = world.plan.groups.filter(({ index }) => wants(world, index, event));
  return (
    wanting.length > 0 &&
    wanting.every(({ index }) => groups[index]?.effects.some((effect) => effect.event === event) === true)
  );
}
