// How things stand, counted from the steps of a trace alone.
import { at } from '../columns';
import type { Millis } from '../scenario/scenario';
import { stepAt, stepsBy, type Trace } from '../trace';
import { heartbeatOf } from './heartbeat';
import { dueFor, dueSince } from './row-tally';
import { begin, COUNTERS, count, countersOf, type Tally } from './tally';

/** What stands in the strip of counters and on the charts, each by its definition. */
export interface Metrics {
  /** Committed rows that no relay has marked, given up, or passed with its cursor. A dual write has none. */
  readonly pending: number;
  /**
   * How long the oldest pending row has been due: since its commit or, where the broker said no to it, since the
   * earliest end of its backoff. 0 where none is due.
   */
  readonly oldestDueMs: Millis;
  /** Copies of events that the broker took and that some group has still to handle. */
  readonly inFlight: number;
  /** Committed events that have had an effect at every group that wants them, one at least. */
  readonly delivered: number;
  /** Copies of events that the broker took. */
  readonly published: number;
  /** Publishes that brought nobody a message: refused, returned, dropped. */
  readonly failedPublishes: number;
  /** Copies that the broker took and that a group has not acknowledged, by group. */
  readonly lag: readonly number[];
  /** Handlings of an event by a group that had handled it before: skipped, or a further effect. */
  readonly redelivered: number;
  /** Rows that a relay gave up, and events that stand among a group's dead letters. */
  readonly deadLetters: number;
  /** Events that stand aside behind a dead letter, by group and event. */
  readonly parked: number;
  /** Committed events that some group wants and has neither had nor holds as a dead letter, that no message carries to it and no row will send. */
  readonly lost: number;
  /** Change data capture: committed changes that the log must keep, beyond the saved place. 0 elsewhere. */
  readonly walRetained: number;
  /** When each relay last gave a sign of life: a step of its own, or a poll at its interval while it was up. Null before the first. */
  readonly heartbeats: readonly (Millis | null)[];
}

/** How things stand at a time, with all that has happened by then. */
export const metricsAt = (trace: Trace, time: Millis): Metrics =>
  seriesOf(trace, [{ time, steps: stepsBy(trace, time) }])[0] as Metrics;

/** How things stand right after so many steps. */
export const metricsAfter = (trace: Trace, steps: number): Metrics =>
  seriesOf(trace, [{ time: steps === 0 ? 0 : at(trace.codes.at, steps - 1) / 1000, steps }])[0] as Metrics;

/** How things stand at each of several times, which come in order. One pass: as many steps as there are, once each. */
export const series = (trace: Trace, moments: readonly Millis[]): readonly Metrics[] =>
  seriesOf(
    trace,
    moments.map((time) => ({ time, steps: stepsBy(trace, time) })),
  );

interface Moment {
  readonly time: Millis;
  readonly steps: number;
}

function seriesOf(trace: Trace, moments: readonly Moment[]): readonly Metrics[] {
  const tally = begin(trace);
  let place = 0;
  return moments.map(({ time, steps }) => {
    while (place < steps) {
      count(tally, stepAt(trace, place), at(trace.codes.actor, place));
      place += 1;
    }
    return metricsOf(tally, time);
  });
}

const metricsOf = (tally: Tally, time: Millis): Metrics => ({
  ...countersOf((name) => COUNTERS[name](tally)),
  oldestDueMs: dueFor(dueSince(tally), time),
  lag: [...tally.passage.lag],
  heartbeats: tally.pulses.map((pulse) => heartbeatOf(pulse, time)),
});
