// The computation of a run without a worker, for tests: a page that loaded this would have the simulator twice.
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { simulatorService } from '@/lib/workers/simulator';
import { type Run, runFrom } from './simulations';

/** The run of a scenario with what is done to it. */
export const runHere = async (scenario: Scenario, commands: readonly Command[] = []): Promise<Run> =>
  runFrom(await simulatorService.simulate(scenario, commands));
