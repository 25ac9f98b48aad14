// How things stand after each step of a trace, kept as columns: any moment of a long run is looked up, not counted anew.
import { at, timeAt } from '../columns';
import type { Millis, Scenario } from '../scenario/scenario';
import { stepAt, stepsBy, type Trace } from '../trace';
import type { Metrics } from './metrics';
import { dueFor, dueSince } from './row-tally';
import { begin, COUNTERS, type Counter, count, countersOf, type Tally } from './tally';

export interface Ledger {
  readonly length: number;
  /** The metrics that are numbers, one column each, one entry a step. */
  readonly columns: { readonly [Name in LedgerColumn]: Int32Array<ArrayBuffer> };
  /**
   * Since when the pending row that is due first has been so, in milliseconds; −1 where none is pending. After the step
   * where its backoff ends later: from then on it is due, though no step says so.
   */
  readonly dueSince: Float64Array<ArrayBuffer>;
  /** One for each group. */
  readonly lag: readonly Int32Array<ArrayBuffer>[];
}

export type LedgerColumn = Counter;

/** Room for so many steps, in which nothing has been counted. */
export const emptyLedger = ({ consumers }: Scenario, length = 0): Ledger => ({
  length,
  columns: countersOf(() => new Int32Array(length)),
  dueSince: new Float64Array(length),
  lag: consumers.map(() => new Int32Array(length)),
});

/** Counts a whole trace once. */
export function ledgerOf(trace: Trace): Ledger {
  const { length, codes, scenario } = trace;
  const ledger = emptyLedger(scenario, length);
  const tally = begin(trace);
  const note = noteIn(ledger);
  for (let place = 0; place < length; place += 1) {
    count(tally, stepAt(trace, place), at(codes.actor, place));
    note(place, tally);
  }
  return ledger;
}

/** Writes down what is counted so far; each column is looked up once, and not with every step. */
function noteIn({ columns, dueSince: since, lag }: Ledger): (place: number, tally: Tally) => void {
  const counted = (Object.keys(COUNTERS) as Counter[]).map((name) => ({
    column: columns[name],
    value: COUNTERS[name],
  }));
  return (place, tally) => {
    for (const { column, value } of counted) column[place] = value(tally);
    since[place] = dueSince(tally) ?? NONE;
    for (let group = 0; group < lag.length; group += 1) {
      (lag[group] as Int32Array)[place] = at(tally.passage.lag, group);
    }
  };
}

/** Nothing is due. */
const NONE = -1;

/** How things stand after so many steps, at a time not before them. The same as `metricsAt`, but for heartbeats. */
export function standingAt(ledger: Ledger, steps: number, time: Millis): Omit<Metrics, 'heartbeats'> {
  const { columns, lag } = ledger;
  return {
    ...countersOf((name) => after(columns[name], steps)),
    oldestDueMs: dueAt(ledger, steps, time),
    lag: lag.map((column) => after(column, steps)),
  };
}

const after = (column: Int32Array, steps: number): number => (steps === 0 ? 0 : at(column, steps - 1));

function dueAt(ledger: Ledger, steps: number, time: Millis): Millis {
  const since = steps === 0 ? NONE : timeAt(ledger.dueSince, steps - 1);
  return dueFor(since === NONE ? null : since, time);
}

/** What the charts show, at as many moments from 0 to `span` as there is room for. */
export interface Series {
  /** Milliseconds. */
  readonly at: Float64Array;
  readonly pending: Float64Array;
  /** Of all groups together. */
  readonly lag: Float64Array;
  readonly oldestDueMs: Float64Array;
  /** Events a second that had an effect at every group, over the time since the moment before. */
  readonly throughput: Float64Array;
}

/** The moments are equally far apart, the first at 0 and the last at `span`; each shows what the counters say there. */
export function seriesFrom(ledger: Ledger, trace: Trace, span: Millis, moments: number): Series {
  const many = span > 0 ? Math.max(2, Math.floor(moments)) : 1;
  const column = () => new Float64Array(many);
  const series: Series = {
    at: column(),
    pending: column(),
    lag: column(),
    oldestDueMs: column(),
    throughput: column(),
  };
  const { pending, delivered } = ledger.columns;
  let before = 0;
  for (let place = 0; place < many; place += 1) {
    const time = place === 0 ? 0 : (span * place) / (many - 1);
    const steps = stepsBy(trace, time);
    const now = after(delivered, steps);
    series.at[place] = time;
    series.pending[place] = after(pending, steps);
    series.lag[place] = ledger.lag.reduce((sum, column) => sum + after(column, steps), 0);
    series.oldestDueMs[place] = dueAt(ledger, steps, time);
    // At the first moment no time has passed.
    series.throughput[place] = place === 0 ? 0 : ((now - before) * 1000 * (many - 1)) / span;
    before = now;
  }
  return series;
}
