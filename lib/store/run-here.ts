// The computation of any run without a worker, for tests: what the worker would make, and refuse.
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { simulatorService } from '@/lib/workers/simulator';
import type { Run } from './run';
import { runFrom } from './simulations';

/** The run of a scenario with what is done to it. */
export const runHere = async (scenario: Scenario, commands: readonly Command[] = []): Promise<Run> =>
  runFrom(await simulatorService.simulate(scenario, commands));
