// Runs that are made here and not elsewhere: they are short.
import { flightsOf } from '@/lib/scene/flights';
import { ledgerOf } from '@/lib/sim/look/ledger';
import { run, type Trace } from '@/lib/sim/trace';
import type { Run } from './simulations';
import type { Inputs } from './stage-computing';

/** What a stage needs of a trace. */
export const runOf = (trace: Trace): Run => ({
  trace,
  flights: flightsOf(trace),
  ledger: ledgerOf(trace),
});

/** The beginning, where nothing has happened: what is drawn until a run has been computed. */
export const emptyRun = ({ scenario, commands }: Inputs): Run =>
  // No limit has cut it short.
  runOf({ ...run(scenario, commands, 0), unfinished: false });
