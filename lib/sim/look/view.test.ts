import { describe, expect, it } from 'vitest';
import { planOf } from '../plan';
import { enabled, step } from '../rules';
import { chanceScenario } from '../scenario/scenario-chance';
import { scenarioOf } from '../scenario/scenario-fixture';
import type { StepKind } from '../step';
import { commands } from '../tell/notation';
import { run, stepAt, stepsOf, type Trace, worldAfter } from '../trace';
import { begin, copy } from '../world';
import { viewOf, type WorldView } from './view';

/** How many steps there are up to the n-th of a kind. */
const until = (trace: Trace, kind: StepKind, occurrence = 1): number => {
  const places = stepsOf(trace).flatMap((one, place) => (one.kind === kind ? [place] : []));
  return (places[occurrence - 1] ?? Number.NaN) + 1;
};

/** The view right after the n-th step of a kind. */
const viewAfter = (trace: Trace, kind: StepKind, occurrence = 1): WorldView =>
  viewOf(worldAfter(trace, until(trace, kind, occurrence)));

const one = run(scenarioOf({ workload: { orders: 1 } }));

const when = (trace: Trace, kind: StepKind, occurrence = 1): number =>
  stepAt(trace, until(trace, kind, occurrence) - 1).at;

describe('the view of a world', () => {
  it('has nothing in it at first', () => {
    expect(viewOf(worldAfter(one, 0))).toEqual({
      at: 0,
      rows: [],
      sessions: [],
      transactionHeld: false,
      relays: [
        {
          name: 'relay',
          phase: 'polling',
          batch: [],
          place: 0,
          atHand: null,
          since: null,
          dueAt: null,
          armed: false,
          crashed: false,
          cut: false,
          paused: false,
          pausedUntil: null,
          skew: 0,
        },
      ],
      broker: { kind: 'rabbitmq', up: true, lanes: [{ name: 'shipping', messages: [] }] },
      groups: [
        {
          name: 'shipping',
          dedup: 'same-transaction',
          inbox: [],
          effects: [],
          deadLetters: [],
          parked: [],
          halted: [],
        },
      ],
      members: [
        {
          name: 'shipping',
          group: 'shipping',
          phase: 'handling',
          hand: [],
          since: null,
          dueAt: null,
          slowness: 1,
        },
      ],
    });
  });

  it('shows a row from its write to its mark', () => {
    const [open] = viewAfter(one, 'inserted').rows;
    expect(open).toEqual({
      id: 1,
      event: 1,
      type: 'OrderPlaced',
      aggregate: 1,
      version: 1,
      state: 'open',
      dispatched: false,
      occurredAt: 100,
      dispatchedAt: null,
      heldBy: null,
      notBefore: null,
      attempts: 0,
      copies: 0,
    });
    expect(viewAfter(one, 'committed').rows[0]).toEqual({ ...open, state: 'committed' });
    expect(viewAfter(one, 'published').rows[0]).toEqual({ ...open, state: 'committed', copies: 1 });
    const dispatchedAt = when(one, 'marked');
    expect(viewAfter(one, 'marked').rows[0]).toEqual({
      ...open,
      state: 'committed',
      copies: 1,
      dispatched: true,
      dispatchedAt,
    });
  });

  it('keeps a row that was rolled back, with the type that it was to have', () => {
    const trace = run(scenarioOf({ workload: { orders: 3, aggregates: 1, rollbackEvery: 2 } }));
    const rows = viewOf(worldAfter(trace, trace.length)).rows.map(({ id, type, version, state }) => [
      id,
      type,
      version,
      state,
    ]);
    expect(rows).toEqual([
      [1, 'OrderPlaced', 1, 'committed'],
      [2, 'OrderPaid', null, 'rolled-back'],
      [3, 'OrderPaid', 2, 'committed'],
    ]);
  });

  it('has an open transaction between its beginning and its end', () => {
    const { sessions } = viewAfter(one, 'inserted');
    expect(sessions).toEqual([
      {
        session: 1,
        event: 1,
        row: 1,
        phase: 'ending',
        open: true,
        rollsBack: false,
        begunAt: 100,
        endsAt: when(one, 'committed'),
      },
    ]);
    expect(viewAfter(one, 'committed').sessions).toEqual([]);
  });

  it('says what a relay does, from when to when', () => {
    const phases = (['committed', 'polled', 'published', 'confirmed', 'marked'] as const).map((kind) => {
      const [relay] = viewAfter(one, kind).relays;
      return [relay?.phase, relay?.batch, relay?.atHand, relay?.since, relay?.dueAt];
    });
    expect(phases).toEqual([
      ['polling', [], null, when(one, 'committed'), when(one, 'polled')],
      ['publishing', [1], 1, when(one, 'polled'), when(one, 'published')],
      ['awaiting', [1], 1, when(one, 'published'), when(one, 'confirmed')],
      ['marking', [1], 1, when(one, 'confirmed'), when(one, 'marked')],
      ['polling', [], null, null, null],
    ]);
  });

  it('shows a message in its queue, then in a hand on its way, until its ack', () => {
    const message = { event: 1, copy: 1, redelivered: false };
    const published = viewAfter(one, 'published');
    expect([published.broker.lanes[0]?.messages, published.members[0]?.hand]).toEqual([[message], []]);
    const delivered = viewAfter(one, 'delivered');
    const inHand = { ...message, leftAt: when(one, 'delivered'), arrivesAt: when(one, 'applied') };
    expect([delivered.broker.lanes[0]?.messages, delivered.members[0]?.hand]).toEqual([[], [inHand]]);
    expect(viewAfter(one, 'applied').members[0]).toMatchObject({ phase: 'acking', hand: [inHand] });
    expect(viewAfter(one, 'acked').members[0]?.hand).toEqual([]);
  });

  it('has messages behind the first arrive after the longest delivery at the latest', () => {
    const trace = run(
      scenarioOf({ workload: { orders: 6, everyMs: 10 }, consumers: [{ name: 'shipping', prefetch: 4 }] }),
    );
    for (let steps = 0; steps <= trace.length; steps += 1) {
      const { members } = viewOf(worldAfter(trace, steps));
      for (const { leftAt, arrivesAt } of members[0]?.hand ?? []) {
        const takes = (arrivesAt ?? 0) - (leftAt ?? 0);
        expect(takes).toBeGreaterThanOrEqual(20);
        expect(takes).toBeLessThanOrEqual(130.001);
      }
    }
  });

  it('shows what a group knows, and what it has set aside', () => {
    const trace = run(
      scenarioOf({
        workload: { orders: 4, aggregates: 2 },
        consumers: [{ name: 'shipping', poison: [1], maxAttempts: 1 }],
      }),
    );
    expect(viewOf(worldAfter(trace, trace.length)).groups).toEqual([
      {
        name: 'shipping',
        dedup: 'same-transaction',
        inbox: [2, 4],
        effects: [
          { event: 2, times: 1 },
          { event: 4, times: 1 },
        ],
        deadLetters: [1],
        parked: [3],
        halted: [1],
      },
    ]);
  });

  it('knows who holds a row, and until when', () => {
    const trace = run(
      scenarioOf({ workload: { orders: 1 }, relays: { count: 2, claim: 'lease', leaseMs: 400 } }),
      commands('crash@0'),
    );
    const [held] = viewAfter(trace, 'polled').rows;
    expect([held?.heldBy, held?.notBefore]).toEqual(['relay 1', when(trace, 'polled') + 400]);
    const [left] = viewAfter(trace, 'crashed').rows;
    expect([left?.heldBy, left?.notBefore]).toEqual(['relay 1', when(trace, 'polled') + 400]);
    const [marked] = viewAfter(trace, 'marked').rows;
    expect([marked?.heldBy, marked?.notBefore]).toEqual([null, null]);
  });

  it('says that a relay was refused, and until when it waits', () => {
    const trace = run(
      scenarioOf({ workload: { orders: 1 }, relays: { retry: { baseMs: 1000, jitter: 'none' } } }),
      commands('down@0 up@5000'),
    );
    const { broker, relays } = viewAfter(trace, 'refused');
    expect(broker.up).toBe(false);
    expect(relays[0]).toMatchObject({
      phase: 'polling',
      paused: true,
      pausedUntil: when(trace, 'refused') + 1000,
    });
    expect(viewAfter(trace, 'broker-up').relays[0]).toMatchObject({ paused: false, pausedUntil: null });
  });

  it('is all that a run will go on with: what is due next happens then', () => {
    const trace = run(chanceScenario(6));
    for (let steps = 0; steps < trace.length; steps += 1) {
      const { relays, at: now } = viewOf(worldAfter(trace, steps));
      for (const { since, dueAt } of relays) {
        if (since === null || dueAt === null) continue;
        expect(since).toBeLessThanOrEqual(now);
        expect(dueAt).toBeGreaterThanOrEqual(now);
      }
    }
  });

  it('leaves the world as it was', () => {
    const trace = run(chanceScenario(3));
    const world = worldAfter(trace, 20);
    const before = copy(world);
    viewOf(world);
    expect([world.memories, world.random, world.now]).toEqual([before.memories, before.random, before.now]);
  });

  it('has no times where time is erased', () => {
    const start = begin(planOf(scenarioOf({ workload: { orders: 1 } }), false));
    const [committing] = enabled(start);
    if (committing === undefined) throw new Error('Nothing can happen.');
    const { rows, relays } = viewOf(step(start, committing));
    expect(rows).toMatchObject([
      { state: 'committed', occurredAt: null, dispatchedAt: null, notBefore: null },
    ]);
    expect(relays).toMatchObject([{ since: null, dueAt: null, pausedUntil: null }]);
  });
});
