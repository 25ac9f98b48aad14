// Runs for a stage of the page. A short one is over before a worker could start, so it is computed here and nothing is
// fetched for it; the worker is fetched for the first that goes on.
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { createRun } from '@/lib/sim/trace';
import { onceUntilItFails } from './once';
import { noRunAfter, noSimulator, type Run, type Simulations, stoppedRun } from './run';
import { runOf } from './stage-runs';

/** Steps: some milliseconds, on a phone as well. */
const SHORT = 2000;

/** Steps that an order takes at the very least. */
const EACH_ORDER = 8;

/** `load` fetches what computes the others. */
export function createPageSimulations(load: () => Promise<Simulations>): Simulations {
  let asked = 0;
  let workers: Simulations | null = null;
  const loaded = onceUntilItFails(load);
  return {
    run: async (scenario, commands, report) => {
      asked += 1;
      const mine = asked;
      workers?.stop();
      const run = shortRun(scenario, commands);
      if (run !== null) return run;
      const found = await loaded().catch(() => {
        throw noSimulator();
      });
      if (mine !== asked) throw stoppedRun();
      workers = found;
      return found.run(scenario, commands, report);
    },
    stop: () => {
      asked += 1;
      workers?.stop();
    },
    end: () => {
      asked += 1;
      workers?.end();
    },
  };
}

export const pageSimulations = (): Simulations =>
  createPageSimulations(async () => (await import('./simulations')).workerSimulations());

/** The run, if it comes to its end in so few steps; null if it does not. */
function shortRun(scenario: Scenario, commands: readonly Command[]): Run | null {
  if (scenario.workload.orders * EACH_ORDER > SHORT) return null;
  try {
    const running = createRun(scenario, commands, SHORT);
    return running.advance(SHORT) || running.steps() >= SHORT ? null : runOf(running.trace());
  } catch (error) {
    throw noRunAfter(error);
  }
}
