import { describe, expect, it } from 'vitest';
import { ledgerOf } from '@/lib/sim/look/ledger';
import { metricsAfter, metricsAt } from '@/lib/sim/look/metrics';
import type { Command } from '@/lib/sim/scenario/scenario';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { run } from '@/lib/sim/trace';
import { linesOf, valueAt } from './chart-lines';

const WIDTH = 300;

const countedOf = (orders: number, commands: readonly Command[] = []) => {
  const trace = run(
    scenarioOf({ workload: { orders, everyMs: 40 }, consumers: [{ name: 'shipping' }, { name: 'billing' }] }),
    commands,
  );
  return { trace, ledger: ledgerOf(trace) };
};

const busy = countedOf(40, [
  { at: 300, do: 'broker-down' },
  { at: 1500, do: 'broker-up' },
]);
/** Longer than the run: another beside it may take that long. */
const SPAN = Math.ceil(busy.trace.end / 1000) * 1000 + 2000;
const lines = linesOf(busy, SPAN, WIDTH);

describe('the lines of a run', () => {
  it('say the most that there was after any step, and when', () => {
    const after = Array.from({ length: busy.trace.length + 1 }, (_, steps) =>
      metricsAfter(busy.trace, steps),
    );
    const most = (value: (one: (typeof after)[number]) => number) => Math.max(...after.map(value));
    const lag = (one: (typeof after)[number]) => one.lag.reduce((sum, group) => sum + group, 0);
    expect(lines.pending.gist.most).toBe(most(({ pending }) => pending));
    expect(lines.lag.gist.most).toBe(most(lag));
    expect(metricsAt(busy.trace, lines.pending.gist.mostAt).pending).toBe(lines.pending.gist.most);
    expect(lag(metricsAt(busy.trace, lines.lag.gist.mostAt))).toBe(lines.lag.gist.most);
    expect(lines.age.gist.most).toBeGreaterThanOrEqual(most(({ oldestDueMs }) => oldestDueMs));
    expect(metricsAt(busy.trace, lines.age.gist.mostAt - 0.001).oldestDueMs).toBeCloseTo(
      lines.age.gist.most,
      2,
    );
  });

  it('reach that value somewhere, between two moments or not', () => {
    for (const { values, gist } of [lines.pending, lines.lag, lines.age, lines.throughput])
      expect(Math.max(...values.map((value) => value ?? 0))).toBe(gist.most);
  });

  it('end where the run ends', () => {
    const { at, values } = lines.pending;
    expect(values.at(-1)).toBeNull();
    for (const [moment, value] of values.entries())
      expect(value === null).toBe((at[moment] as number) > busy.trace.end);
  });

  it('have all events in the rate', () => {
    const { at, values, gist } = lines.throughput;
    const events = values.map((value, moment) =>
      moment === 0 ? 0 : ((value ?? 0) * ((at[moment] as number) - (at[moment - 1] as number))) / 1000,
    );
    expect(events.reduce((sum, one) => sum + one, 0)).toBeCloseTo(40, 6);
    expect(gist.last).toBe(40);
  });

  it('are flat where nothing happens', () => {
    const { pending, throughput } = linesOf(countedOf(0), SPAN, WIDTH);
    expect([pending.gist, throughput.gist].map(({ most, empty }) => [most, empty])).toEqual([
      [0, true],
      [0, true],
    ]);
  });
});

describe('the value at the playhead', () => {
  it.each([0, 250, 1234.5, 1500, 3000, SPAN])('is the metric itself at %d ms', (time) => {
    const metrics = metricsAt(busy.trace, Math.min(time, busy.trace.end));
    expect(valueAt(busy, 'pending', lines.pending, time)).toBe(metrics.pending);
    expect(valueAt(busy, 'age', lines.age, time)).toBe(metrics.oldestDueMs);
    expect(valueAt(busy, 'lag', lines.lag, time)).toBe(metrics.lag.reduce((sum, one) => sum + one, 0));
  });
});
