import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { type WorkerLike, WorkerProcess } from '@/lib/rpc/worker-process';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { stepsOf } from '@/lib/sim/trace';
import { type ExplorerService, explorerService } from '@/lib/workers/explorer';
import { createSchedules, type SchedulesState } from './schedules';

/** Workers in this thread, and how many of them were ended. */
function workers(service: ExplorerService = explorerService) {
  const ended: number[] = [];
  let spawned = 0;
  const spawn = () => {
    const { port1, port2 } = new MessageChannel();
    expose(service, port2);
    spawned += 1;
    const number = spawned;
    const terminate = () => {
      ended.push(number);
      port1.close();
    };
    return new WorkerProcess<ExplorerService>(Object.assign(port1, { terminate }) as unknown as WorkerLike);
  };
  return { spawn, ended };
}

const small = scenarioOf({ workload: { orders: 2 } });
const large = scenarioOf({
  relays: { count: 2, claim: 'skip-locked', batch: 1 },
  budgets: { crashes: 1, redeliveries: 1 },
  invariants: ['I2', 'I3'],
});
const doubling = scenarioOf({ workload: { orders: 1 }, consumers: [{ name: 'shipping', dedup: 'none' }] });

/** Every state that is gone through, up to the first that ends it. */
async function states(scenario: Scenario, spawn = workers().spawn): Promise<readonly SchedulesState[]> {
  const schedules = createSchedules(spawn);
  const seen: SchedulesState[] = [];
  await new Promise<void>((resolve) => {
    schedules.state.subscribe((state) => {
      seen.push(state);
      if (state.at !== 'exploring') resolve();
    });
    schedules.start(scenario);
  });
  return seen;
}

describe('every schedule, in the page', () => {
  it('is explored in a worker that is ended with it', async () => {
    const { spawn, ended } = workers();
    const last = (await states(small, spawn)).at(-1);
    expect(last).toMatchObject({
      at: 'done',
      scenario: small,
      exploration: { verdict: 'holds', trace: null },
    });
    expect(ended).toEqual([1]);
  });

  it('tells how far it has come', async () => {
    const reports = (await states(large)).filter(({ at }) => at === 'exploring');
    expect(reports.length).toBeGreaterThan(2);
    expect(reports.at(-1)).toMatchObject({ at: 'exploring', states: expect.any(Number) });
  });

  it('comes back with the shortest way to what breaks', async () => {
    const last = (await states(doubling)).at(-1);
    if (last?.at !== 'done' || last.exploration.trace === null) throw new Error('Nothing broke.');
    expect(last.exploration).toMatchObject({ verdict: 'broken', invariant: 'I3', depth: 8 });
    expect(stepsOf(last.exploration.trace).at(-1)).toMatchObject({ kind: 'applied', value: 2 });
  });

  it('stops at once, and says nothing more', async () => {
    const { spawn, ended } = workers();
    const schedules = createSchedules(spawn);
    schedules.start(large);
    schedules.stop();
    expect(schedules.state.getState()).toEqual({ at: 'stopped' });
    expect(ended).toEqual([1]);
    schedules.start(small);
    await expect.poll(() => schedules.state.getState().at).toBe('done');
    expect(ended).toEqual([1, 2]);
    schedules.stop();
    expect(schedules.state.getState().at).toBe('done');
  });

  it('says so when the worker breaks down', async () => {
    const { spawn } = workers({ explore: () => Promise.reject(new Error('out of luck')) });
    expect((await states(small, spawn)).at(-1)).toEqual({
      at: 'failed',
      words: 'The checker broke down: out of luck.',
    });
  });
});
