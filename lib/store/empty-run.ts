import { NO_FLIGHTS } from '@/lib/scene/no-flights';
import { emptyLedger } from '@/lib/sim/look/ledger';
import { run } from '@/lib/sim/trace';
import type { Run } from './run';
import type { Inputs } from './stage-computing';

/** The beginning, where nothing has happened: what is drawn until a run has been computed. */
export const emptyRun = ({ scenario, commands }: Inputs): Run => ({
  // No limit has cut it short.
  trace: { ...run(scenario, commands, 0), unfinished: false },
  flights: NO_FLIGHTS,
  ledger: emptyLedger(scenario),
});
