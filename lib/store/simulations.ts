// Runs for a stage, computed in a worker that is kept warm: the next one begins at once. A run without end can be stopped.
import { proxy } from 'comlink';
import { WorkerKilled, type WorkerProcess } from '@/lib/rpc/worker-process';
import type { Flights } from '@/lib/scene/flights';
import type { Ledger } from '@/lib/sim/look/ledger';
import { unpackTrace } from '@/lib/sim/packed';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';
import type { Simulated, SimulatorService } from '@/lib/workers/simulator';

/** A trace, with what is drawn of it and counted in it. */
export interface Run {
  readonly trace: Trace;
  readonly flights: Flights;
  readonly ledger: Ledger;
}

/** Why there is no run: somebody stopped it or asked for another, it is more than a page runs, or something broke. */
export class NoRun extends Error {
  override readonly name = 'NoRun';
  readonly at: 'stopped' | 'refused' | 'failed';

  /** The message is in words for the reader. */
  constructor(at: NoRun['at'], words: string) {
    super(words);
    this.at = at;
  }
}

export interface Simulations {
  /** Rejects with `NoRun`. A run that is under way gives way to it. `report` hears how many steps there are so far. */
  readonly run: (
    scenario: Scenario,
    commands: readonly Command[],
    report?: (steps: number) => void,
  ) => Promise<Run>;
  /** Ends the run that is under way; nothing if there is none. */
  readonly stop: () => void;
  /** The page wants no more runs for now: the worker goes as well. */
  readonly end: () => void;
}

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
  if (!(error instanceof WorkerKilled)) {
    const words = error instanceof Error ? error.message : String(error);
    return new NoRun('failed', `The simulator broke down: ${words}.`);
  }
  return error.reason === 'stopped'
    ? new NoRun('stopped', 'The run was stopped.')
    : new NoRun('failed', 'The simulator could not be loaded, or ran out of memory. Try again.');
}
