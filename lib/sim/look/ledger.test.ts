import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '../columns';
import { createExplorer } from '../explore/explore';
import { chanceRun } from '../scenario/run-chance';
import { chanceScenario } from '../scenario/scenario-chance';
import { readScenario } from '../scenario/scenario-file';
import { scenarioOf } from '../scenario/scenario-fixture';
import { commands } from '../tell/notation';
import { run, stepAt, stepsBy, type Trace } from '../trace';
import { ledgerOf, seriesFrom, standingAt } from './ledger';
import { metricsAfter, metricsAt, series } from './metrics';
import { dueSince } from './row-tally';
import { begin, count } from './tally';

const brokers = ['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'] as const;

/** Right after every step, and twice between any two of them: half way, and where a backoff may have ended. */
const momentsOf = ({ codes, length, end }: Trace): readonly number[] => {
  const steps = Array.from(codes.at.subarray(0, length), (at) => at / 1000);
  const between = steps.flatMap((at, place) => {
    const next = steps[place + 1] ?? end + 3000;
    return [at, at + (next - at) / 2, at + (next - at) * 0.95];
  });
  return [0, ...between];
};

const withoutHeartbeats = ({ heartbeats: _, ...metrics }: ReturnType<typeof metricsAt>) => metrics;

/** What the ledger says at every moment, beside what is counted for each. */
function both(trace: Trace) {
  const moments = [...new Set(momentsOf(trace))].sort((one, other) => one - other);
  const ledger = ledgerOf(trace);
  return {
    looked: moments.map((time) => standingAt(ledger, stepsBy(trace, time), time)),
    counted: series(trace, moments).map(withoutHeartbeats),
  };
}

const pitfalls = join(import.meta.dirname, '../pitfalls');

describe('the ledger says what the metrics say, at steps and between them', () => {
  it.each(brokers.flatMap((kind) => Array.from({ length: 40 }, (_, index) => [kind, index + 1] as const)))(
    '%s, run %i by chance',
    (kind, seed) => {
      const { scenario, commands: deeds } = chanceRun(seed, [kind]);
      const { looked, counted } = both(run(scenario, deeds, 1500));
      expect(looked).toEqual(counted);
    },
  );

  it.each(readdirSync(pitfalls).filter((name) => name.endsWith('.yaml')))('the pitfall %s', (name) => {
    const read = readScenario(readFileSync(join(pitfalls, name), 'utf8'), name);
    if (!read.ok) throw new Error(`${name} cannot be read.`);
    const { looked, counted } = both(run(read.value, [], 1500));
    expect(looked).toEqual(counted);
  });

  it('along a path that no time has decided', () => {
    const doubling = scenarioOf({
      workload: { orders: 1 },
      consumers: [{ name: 'shipping', dedup: 'none' }],
    });
    const { trace } = createExplorer(doubling).advance(100_000) ?? {};
    if (!trace) throw new Error('Nothing broke.');
    const { looked, counted } = both(trace);
    expect(looked).toEqual(counted);
    expect(looked.at(-1)).toMatchObject({ redelivered: 1 });
  });
});

it.each(brokers)('the row that is due first is the first of all that are pending, at %s', (kind) => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const { scenario, commands: deeds } = chanceRun(seed, [kind]);
    const trace = run(scenario, deeds, 1500);
    const tally = begin(trace);
    for (let place = 0; place < trace.length; place += 1) {
      count(tally, stepAt(trace, place), at(trace.codes.actor, place));
      const due = tally.rows.filter((row) => row?.pending === true).map((row) => row.dueSince);
      expect([seed, place, dueSince(tally)]).toEqual([seed, place, due.length > 0 ? Math.min(...due) : null]);
    }
  }
});

describe('a ledger', () => {
  const poisoned = scenarioOf({
    workload: { orders: 1 },
    relays: { poison: [1], retry: { max: 2, baseMs: 1000, jitter: 'none' } },
  });

  it('knows when a backoff ends, though no step says so', () => {
    const trace = run(poisoned);
    const ledger = ledgerOf(trace);
    const failed = 1 + Array.from(ledger.columns.failedPublishes).indexOf(1);
    const [now, until] = [(trace.codes.at[failed] ?? 0) / 1000, ledger.dueSince[failed] ?? 0];
    expect(until).toBeCloseTo(now + 1000);
    const due = (time: number) => standingAt(ledger, failed + 1, time).oldestDueMs;
    expect([due(now), due(until), due(until + 4)]).toEqual([0, 0, expect.closeTo(4)]);
  });

  it('has nothing to say before the first step', () => {
    const trace = run(scenarioOf({ consumers: [{ name: 'shipping' }, { name: 'billing' }] }));
    expect(standingAt(ledgerOf(trace), 0, 500)).toEqual(withoutHeartbeats(metricsAfter(trace, 0)));
    expect(standingAt(ledgerOf(trace), 0, 500).lag).toEqual([0, 0]);
  });

  it('keeps as many entries as there are steps', () => {
    const trace = run(chanceScenario(3));
    const { length, columns, dueSince: since, lag } = ledgerOf(trace);
    const lengths = [length, ...[...Object.values(columns), since, ...lag].map((column) => column.length)];
    expect(new Set(lengths)).toEqual(new Set([trace.length]));
  });
});

describe('the series of the charts', () => {
  const trace = run(
    scenarioOf({ workload: { orders: 40, everyMs: 20 }, consumers: [{ name: 'a' }, { name: 'b' }] }),
    commands('crash@100 down@300 up@900'),
  );
  const ledger = ledgerOf(trace);

  it('is what the counters say at each of its moments', () => {
    const { at: moments, pending, lag, oldestDueMs } = seriesFrom(ledger, trace, trace.end, 50);
    expect(moments.length).toBe(50);
    for (const [place, time] of moments.entries()) {
      const metrics = metricsAt(trace, time);
      expect([pending[place], lag[place], oldestDueMs[place]]).toEqual([
        metrics.pending,
        metrics.lag.reduce((sum, one) => sum + one, 0),
        metrics.oldestDueMs,
      ]);
    }
    expect(Math.max(...pending)).toBeGreaterThan(5);
  });

  it('has as much throughput in all as events were delivered', () => {
    const { throughput } = seriesFrom(ledger, trace, trace.end, 21);
    const delivered = throughput.reduce((sum, rate) => sum + (rate * trace.end) / 20 / 1000, 0);
    expect(throughput[0]).toBe(0);
    expect(delivered).toBeCloseTo(40);
  });

  it('of no time is one moment, and the last of a longer span stands past the end of the run', () => {
    expect(Array.from(seriesFrom(ledger, trace, 0, 600).at)).toEqual([0]);
    const { at: moments, pending } = seriesFrom(ledger, trace, trace.end + 1000, 3);
    expect(moments[2]).toBe(trace.end + 1000);
    expect(pending[2]).toBe(0);
  });
});
