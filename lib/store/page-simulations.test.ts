import { describe, expect, it } from 'vitest';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { commands } from '@/lib/sim/tell/notation';
import { createPageSimulations } from './page-simulations';
import { NoRun, type Run, type Simulations } from './run';
import { runHere } from './run-here';

const short = scenarioOf({ workload: { orders: 3 } });
const long = scenarioOf({ workload: { orders: 300 } });
/** So many orders more. */
const placed = (orders: number) =>
  commands(Array.from({ length: orders }, (_, at) => `order@${at}`).join(' '));
const deeds = commands('crash@100 order@300');

/** A worker in this thread that notes what it is asked for, and how often it was fetched. */
function fetched(fetch: (worker: Simulations) => Promise<Simulations> = async (worker) => worker) {
  const asked: string[] = [];
  const worker: Simulations = {
    run: (scenario: Scenario): Promise<Run> => {
      asked.push(`run ${scenario.workload.orders}`);
      return runHere(scenario);
    },
    stop: () => asked.push('stop'),
    end: () => asked.push('end'),
  };
  const load = () => {
    asked.push('fetch');
    return fetch(worker);
  };
  return { asked, simulations: createPageSimulations(load) };
}

describe('a short run', () => {
  it('is the run that a worker would make, and nothing is fetched for it', async () => {
    const { asked, simulations } = fetched();
    const { trace, flights, ledger } = await simulations.run(short, deeds);
    const made = await runHere(short, deeds);
    expect({ flights, ledger }).toEqual({ flights: made.flights, ledger: made.ledger });
    expect({ ...trace, codes: null, plan: null }).toEqual({ ...made.trace, codes: null, plan: null });
    expect(asked).toEqual([]);
  });

  it('says why it broke down', async () => {
    const broken = { ...short, consumers: null } as unknown as Scenario;
    await expect(fetched().simulations.run(broken, [])).rejects.toEqual(
      new NoRun('failed', "The simulator broke down: Cannot read properties of null (reading 'map')."),
    );
  });
});

describe('a run that goes on', () => {
  it('is one of the worker, which is fetched once', async () => {
    const { asked, simulations } = fetched();
    await simulations.run(long, []);
    await simulations.run(long, []);
    expect(asked).toEqual(['fetch', 'run 300', 'stop', 'run 300']);
  });

  it('is known by its steps where it has few orders', async () => {
    const { asked, simulations } = fetched();
    await simulations.run(scenarioOf({ workload: { orders: 240 } }), placed(60));
    expect(asked).toEqual(['fetch', 'run 240']);
  });

  it.each([['stop'], ['end']] as const)(
    'is not begun where somebody said %s while the worker was fetched',
    async (say) => {
      const { asked, simulations } = fetched();
      const run = simulations.run(long, []);
      simulations[say]();
      await expect(run).rejects.toEqual(new NoRun('stopped', 'The run was stopped.'));
      expect(asked).toEqual(['fetch']);
    },
  );

  it('gives way to another', async () => {
    const { asked, simulations } = fetched();
    const first = simulations.run(long, []);
    const second = await simulations.run(short, []);
    await expect(first).rejects.toMatchObject({ at: 'stopped' });
    expect(second.trace.scenario).toEqual(short);
    expect(asked).toEqual(['fetch']);
  });

  it('is refused in words where the worker cannot be fetched, and the next one tries again', async () => {
    const { asked, simulations } = fetched(() => Promise.reject(new Error('offline')));
    const refused = new NoRun(
      'failed',
      'The simulator could not be loaded, or ran out of memory. Try again.',
    );
    await expect(simulations.run(long, [])).rejects.toEqual(refused);
    await expect(simulations.run(long, [])).rejects.toEqual(refused);
    expect(asked).toEqual(['fetch', 'fetch']);
  });
});

it('to stop, and to end, is passed on once the worker is there', async () => {
  const { asked, simulations } = fetched();
  await simulations.run(long, []);
  simulations.stop();
  simulations.end();
  expect(asked).toEqual(['fetch', 'run 300', 'stop', 'end']);
});
