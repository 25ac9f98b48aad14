import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { commands } from '../tell/notation';
import { run, stepsOf } from '../trace';
import { runOutcome } from './run-outcome';

const outcomeOf = (sketch: Sketch<Scenario>, deeds = '') =>
  runOutcome(run(scenarioOf(sketch), commands(deeds)));

describe('the mishaps of a run', () => {
  const none = { lost: 0, ghost: 0, duplicate: 0, reordered: 0 };

  it('are none where nothing goes wrong', () => {
    expect(outcomeOf({ workload: { orders: 3 } }).mishaps).toEqual(none);
  });

  it('count an order whose event was never sent as lost', () => {
    const { mishaps, breaks } = outcomeOf({
      publication: 'dual-write',
      faults: [{ do: 'crash-service', at: { step: 'committed', occurrence: 2 } }],
    });
    expect(mishaps).toEqual({ ...none, lost: 1 });
    expect(breaks).toEqual(['I1', 'I2']);
  });

  it('count an event that was sent before its order was undone as a ghost', () => {
    const publication = 'dual-write';
    const workload = { dualWrite: 'publish-first' } as const;
    const faults = [{ do: 'crash-service', at: { step: 'published', occurrence: 1 } }] as const;
    expect(outcomeOf({ publication, workload, faults }).mishaps).toEqual({ ...none, ghost: 1 });
    expect(outcomeOf({ publication, workload: { ...workload, rollbackEvery: 3 } }).mishaps.ghost).toBe(1);
  });

  it('count each effect beyond the first', () => {
    const { mishaps } = outcomeOf({
      consumers: [{ dedup: 'none' }],
      faults: [{ do: 'crash-relay', at: { step: 'published', occurrence: 1 } }],
    });
    expect(mishaps).toEqual({ ...none, duplicate: 1 });
  });

  it('count events that took effect after a later one of their aggregate', () => {
    const sketch = {
      workload: { orders: 6, aggregates: 1, everyMs: 20 },
      relays: { count: 2, claim: 'skip-locked', batch: 3, pollMs: 600 },
    } as const;
    expect(outcomeOf(sketch).mishaps.reordered).toBeGreaterThan(0);
    expect(outcomeOf({ ...sketch, workload: { ...sketch.workload, aggregates: 6 } }).mishaps).toEqual(none);
  });
});

describe('the times of a run', () => {
  it('are those of its steps', () => {
    const sketch = { workload: { orders: 3, everyMs: 300 } };
    const { first, last, drainedMs, latency } = outcomeOf(sketch);
    const steps = stepsOf(run(scenarioOf(sketch)));
    const times = (kind: string) => steps.filter((step) => step.kind === kind).map(({ at }) => at);
    expect([first.committed, last.committed]).toEqual([times('committed')[0], times('committed')[2]]);
    expect(first.refused).toBeUndefined();
    expect(drainedMs).toBe(times('marked')[2]);
    const delays = times('applied').map((at, place) => at - (times('committed')[place] ?? 0));
    expect(latency).toEqual({
      p50: [...delays].sort((one, other) => one - other)[1],
      p95: Math.max(...delays),
      most: Math.max(...delays),
    });
  });

  it('say of rows that wait at the end that they never went out', () => {
    const faults = [{ do: 'broker-down', from: 0, to: 60_000 }] as const;
    const { drainedMs, latency, oldestDueMs } = outcomeOf({ workload: { orders: 1 }, faults });
    expect(drainedMs).toBeGreaterThan(60_000);
    expect(oldestDueMs).toBeGreaterThan(59_000);
    expect(latency?.p50).toBeGreaterThan(59_000);
    expect(outcomeOf({ workload: { orders: 0 } }, 'down@0 order@10')).toMatchObject({
      drainedMs: null,
      latency: null,
    });
  });
});

describe('failures and retries', () => {
  it('are told apart: the first no of each relay and of each row is no retry', () => {
    const { failedAt, retriedAt, kinds } = outcomeOf({
      workload: { orders: 1 },
      relays: { poison: [1], retry: { max: 3 } },
    });
    expect([failedAt.length, retriedAt.length, kinds.returned]).toEqual([3, 2, 3]);
    expect(retriedAt).toEqual(failedAt.slice(1));
  });

  it('begin anew once the relay got something through', () => {
    const faults = [
      { do: 'broker-down', from: 2800, to: 3900 },
      { do: 'broker-down', from: 5700, to: 6800 },
    ] as const;
    const { failedAt, retriedAt } = outcomeOf({
      workload: { orders: 2, everyMs: 2900 },
      relays: { pollMs: 100, retry: { baseMs: 10_000, jitter: 'none' } },
      faults,
    });
    expect([failedAt.length, retriedAt.length]).toEqual([2, 0]);
  });
});

it('tells of each crash what it struck', () => {
  const { crashes } = outcomeOf({
    publication: 'dual-write',
    faults: [{ do: 'crash-service', at: { step: 'inserted', occurrence: 1 } }],
  });
  expect(crashes.map(({ kind, actor, event, value }) => ({ kind, actor, event, value }))).toEqual([
    { kind: 'service-crashed', actor: 'orders', event: 1, value: 0 },
  ]);
});
