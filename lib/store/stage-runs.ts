// The run of a trace that no worker made: a short one, or one that an exploration found.
import { flightsOf } from '@/lib/scene/flights';
import { ledgerOf } from '@/lib/sim/look/ledger';
import type { Trace } from '@/lib/sim/trace';
import type { Run } from './run';

/** What a stage needs of a trace. */
export const runOf = (trace: Trace): Run => ({
  trace,
  flights: flightsOf(trace),
  ledger: ledgerOf(trace),
});
