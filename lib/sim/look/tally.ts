// The counters, moved on by one step at a time; `metrics.ts` has their definitions.

import { FIRST_RELAY, type Step } from '../step';
import type { Trace } from '../trace';
import type { DueRows } from './due-rows';
import { follow } from './follow';
import { countHeartbeat, type Pulse, pulses } from './heartbeat';
import { beginPassage, type Passage, relayCount, standingOf } from './passage';
import { countRow, type Row, rowOf } from './row-tally';

export interface Tally {
  readonly trace: Trace;
  readonly passage: Passage;
  /** A connector reads the log; rows are passed, not marked. */
  readonly isLog: boolean;
  readonly pulses: readonly Pulse[];
  /** What each relay took with its last poll and has still to send. */
  readonly batches: Set<number>[];
  readonly rows: Row[];
  /** The event at each place of the cursor: a row's id, a transaction's number, or a place in the log. */
  readonly places: number[];
  readonly commits: number[];
  /** The first of `commits` that may still be due for the first time. */
  oldest: number;
  /** Rows that the broker has said no to. */
  readonly retried: DueRows;
  cursor: number;
  pending: number;
  delivered: number;
  lost: number;
  published: number;
  failedPublishes: number;
  deadRows: number;
}

/** The metrics that are plain numbers, read from what was counted. */
export const COUNTERS = {
  pending: ({ pending }: Tally) => pending,
  inFlight: ({ passage }: Tally) => passage.inFlight,
  delivered: ({ delivered }: Tally) => delivered,
  published: ({ published }: Tally) => published,
  failedPublishes: ({ failedPublishes }: Tally) => failedPublishes,
  redelivered: ({ passage }: Tally) => passage.duplicates,
  deadLetters: ({ deadRows, passage }: Tally) => deadRows + passage.dead,
  parked: ({ passage }: Tally) => passage.parked,
  lost: ({ lost }: Tally) => lost,
  walRetained: ({ isLog, commits, cursor }: Tally) => (isLog ? commits.length - cursor : 0),
} as const;

export type Counter = keyof typeof COUNTERS;

/** Something for each of them. */
export const countersOf = <Value>(of: (name: Counter) => Value): { readonly [Name in Counter]: Value } =>
  Object.fromEntries((Object.keys(COUNTERS) as Counter[]).map((name) => [name, of(name)])) as {
    readonly [Name in Counter]: Value;
  };

/** Before the first step. */
export const begin = (trace: Trace): Tally => ({
  trace,
  passage: beginPassage(trace, false),
  isLog: trace.scenario.publication === 'cdc',
  pulses: pulses(trace),
  batches: Array.from({ length: relayCount(trace) }, () => new Set()),
  rows: [],
  places: [],
  commits: [],
  oldest: 0,
  retried: [],
  cursor: 0,
  pending: 0,
  delivered: 0,
  lost: 0,
  published: 0,
  failedPublishes: 0,
  deadRows: 0,
});

/** Takes one more step; `actor` is the code of whoever did it. */
export function count(tally: Tally, step: Step, actor: number): void {
  const { passage } = tally;
  follow(passage, step, actor);
  countRow(tally, step, actor);
  countPublish(tally, step, actor);
  countHeartbeat(tally.pulses, step, actor);
  for (const event of passage.touched) if (event > 0) judge(tally, event);
}

function countPublish(tally: Tally, { kind, event, events, value }: Step, actor: number) {
  const relay = kind === 'refused' ? value - 1 : actor - FIRST_RELAY;
  switch (kind) {
    case 'published':
      tally.published += 1;
      return sent(tally, event);
    case 'refused':
    case 'returned':
    case 'dropped':
      tally.failedPublishes += 1;
      if (kind === 'refused') takeBatch(tally, relay, []);
      return sent(tally, event);
    case 'polled':
      return takeBatch(tally, relay, events);
    case 'unconfirmed':
    case 'mark-refused':
    case 'crashed':
    case 'connector-stopped':
      return takeBatch(tally, relay, []);
    case 'service-crashed':
      rowOf(tally, event).unsent = false;
      return;
    default:
      return;
  }
}

function sent(tally: Tally, event: number): void {
  rowOf(tally, event).unsent = false;
  for (const batch of tally.batches) batch.delete(event);
}

function takeBatch({ batches, passage }: Tally, relay: number, events: readonly number[]): void {
  const batch = batches[relay];
  if (batch === undefined) return;
  passage.touched.push(...batch, ...events);
  batch.clear();
  for (const event of events) batch.add(event);
}

/** Counts an event as delivered or as lost, if that is what it is now. */
function judge(tally: Tally, event: number): void {
  const row = rowOf(tally, event);
  if (!row.committed) return;
  const wanting = tally.passage.wanted[event] ?? [];
  const delivered =
    wanting.length > 0 && wanting.every((group) => standingOf(tally.passage, group, event).effects > 0);
  const lost =
    !(delivered || isToBeSent(tally, event, row)) &&
    (isDropped(tally, wanting) || wanting.some((group) => hasLost(tally, group, event)));
  if (delivered !== row.delivered) tally.delivered += delivered ? 1 : -1;
  if (lost !== row.lost) tally.lost += lost ? 1 : -1;
  row.delivered = delivered;
  row.lost = lost;
}

const isToBeSent = ({ batches }: Tally, event: number, row: Row): boolean =>
  row.pending || row.dead || row.unsent || batches.some((batch) => batch.has(event));

/** It is bound for nobody, and a broker that routes by itself keeps no such message. */
const isDropped = ({ passage }: Tally, wanting: readonly number[]): boolean =>
  passage.routes && wanting.length === 0;

function hasLost({ passage }: Tally, group: number, event: number): boolean {
  const { effects, dead, open } = standingOf(passage, group, event);
  return effects === 0 && dead === 'no' && open === 0;
}
