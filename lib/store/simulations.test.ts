import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { type WorkerLike, WorkerProcess } from '@/lib/rpc/worker-process';
import { flightsOf } from '@/lib/scene/flights';
import { ledgerOf } from '@/lib/sim/look/ledger';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { commands, story } from '@/lib/sim/tell/notation';
import { run as runTrace } from '@/lib/sim/trace';
import { type SimulatorService, simulatorService } from '@/lib/workers/simulator';
import { NoRun } from './run';
import { runHere } from './run-here';
import { createSimulations } from './simulations';

/** Workers in this thread: how many there were, which of them were ended, and a way to break the last. */
function workers(service: SimulatorService = simulatorService) {
  const ended: number[] = [];
  const ports: MessagePort[] = [];
  const spawn = () => {
    const { port1, port2 } = new MessageChannel();
    expose(service, port2);
    const number = ports.push(port1);
    const terminate = () => {
      ended.push(number);
      port1.close();
    };
    return new WorkerProcess<SimulatorService>(Object.assign(port1, { terminate }) as unknown as WorkerLike);
  };
  const breakLast = () => ports.at(-1)?.dispatchEvent(new Event('error'));
  return { spawn, ended, spawned: () => ports.length, breakLast };
}

const never: SimulatorService = { simulate: () => new Promise(() => undefined) };

const small = scenarioOf({ workload: { orders: 2 } });
const long = scenarioOf({ workload: { orders: 20_000, everyMs: 5 }, relays: { batch: 100 } });
const deeds = commands('crash@100 order@300');

describe('a run from a worker', () => {
  it('is the run that it would be here: trace, flights and ledger', async () => {
    const trace = runTrace(small, deeds);
    const made = await createSimulations(workers().spawn).run(small, deeds);
    expect(story(made.trace)).toBe(story(trace));
    expect(made.flights).toEqual(flightsOf(trace));
    expect(made.ledger).toEqual(ledgerOf(trace));
    expect(await runHere(small, deeds)).toEqual(made);
  });

  it('finds its worker warm after the first', async () => {
    const { spawn, spawned, ended } = workers();
    const simulations = createSimulations(spawn);
    await simulations.run(small, []);
    await simulations.run(small, deeds);
    expect([spawned(), ended]).toEqual([1, []]);
  });

  it('says how far it has come, every 50,000 steps', async () => {
    const heard: number[] = [];
    const { trace } = await createSimulations(workers().spawn).run(long, [], (steps) => heard.push(steps));
    expect(heard.length).toBe(Math.floor((trace.length - 1) / 50_000));
    expect(heard[0]).toBeGreaterThanOrEqual(50_000);
    expect(heard[0]).toBeLessThan(50_100);
  });

  it('of more orders than a page runs is refused, and the worker lives on', async () => {
    const { spawn, spawned } = workers();
    const simulations = createSimulations(spawn);
    const placed = commands('order@0');
    const many = scenarioOf({ workload: { orders: 200_000 } });
    await expect(simulations.run(many, placed)).rejects.toEqual(
      new NoRun(
        'refused',
        'The scenario has 200,001 orders, and the page runs 200,000 at most. The command line runs more: npm run -s simulate -- FILE',
      ),
    );
    await expect(simulations.run(many, placed)).rejects.toMatchObject({ at: 'refused' });
    await simulations.run(small, []);
    expect(spawned()).toBe(1);
  });
});

describe('a run that is under way', () => {
  it('is stopped with its worker, and the next has one of its own', async () => {
    const { spawn, ended } = workers(never);
    const simulations = createSimulations(spawn);
    const first = simulations.run(small, []);
    simulations.stop();
    await expect(first).rejects.toMatchObject({ at: 'stopped' });
    const second = simulations.run(small, []);
    expect(ended).toEqual([1]);
    simulations.end();
    await expect(second).rejects.toMatchObject({ at: 'stopped' });
    expect(ended).toEqual([1, 2]);
  });

  it('gives way to another', async () => {
    const { spawn, ended, spawned } = workers();
    const simulations = createSimulations(spawn);
    const first = simulations.run(long, []);
    const second = simulations.run(small, []);
    await expect(first).rejects.toMatchObject({ at: 'stopped' });
    expect((await second).trace.scenario).toEqual(small);
    expect([spawned(), ended]).toEqual([2, [1]]);
  });

  it('fails with its worker, and the next has one of its own', async () => {
    const { spawn, spawned, breakLast } = workers(never);
    const simulations = createSimulations(spawn);
    const first = simulations.run(small, []);
    breakLast();
    await expect(first).rejects.toEqual(
      new NoRun('failed', 'The simulator could not be loaded, or ran out of memory. Try again.'),
    );
    simulations.run(small, []).catch(() => undefined);
    expect(spawned()).toBe(2);
    simulations.end();
  });

  it('fails as the simulator fails', async () => {
    const { spawn } = workers({ simulate: () => Promise.reject(new Error('out of luck')) });
    await expect(createSimulations(spawn).run(small, [])).rejects.toEqual(
      new NoRun('failed', 'The simulator broke down: out of luck.'),
    );
  });
});

it('to stop where nothing runs leaves the worker warm, and to end lets it go', async () => {
  const { spawn, ended } = workers();
  const simulations = createSimulations(spawn);
  await simulations.run(small, []);
  simulations.stop();
  expect(ended).toEqual([]);
  simulations.end();
  expect(ended).toEqual([1]);
});
