import { describe, expect, it } from 'vitest';
import { commands } from '@/lib/sim/notation';
import { run } from '@/lib/sim/run';
import type { Scenario } from '@/lib/sim/scenario';
import { landmarksOf, spanOf } from './landmarks';

const scenario: Scenario = {
  seed: 9,
  workload: { orders: 0, everyMs: 100, rollbackEvery: 0 },
  relays: { pollMs: 400, batch: 10 },
  consumers: [{ name: 'shipping', dedup: 'same-transaction' }],
  faults: [],
};
const painted = (text: string) => {
  const trace = run(scenario, commands(text));
  return landmarksOf(trace, spanOf(trace)).map(({ meaning }) => meaning);
};

describe('the timeline', () => {
  it('is as long as the run in whole seconds, and never shorter than two', () => {
    expect(spanOf(run(scenario))).toBe(2000);
    expect(spanOf(run(scenario, commands('order@0')))).toBe(2000);
    expect(spanOf(run(scenario, commands('order@2500')))).toBe(4000);
  });

  it('is painted with a row, its message and its end', () => {
    expect(painted('order@0')).toEqual(['pending', 'flight', 'delivered']);
  });

  it('is painted with a crash and the duplicate that it brings', () => {
    expect(painted('order@0 crash@0')).toEqual([
      'pending',
      'flight',
      'crash',
      'delivered',
      'duplicate',
      'duplicate',
    ]);
  });

  it('leaves out what there is no room for, and never a crash', () => {
    const crowd = painted(`${'order@0 '.repeat(40)}crash@0`);
    expect(crowd.length).toBeLessThan(57);
    expect(crowd.filter((meaning) => meaning === 'crash')).toHaveLength(1);
  });
});
