// The layout of a world's memory: the columns of each of its three blocks, and how wide their cells are.
import { type Column, type Columns, type Shape, total } from './columns';
import type { Plan } from './plan';
import { STEP_KINDS } from './step';

/** What decides the future: two worlds that agree in all of this can do the same. */
export const stateShape = (plan: Plan) => {
  const { events, aggregates, sessions, relays, members, prefetch, scenario, processes } = plan;
  const batch = Math.min(scenario.relays.batch, events);
  const cdc = scenario.publication === 'cdc';
  return {
    service: { asked: 1, next: 1, id: 1, xid: 1, held: 1 },
    sessions: { phase: sessions, event: sessions },
    events: eventColumns(plan),
    // The event of each row id, of each transaction id, and of each place in the log.
    order: { byId: events + 2, byXid: events + 2, wal: cdc ? events + 2 : 0, walLength: 1 },
    aggregates: { last: aggregates },
    relays: {
      phase: relays,
      place: relays,
      size: relays,
      holds: relays,
      history: processes.relay === null ? 0 : relays,
      batch: relays * batch,
    },
    cursor: { id: 1, xid: 1 },
    broker: { up: 1, own: plan.broker.shape(plan) as Record<never, never> },
    groups: groupColumns(plan),
    members: {
      phase: members.length,
      history: processes.consumer === null ? 0 : members.length,
      hand: members.length * prefetch,
    },
    spent: { crashes: 1, redeliveries: 1 },
    broken: { invariants: 1 },
  } satisfies Shape;
};

/** One entry an event, at its number; entry 0 stays empty. */
const eventColumns = ({ events, scenario }: Plan) => ({
  row: events + 1,
  id: events + 1,
  xid: events + 1,
  version: events + 1,
  held: events + 1,
  attempts: events + 1,
  published: scenario.publication === 'dual-write' ? events + 1 : 0,
});

/** By group and event, by group and aggregate, and by group; see `group.ts`. */
const groupColumns = ({ events, aggregates, groups }: Plan) => ({
  inbox: groups.length * (events + 1),
  effects: groups.length * (events + 1),
  dead: groups.length * (events + 1),
  attempts: groups.length * (events + 1),
  version: groups.length * aggregates,
  halted: groups.length * aggregates,
  mended: groups.length,
});

/** The columns of the state, by name. */
export type StateColumns = Columns<ReturnType<typeof stateShape>, Column>;

/** Bytes do for the small worlds that are explored whole. */
export function narrowest(plan: Plan) {
  const { processes, scenario, events, broker } = plan;
  const most =
    Math.max(scenario.relays.retry.max, ...scenario.consumers.map(({ maxAttempts }) => maxAttempts)) +
    Math.max(events + 2, total(broker.shape(plan)));
  if (most < 0x100 && processes.relay === null && processes.consumer === null) return Uint8Array;
  return most < 0x1_0000 ? Uint16Array : Int32Array;
}

/** Bytes that one state of a world without time takes. */
export const stateBytes = (plan: Plan): number => total(stateShape(plan)) * narrowest(plan).BYTES_PER_ELEMENT;

/** What is noted for people and for faults, and decides nothing where time is erased. */
export const notesShape = ({ events, relays, groups, waiting }: Plan) => ({
  copies: events + 1,
  doomed: events + 1,
  happened: STEP_KINDS.length,
  /** The oldest row that may still be pending. */
  low: 1,
  nextInput: 1,
  /** Orders of the workload that have been placed. */
  arrived: 1,
  /** The last row id that was purged. */
  purged: 1,
  /** Faults that waited for a step and have happened. */
  sprung: waiting.length,
  relays: { armed: relays, crash: relays, refusals: relays, cut: relays, token: relays },
  /** The token of the relay that leased an event's row last. */
  owner: events + 1,
  /** How duplicates are told by now; somebody has asked for a redrive, and no member was free for it. */
  groups: { dedup: groups.length, redrive: groups.length },
});

/** Moments, in microseconds. */
export const timesShape = ({ timed, actions, events, relays, members, prefetch, groups }: Plan) => {
  const some = (count: number) => (timed ? count : 0);
  return {
    /** When each action is due; Infinity where it may not happen. */
    due: some(actions.length),
    /** Since when. */
    since: some(actions.length),
    occurred: some(events + 1),
    dispatched: some(events + 1),
    /** Nobody may take this row before: its backoff, or another's lease. */
    notBefore: some(events + 1),
    paused: some(relays),
    /** Since when a relay knows that there is something to look for, from a NOTIFY or the log; 0: it does not. */
    hinted: some(relays),
    skew: some(relays),
    left: some(members.length * prefetch),
    retryAt: some(members.length),
    recorded: some(groups.length * (events + 1)),
    firstDead: some(groups.length),
    slowness: some(members.length),
  };
};
