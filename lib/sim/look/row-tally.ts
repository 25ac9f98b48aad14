// The outbox as the counters see it: which rows are pending, given up, and for how long they have been due.
import { at } from '../columns';
import { bounds } from '../retry';
import type { ConsumerSettings, Millis } from '../scenario/scenario';
import { FIRST_RELAY, type Step } from '../step';
import { addDue, type DueRow, removeFirst } from './due-rows';
import { groupOf } from './passage';
import type { Tally } from './tally';

/** An event as its producer knows it. */
export interface Row {
  committed: boolean;
  pending: boolean;
  dead: boolean;
  /** Since when, or from when on. */
  dueSince: Millis;
  /** It is due by its backoff or by a redrive, no longer by its commit. */
  retried: boolean;
  /** A dual write has committed it, and its message is still to come. */
  unsent: boolean;
  /** Groups that have marked it, where the table is the queue. */
  marks: number;
  delivered: boolean;
  lost: boolean;
}

/** What is known of an event’s row. */
export function rowOf({ rows }: Tally, event: number): Row {
  rows[event] ??= {
    committed: false,
    pending: false,
    dead: false,
    dueSince: 0,
    retried: false,
    unsent: false,
    marks: 0,
    delivered: false,
    lost: false,
  };
  return rows[event];
}

/** What one more step says of rows. */
export function countRow(tally: Tally, step: Step, actor: number) {
  const { event, events, kind, value, at: now } = step;
  const { scenario } = tally.trace;
  switch (kind) {
    case 'inserted':
      rowOf(tally, event).unsent = scenario.publication === 'dual-write';
      return;
    case 'committed':
      return commit(tally, step);
    case 'marked':
      for (const one of events.length > 0 ? events : [event]) mark(tally, one, actor);
      return;
    case 'saved':
      return pass(tally, value);
    case 'gave-up':
      setDead(tally, event, true);
      return setPending(tally, event, false);
    case 'failed-to-publish':
      return retry(tally, event, now + bounds(scenario.relays.retry, value)[0]);
    case 'redriven':
      return requeue(tally, actor, now);
    default:
      return;
  }
}

function commit(tally: Tally, { event, row, at: now }: Step): void {
  const { commits, places, trace, cursor } = tally;
  const one = rowOf(tally, event);
  one.committed = true;
  one.dueSince = now;
  commits.push(event);
  if (trace.scenario.publication === 'dual-write') return;
  const place = placeOf(tally, event, row);
  places[place] = event;
  setPending(tally, event, place > cursor);
}

/** Transactions take their numbers in the order in which events do. */
function placeOf({ isLog, trace, commits }: Tally, event: number, row: number): number {
  if (isLog) return commits.length;
  return trace.scenario.relays.cursor === 'xmin-fence' ? event : row;
}

function setPending(tally: Tally, event: number, pending: boolean): void {
  const row = rowOf(tally, event);
  if (row.pending !== pending) tally.pending += pending ? 1 : -1;
  row.pending = pending;
}

/** Without claims several relays may give up one row. */
function setDead(tally: Tally, event: number, dead: boolean): void {
  const row = rowOf(tally, event);
  if (row.dead !== dead) tally.deadRows += dead ? 1 : -1;
  row.dead = dead;
}

/** Where the table is the queue, a row is done once every group that wants it has marked it. */
function mark(tally: Tally, event: number, actor: number): void {
  const row = rowOf(tally, event);
  const isRelay = actor < FIRST_RELAY + tally.batches.length;
  row.marks += 1;
  const wanting = tally.passage.wanted[event] ?? [];
  if (!isRelay && row.marks < wanting.length) return;
  setDead(tally, event, false);
  setPending(tally, event, false);
}

function pass(tally: Tally, cursor: number): void {
  for (let place = tally.cursor + 1; place <= cursor; place += 1) {
    const event = tally.places[place];
    if (event === undefined) continue;
    setPending(tally, event, false);
    tally.passage.touched.push(event);
  }
  tally.cursor = Math.max(tally.cursor, cursor);
}

/** A dead letter that a group takes from the table once more is a row that waits again. */
function requeue(tally: Tally, actor: number, now: Millis): void {
  const { passage, trace } = tally;
  const { onPoison } = passage.consumers[groupOf(passage, actor)] as ConsumerSettings;
  if (trace.scenario.broker.kind !== 'outbox' || onPoison === 'halt') return;
  for (const event of passage.touched) {
    rowOf(tally, event).marks -= 1;
    retry(tally, event, now);
    setPending(tally, event, true);
  }
}

function retry(tally: Tally, event: number, since: Millis) {
  Object.assign(rowOf(tally, event), { dueSince: since, retried: true });
  addDue(tally.retried, { event, since });
}

/** Since when the pending row that is due first has been so, or from when on it will be; null where none is pending. */
export function dueSince(tally: Tally): Millis | null {
  const { commits, retried, rows } = tally;
  while (tally.oldest < commits.length && isSettled(tally, at(commits, tally.oldest))) tally.oldest += 1;
  while (retried[0] !== undefined && isPast(tally, retried[0])) removeFirst(retried);
  const first = rows[commits[tally.oldest] ?? 0]?.dueSince ?? Number.POSITIVE_INFINITY;
  const since = Math.min(first, retried[0]?.since ?? Number.POSITIVE_INFINITY);
  return since === Number.POSITIVE_INFINITY ? null : since;
}

const isSettled = ({ rows }: Tally, event: number): boolean =>
  rows[event]?.pending !== true || rows[event].retried;

/** The row is done with, or is due at another time by now. */
const isPast = ({ rows }: Tally, { event, since }: DueRow): boolean =>
  rows[event]?.pending !== true || rows[event].dueSince !== since;

/** How long that row has been due at a time. */
export const dueFor = (since: Millis | null, time: Millis): Millis =>
  since === null ? 0 : Math.max(0, time - since);
