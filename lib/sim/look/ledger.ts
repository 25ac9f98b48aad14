// How things stand after each step of a trace, kept as columns: any moment of a long run is looked up, not counted anew.
import type { Millis } from '../scenario/scenario';
import type { Trace } from '../trace';
import type { Metrics } from './metrics';

export interface Ledger {
  readonly length: number;
  /** The metrics that are numbers, one column each, one entry a step. */
  readonly columns: { readonly [Name in LedgerColumn]: Int32Array };
  /** Since when the oldest pending row has been due, in milliseconds; −1 where none is. */
  readonly dueSince: Float64Array;
  /** One for each group. */
  readonly lag: readonly Int32Array[];
}

export type LedgerColumn =
  | 'pending'
  | 'inFlight'
  | 'delivered'
  | 'published'
  | 'failedPublishes'
  | 'redelivered'
  | 'deadLetters'
  | 'parked'
  | 'lost'
  | 'walRetained';

/** Counts a whole trace once. */
export declare function ledgerOf(trace: Trace): Ledger;

/** How things stand after so many steps, at a time not before them. The same as `metricsAt`, but for heartbeats. */
export declare function standingAt(ledger: Ledger, steps: number, time: Millis): Omit<Metrics, 'heartbeats'>;

/** What the charts show, at as many moments from 0 to `span` as there is room for. */
export interface Series {
  /** Milliseconds. */
  readonly at: Float64Array;
  readonly pending: Float64Array;
  readonly lag: Float64Array;
  readonly oldestDueMs: Float64Array;
  /** Events a second that had an effect at every group, over the time since the moment before. */
  readonly throughput: Float64Array;
}

export declare function seriesFrom(ledger: Ledger, trace: Trace, span: Millis, moments: number): Series;
