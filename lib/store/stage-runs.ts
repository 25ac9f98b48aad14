// The run of a trace that no worker made: one that an exploration found, and so a short one. Fetched when it is first needed.
import { flightsOf } from '@/lib/scene/flights';
import { ledgerOf } from '@/lib/sim/look/ledger';
import type { Trace } from '@/lib/sim/trace';
import type { Run } from './simulations';

/** What a stage needs of a trace. */
export const runOf = (trace: Trace): Run => ({
  trace,
  flights: flightsOf(trace),
  ledger: ledgerOf(trace),
});
