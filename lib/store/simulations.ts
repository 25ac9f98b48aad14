// Runs that take long, computed in a worker that is kept warm: the next one begins at once. A run without end can be
// stopped. Fetched for the first of them.
import { proxy } from 'comlink';
import { WorkerKilled, WorkerProcess } from '@/lib/rpc/worker-process';
import { unpackTrace } from '@/lib/sim/packed';
import type { Simulated, SimulatorService } from '@/lib/workers/simulator';
import { NoRun, noRunAfter, noSimulator, type Run, type Simulations, stoppedRun } from './run';

type Simulator = WorkerProcess<SimulatorService>;

export function createSimulations(spawn: () => Simulator): Simulations {
  let worker: Simulator | null = null;
  let busy: Simulator | null = null;

  const end = () => {
    const ended = worker;
    worker = null;
    busy = null;
    ended?.stop();
  };

  const stop = () => {
    if (busy !== null) end();
  };

  const run: Simulations['run'] = async (scenario, commands, report) => {
    stop();
    worker ??= spawn();
    const mine = worker;
    busy = mine;
    const hear = proxy((steps: number) => {
      if (worker === mine) report?.(steps);
    });
    try {
      return runFrom(await mine.call((service) => service.simulate(scenario, commands, hear), null));
    } catch (error) {
      // One that died is not asked again.
      if (error instanceof WorkerKilled && worker === mine) worker = null;
      throw noRun(error);
    } finally {
      if (busy === mine) busy = null;
    }
  };

  return { run, stop, end };
}

/** What the worker handed over, as a run. */
export function runFrom(simulated: Simulated): Run {
  if (simulated.at === 'refused') throw new NoRun('refused', simulated.words);
  const { trace, flights, ledger } = simulated;
  return { trace: unpackTrace(trace), flights, ledger };
}

function noRun(error: unknown): NoRun {
  if (error instanceof NoRun) return error;
  if (!(error instanceof WorkerKilled)) return noRunAfter(error);
  return error.reason === 'stopped' ? stoppedRun() : noSimulator();
}

export const workerSimulations = (): Simulations =>
  createSimulations(
    () =>
      new WorkerProcess<SimulatorService>(
        new Worker(new URL('../workers/simulator.worker.ts', import.meta.url), { type: 'module' }),
      ),
  );
