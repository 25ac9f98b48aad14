// What is remembered on the way through a trace, and how a flight is entered.
import { paced } from '@/lib/sim/latencies';
import type { Plan } from '@/lib/sim/plan';
import type { Codes } from '@/lib/sim/recorder';
import type { Trace } from '@/lib/sim/trace';
import { type Columns, createColumns, nextPlace } from './flights-columns';
import { COURSE } from './flights-kinds';

/** Columns by group and event, `group × (events + 1) + event`; by member where everybody gets every message. */
export interface Sky {
  readonly plan: Plan;
  readonly codes: Codes;
  /** Time decided what happened when; elsewhere steps stand 100 ms apart. */
  readonly timed: boolean;
  readonly flights: Columns;
  // the step at hand, as it stands in the trace
  place: number;
  now: number;
  kind: number;
  actor: number;
  event: number;
  row: number;
  value: number;
  /** When each actor last did something by itself. */
  readonly since: Float64Array;
  /** When the order of each event was last heard of. */
  readonly written: Float64Array;
  /** Of each relay: where its batch begins in the lists of the trace, the row that comes next, and where it ends. */
  readonly batchFrom: Int32Array;
  readonly batchNext: Int32Array;
  readonly batchTo: Int32Array;
  /** The publish whose confirm each relay waits for; −1 for none. */
  readonly waiting: Int32Array;
  /** The latest delivery of each event that was not handled, and how many there were. −1 for none. */
  readonly latest: Int32Array;
  readonly handed: Int32Array;
  /** All deliveries, as they come. */
  deliveries: Int32Array;
  delivered: number;
  /** 1 for each actor that is down. */
  readonly down: Uint8Array;
  /** Dead letters and parked events of each group, chained: the first, and the one after each; 0 for none. */
  readonly firstDead: Int32Array;
  readonly nextDead: Int32Array;
}

/** What a step brings into the air. */
export type Rule = (sky: Sky) => void;

export function createSky({ plan, codes, path }: Trace): Sky {
  const actors = plan.actors.length;
  const entries = Math.max(plan.members.length, plan.groups.length) * (plan.events + 1);
  return {
    plan,
    codes,
    timed: path === undefined,
    flights: createColumns(),
    place: 0,
    now: 0,
    kind: 0,
    actor: 0,
    event: 0,
    row: 0,
    value: 0,
    since: new Float64Array(actors),
    written: new Float64Array(plan.events + 1),
    batchFrom: new Int32Array(actors),
    batchNext: new Int32Array(actors),
    batchTo: new Int32Array(actors),
    waiting: new Int32Array(actors).fill(-1),
    latest: new Int32Array(entries).fill(-1),
    handed: new Int32Array(entries),
    deliveries: new Int32Array(1024),
    delivered: 0,
    down: new Uint8Array(actors),
    firstDead: new Int32Array(plan.groups.length),
    nextDead: new Int32Array(plan.groups.length * (plan.events + 1)),
  };
}

/** Without time, a flight takes so long and ends with its step: the steps are 100 ms apart, so one moves at a time. */
const UNTIMED = 90_000;

/** What is lost can be seen for so long where it stands. */
const FADING = 200_000;
const FADING_UNTIMED = 60_000;

/** A flight of the event at hand, about whom the step is. Returns its place. */
export function fly(sky: Sky, way: number, meaning: number, from: number, to: number, copy = 0): number {
  const { flights, timed } = sky;
  const place = nextPlace(flights);
  flights.from[place] = Math.max(0, timed ? from : sky.now - UNTIMED);
  flights.to[place] = timed ? to : sky.now;
  flights.way[place] = way;
  flights.meaning[place] = meaning;
  flights.actor[place] = sky.actor;
  flights.event[place] = sky.event;
  flights.copy[place] = copy;
  flights.row[place] = sky.row;
  flights.reach[place] = 100;
  flights.earlier[place] = -1;
  return place;
}

/** One that ends with its step and began with whatever its actor did before; it takes no less and no more than so long. */
export const arrive = (
  sky: Sky,
  way: number,
  meaning: number,
  least: number,
  most: number,
  copy = 0,
): number =>
  fly(sky, way, meaning, sky.now - lasting(sky, sky.since[sky.actor] as number, least, most), sky.now, copy);

export const lasting = (sky: Sky, since: number, least: number, most: number): number =>
  Math.min(paces(sky, most), Math.max(paces(sky, least), sky.now - since));

/** A length in microseconds, at the pace of the run. */
export const paces = ({ plan }: Sky, length: number): number => paced(plan.scenario, length);

/** One that begins with its step. */
export const depart = (sky: Sky, way: number, meaning: number, takes: number, copy = 0): number =>
  fly(sky, way, meaning, sky.now, sky.now + paces(sky, takes), copy);

/** It goes there and back again. */
export function turnRound({ flights }: Sky, place: number, reach = 100): void {
  flights.course[place] = COURSE.back;
  flights.reach[place] = reach;
}

/** It stops at this share of the way, in hundredths, and fades there. */
export function stopAt(sky: Sky, place: number, reach: number, meaning: number): void {
  sky.flights.reach[place] = reach;
  sky.flights.meaning[place] = meaning;
  fade(sky, place, reach, meaning);
}

/** Where a flight has come to, its message fades: at this share of the way. */
function fade(sky: Sky, of: number, share: number, meaning: number): void {
  const { flights, timed } = sky;
  const place = nextPlace(flights);
  const from = flights.to[of] as number;
  flights.from[place] = from;
  flights.to[place] = from + (timed ? paces(sky, FADING) : FADING_UNTIMED);
  flights.way[place] = flights.way[of] as number;
  flights.meaning[place] = meaning;
  flights.actor[place] = flights.actor[of] as number;
  flights.event[place] = flights.event[of] as number;
  flights.copy[place] = flights.copy[of] as number;
  flights.row[place] = flights.row[of] as number;
  flights.lane[place] = flights.lane[of] as number;
  flights.start[place] = share;
  flights.reach[place] = share;
  flights.course[place] = COURSE.fades;
  flights.earlier[place] = -1;
}

/** One that goes nowhere: it fades where it stands, at this share of the way. */
export function vanish(sky: Sky, way: number, meaning: number, share: number, copy: number): number {
  const place = fly(sky, way, meaning, sky.now, sky.now, copy);
  const { flights, timed } = sky;
  flights.from[place] = sky.now;
  flights.to[place] = sky.now + (timed ? paces(sky, FADING) : FADING_UNTIMED);
  flights.start[place] = share;
  flights.reach[place] = share;
  flights.course[place] = COURSE.fades;
  return place;
}

/** One that is on its way at this moment ends where it is, and fades there. */
export function cut(sky: Sky, place: number, meaning: number): void {
  const { flights, now } = sky;
  const from = flights.from[place] as number;
  const to = flights.to[place] as number;
  const share = to > from ? Math.round((100 * (now - from)) / (to - from)) : 100;
  flights.to[place] = now;
  stopAt(sky, place, share, flights.meaning[place] as number);
  flights.meaning[flights.length - 1] = meaning;
}
