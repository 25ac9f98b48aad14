// What else is told of a run in time: when things happened, how long they took, and the mishaps that have a name.
import { at } from '../columns';
import type { Millis } from '../scenario/scenario';
import { FIRST_RELAY, type Step, type StepKind } from '../step';
import type { Trace } from '../trace';
import { dueFor, dueSince } from './row-tally';
import type { Tally } from './tally';

/** Plain JSON. */
export interface RunFigures {
  /** When each kind of step happened first, and when last; a kind that never happened is left out. */
  readonly first: { readonly [Kind in StepKind]?: Millis };
  readonly last: { readonly [Kind in StepKind]?: Millis };
  /** When the broker said no, or was not there: each publish that failed, up to the first 20,000. */
  readonly failedAt: readonly Millis[];
  /** Those of them that followed a failure of the same row, or of the same relay with nothing sent in between: retries. */
  readonly retriedAt: readonly Millis[];
  /** When the last row that was still to be sent was sent, or given up; null where some are pending at the end. */
  readonly drainedMs: Millis | null;
  /** The longest that a row was overdue. */
  readonly oldestDueMs: Millis;
  /** From the commit of an event to its effect at all who want it; null where none had one. */
  readonly latency: { readonly p50: Millis; readonly p95: Millis; readonly most: Millis } | null;
  readonly mishaps: Mishaps;
  /** The crashes, in their order, up to the first 100. */
  readonly crashes: readonly Crash[];
}

/** How often each of them happened. */
export interface Mishaps {
  /** Committed events that will never reach somebody who wants them. */
  readonly lost: number;
  /** Events that were sent, and whose change was never committed. */
  readonly ghost: number;
  /** Effects beyond the first, of one event at one group. */
  readonly duplicate: number;
  /** Events that took effect after a later one of their aggregate, at one group. */
  readonly reordered: number;
}

export type Crash = Pick<Step, 'at' | 'actor' | 'event' | 'value'> & { readonly kind: StepKind };

const MOST_FAILURES = 20_000;
const MOST_CRASHES = 100;
const CRASHES: readonly StepKind[] = ['service-crashed', 'crashed', 'consumer-crashed'];

/** What has been counted so far. */
export interface Figures {
  readonly trace: Trace;
  readonly first: { [Kind in StepKind]?: Millis };
  readonly last: { [Kind in StepKind]?: Millis };
  readonly failedAt: Millis[];
  readonly retriedAt: Millis[];
  /** Rows, and relays, whose last attempt failed. */
  readonly failing: Set<string>;
  readonly latencies: Millis[];
  readonly crashes: Crash[];
  /** By event. */
  readonly committedAt: Millis[];
  readonly versions: number[];
  readonly done: boolean[];
  /** The highest version that took effect, by group and aggregate. */
  readonly highest: Map<string, number>;
  drainedMs: Millis;
  oldestDueMs: Millis;
  ghost: number;
  duplicate: number;
  reordered: number;
}

export const beginFigures = (trace: Trace): Figures => ({
  trace,
  first: {},
  last: {},
  failedAt: [],
  retriedAt: [],
  failing: new Set(),
  latencies: [],
  crashes: [],
  committedAt: [],
  versions: [],
  done: [],
  highest: new Map(),
  drainedMs: 0,
  oldestDueMs: 0,
  ghost: 0,
  duplicate: 0,
  reordered: 0,
});

/** Before the counters take the step: how late the run is by then. */
export function noteDelay(figures: Figures, tally: Tally, now: Millis): void {
  figures.oldestDueMs = Math.max(figures.oldestDueMs, dueFor(dueSince(tally), now));
}

/** After the counters took it. */
export function noteStep(figures: Figures, tally: Tally, step: Step, pendingBefore: number): void {
  const { first, last, crashes, committedAt, versions } = figures;
  const { kind, event, value, at: now, actor } = step;
  first[kind] ??= now;
  last[kind] = now;
  if (CRASHES.includes(kind) && crashes.length < MOST_CRASHES)
    crashes.push({ at: now, kind, actor, event, value });
  if (isFailure(kind)) noteFailure(figures, step);
  if (kind === 'confirmed') figures.failing.delete(actor);
  if (kind === 'inserted') versions[event] = value;
  if (kind === 'committed') {
    committedAt[event] = now;
    versions[event] = value;
  }
  if (isGhost(step)) figures.ghost += 1;
  if (kind === 'applied') noteEffect(figures, tally, step);
  if (pendingBefore > 0 && tally.pending === 0) figures.drainedMs = now;
}

const isFailure = (kind: StepKind): boolean => kind === 'refused' || kind === 'returned';

/** A refusal with a relay's number is about the relay, any other about the row. */
function noteFailure({ failedAt, retriedAt, failing, trace }: Figures, step: Step): void {
  const { kind, event, value, at: now } = step;
  const isOfRelay = kind === 'refused' && value > 0;
  const who = isOfRelay ? (trace.actors[FIRST_RELAY + value - 1] as string) : `row ${event}`;
  if (failedAt.length < MOST_FAILURES) failedAt.push(now);
  if (failing.has(who) && retriedAt.length < MOST_FAILURES) retriedAt.push(now);
  failing.add(who);
}

/** Its event is out, and its transaction is not. */
const isGhost = ({ kind, value }: Step): boolean =>
  (kind === 'rolled-back' && value === 1) || (kind === 'service-crashed' && value === 2);

function noteEffect(figures: Figures, tally: Tally, { event, value, at: now, actor }: Step): void {
  const { trace, highest, versions, latencies, committedAt, done } = figures;
  if (tally.rows[event]?.delivered === true && done[event] !== true) {
    done[event] = true;
    latencies.push(now - (committedAt[event] ?? now));
  }
  if (value > 1) {
    figures.duplicate += 1;
    return;
  }
  const group = at(tally.passage.groups, trace.actors.indexOf(actor));
  const key = `${group} ${(event - 1) % trace.plan.aggregates}`;
  const version = versions[event] ?? 0;
  if (version < (highest.get(key) ?? 0)) figures.reordered += 1;
  else highest.set(key, version);
}

export function runFigures(figures: Figures, tally: Tally): RunFigures {
  const { first, last, failedAt, retriedAt, crashes, oldestDueMs, latencies } = figures;
  const { ghost, duplicate, reordered } = figures;
  return {
    first,
    last,
    failedAt,
    retriedAt,
    crashes,
    drainedMs: tally.pending > 0 ? null : figures.drainedMs,
    oldestDueMs,
    latency: spread(latencies.sort((one, other) => one - other)),
    mishaps: { lost: tally.lost, ghost, duplicate, reordered },
  };
}

function spread(sorted: readonly Millis[]): RunFigures['latency'] {
  const most = sorted.at(-1);
  if (most === undefined) return null;
  const share = (part: number): Millis => sorted[Math.ceil(sorted.length * part) - 1] as Millis;
  return { p50: share(0.5), p95: share(0.95), most };
}
