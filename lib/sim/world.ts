// Everything there is at one moment, and what its cells say. How they are laid out stands in `world-columns.ts`.
import { type Random, seeded } from '@/lib/shared/random';
import type { Actor } from './actions';
import { type Column, type Columns, type Memory, memory } from './columns';
import type { Plan } from './plan';
import type { Recorder } from './record';
import { narrowest, notesShape, type StateColumns, stateShape, timesShape } from './world-columns';

/** The clock of a run: whole microseconds, so that no two steps share a moment. */
export type Micros = number;

/** What an event's row is, or its order where there is no outbox. */
export const ROW = {
  none: 0,
  open: 1,
  pending: 2,
  dispatched: 3,
  rolledBack: 4,
  dead: 5,
  purged: 6,
} as const;

/** What a session of the order service does next. */
export const SESSION = { idle: 0, writing: 1, ending: 2, publishing: 3, endingPublished: 4 } as const;

/** What a relay does next. */
export const RELAY = {
  polling: 0,
  publishing: 1,
  awaiting: 2,
  marking: 3,
  crashed: 4,
  stopped: 5,
  /** A process of a learner's that changed nothing in its last round. */
  resting: 6,
} as const;

/** What a member does with the message at the head of its hand. */
export const MEMBER = {
  handling: 0,
  recorded: 1,
  acking: 2,
  crashed: 3,
  /** A process of a learner's that ended without an ack: the message stays in its hand. */
  resting: 4,
} as const;

/** How an event left the usual path of a group. */
export const DEAD = { no: 0, dead: 1, parked: 2 } as const;

/** Everything there is at one moment. The rules move it on in place; its owner copies it where that matters. */
export interface World extends StateColumns {
  readonly plan: Plan;
  now: Micros;
  readonly random: Random;
  /** Steps so far, and the moment of the last one. */
  steps: number;
  stamped: Micros;
  recorder: Recorder | null;
  readonly state: Column;
  readonly notes: Columns<ReturnType<typeof notesShape>, Int32Array<ArrayBuffer>>;
  readonly times: Columns<ReturnType<typeof timesShape>, Float64Array<ArrayBuffer>>;
  readonly memories: readonly [
    Memory<unknown, Column>,
    Memory<unknown, Int32Array>,
    Memory<unknown, Float64Array>,
  ];
}

/** The world before anything has happened. Without time, every order has been asked for from the start. */
export function begin(plan: Plan): World {
  const wide = plan.timed ? Int32Array : narrowest(plan);
  const state = memory(stateShape(plan), wide as typeof Uint8Array) as Memory<
    ReturnType<typeof stateShape>,
    Column
  >;
  const notes = memory(notesShape(plan), Int32Array);
  const times = memory(timesShape(plan), Float64Array);
  const world: World = {
    plan,
    // A fraction, so that these are compiled as such from the start: at 2³¹, in the midst of a run, it would all begin anew.
    now: 0.5,
    random: seeded(plan.scenario.seed),
    steps: 0,
    stamped: 0.5,
    recorder: null,
    state: state.cells,
    ...state.columns,
    notes: notes.columns,
    times: times.columns,
    memories: [state, notes, times] as World['memories'],
  };
  setOut(world);
  return world;
}

/** The first of everything that is counted from 1, and what is so from the start. */
function setOut(world: World): void {
  const { service, broker, notes, times, plan } = world;
  world.now = 0;
  world.stamped = 0;
  service.next[0] = 1;
  service.id[0] = 1;
  service.xid[0] = 1;
  service.asked[0] = plan.timed ? 0 : plan.events;
  broker.up[0] = 1;
  notes.low[0] = 1;
  times.due.fill(Number.POSITIVE_INFINITY);
  times.slowness.fill(1);
  plan.broker.begin?.(world);
}

/** The same once more, in the memory that a world has. */
export function beginAgain(world: World): void {
  for (const { cells } of world.memories) cells.fill(0);
  Object.assign(world.random, seeded(world.plan.scenario.seed));
  world.steps = 0;
  setOut(world);
}

/** A world of its own, with the same plan. */
export function copy(world: World): World {
  const twin = begin(world.plan);
  restore(twin, world);
  return twin;
}

/** Makes one world what another of the same plan is. */
export function restore(world: World, from: World): void {
  world.now = from.now;
  world.steps = from.steps;
  world.stamped = from.stamped;
  Object.assign(world.random, from.random);
  for (const [index, { cells }] of world.memories.entries()) {
    cells.set((from.memories[index] as Memory<unknown, Int32Array>).cells);
  }
}

/** What somebody was about to do is off: what comes next takes its own time, from now. */
export function interrupt({ times, plan }: World, actor: Actor, who: number): void {
  if (!plan.timed) return;
  const { from, each } = plan.turns[actor];
  times.due.fill(Number.POSITIVE_INFINITY, from + who * each, from + (who + 1) * each);
}

/** Events take their aggregates in turn; aggregates are counted from 0. */
export const aggregateOf = ({ plan }: World, event: number): number => (event - 1) % plan.aggregates;
