import { describe, expect, it } from 'vitest';
import { worldRead } from './reader';
import { chanceRun } from './scenario/run-chance';
import { scenarioOf } from './scenario/scenario-fixture';
import { run, worldAfter } from './trace';
import type { World } from './world';

const contents = ({ now, steps, stamped, random, memories }: World): string =>
  JSON.stringify([now, steps, stamped, random, memories.map(({ cells }) => Array.from(cells as Int32Array))]);

const long = scenarioOf({ workload: { orders: 1000, everyMs: 5 }, relays: { batch: 100 } });

describe('a world that is read', () => {
  it.each(['rabbitmq', 'kafka', 'redis-streams', 'notify', 'outbox'] as const)(
    'is the one after so many steps, whichever was read before: %s',
    (kind) => {
      for (let seed = 1; seed <= 10; seed += 1) {
        const { scenario, commands } = chanceRun(seed, [kind]);
        const trace = run(scenario, commands, 1500);
        for (const wanted of [0, 1, 7, 8, 300, 260, 900, 899, trace.length, 0]) {
          const steps = Math.min(wanted, trace.length);
          expect(contents(worldRead(trace, wanted))).toBe(contents(worldAfter(trace, steps)));
        }
      }
    },
  );

  it('is the one after so many steps, near and far and back again', () => {
    const trace = run(long);
    for (const steps of [6000, 6001, 7900, 7500, 256, 20, trace.length]) {
      expect(contents(worldRead(trace, steps))).toBe(contents(worldAfter(trace, steps)));
    }
  });

  it('is one and the same, moved on', () => {
    const trace = run(scenarioOf());
    expect(worldRead(trace, 5)).toBe(worldRead(trace, 2));
  });
});
