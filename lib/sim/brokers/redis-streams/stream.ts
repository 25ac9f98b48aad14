// The stream as each group reads it: what it has still to read, and behind that what it has read and nobody has
// trimmed. The latter is kept where somebody may ask for it: where time passes, or where streams are trimmed.
import { at, type Column } from '../../columns';
import { copyOf, eventOf } from '../../message';
import type { Plan } from '../../plan';
import { clear, messageAt, peek, putLast, takeFirst } from '../../queue';
import { record } from '../../record';
import { wants } from '../../routing';
import { BROKER, KIND } from '../../step';
import type { World } from '../../world';
import { asNew, forgetOldest, type KeptQueues, keptAt, keptShape, makeRoom, pass, turnBack } from '../kept';

export interface Streams extends KeptQueues {
  /** 1 once a group was set back: entries may come up that are in somebody's list. Where time passes. */
  readonly replayed: Column;
}

export const streamsOf = (world: World): Streams => world.broker.own as unknown as Streams;

/** Unread entries beyond this a stream refuses (`maxmemory`): only a run without end gets there. */
export const mostOf = ({ events, timed, relays, scenario }: Plan): number =>
  timed ? 2 * events + 64 : events * (Math.max(1, relays) + scenario.budgets.crashes + 1);

/** What members hold may come back to a stream that is full. */
const roomOf = (plan: Plan): number => mostOf(plan) + plan.members.length * plan.prefetch;

export function streamsShape(plan: Plan) {
  const { groups, timed } = plan;
  return {
    ...keptShape(groups.length, roomOf(plan)),
    kept: timed || isTrimming(plan) ? groups.length : 0,
    replayed: timed ? groups.length : 0,
  };
}

/** There can be more entries than the stream may have. */
const isTrimming = (plan: Plan): boolean => {
  const { maxLength } = plan.scenario.broker;
  return maxLength > 0 && maxLength < roomOf(plan);
};

/** An entry that this group does not want: it counts for nothing but the length of the stream. */
const UNWANTED = 0;

const keeps = ({ kept }: Streams): boolean => kept.length > 0;

export function add(world: World, group: number, message: number): void {
  const streams = streamsOf(world);
  const { plan } = world;
  const isWanted = wants(world, group, eventOf(message));
  if (isWanted || plan.scenario.broker.maxLength > 0) {
    if (keeps(streams)) makeRoom(streams, group, plan.timed);
    putLast(streams, group, isWanted ? message : UNWANTED);
  }
  trim(world, group);
  passUnwanted(world, group);
}

/** The stream keeps its last entries (XADD MAXLEN), whether anybody has read the others or not. */
function trim(world: World, group: number): void {
  const streams = streamsOf(world);
  const { timed, scenario } = world.plan;
  const { maxLength } = scenario.broker;
  if (maxLength === 0) return;
  while (at(streams.length, group) + keptBy(streams, group) > maxLength) {
    if (keptBy(streams, group) > 0) {
      forgetOldest(streams, group, timed);
      continue;
    }
    const message = takeFirst(streams, group, timed);
    if (message !== UNWANTED) record(world, KIND.trimmed, BROKER, eventOf(message), group);
  }
}

const keptBy = (streams: Streams, group: number): number => (keeps(streams) ? at(streams.kept, group) : 0);

/** The next entry that the group has not read; the group is past it then. */
export function take(world: World, group: number): number {
  const message = takeNext(world, group);
  passUnwanted(world, group);
  return message;
}

const takeNext = (world: World, group: number): number => {
  const streams = streamsOf(world);
  return keeps(streams) ? pass(streams, group) : takeFirst(streams, group, world.plan.timed);
};

function passUnwanted(world: World, group: number): void {
  const streams = streamsOf(world);
  while (at(streams.length, group) > 0 && peek(streams, group) === UNWANTED) takeNext(world, group);
}

/** Whether an entry that was handed out is in the stream no longer: of such a one only its id is left. */
export function isTrimmed(world: World, group: number, message: number): boolean {
  const streams = streamsOf(world);
  if (!isTrimming(world.plan)) return false;
  const isIt = (one: number) => eventOf(one) === eventOf(message) && copyOf(one) === copyOf(message);
  for (let index = 0; index < at(streams.kept, group); index += 1) {
    if (isIt(keptAt(streams, group, index))) return false;
  }
  for (let index = 0; index < at(streams.length, group); index += 1) {
    if (isIt(messageAt(streams, group, index))) return false;
  }
  return true;
}

/** The group reads the stream from its beginning (XGROUP SETID 0). Returns how many entries it gets again. */
export function replay(world: World, group: number): number {
  const streams = streamsOf(world);
  let again = 0;
  for (let index = 0; index < at(streams.kept, group); index += 1) {
    if (keptAt(streams, group, index) !== UNWANTED) again += 1;
  }
  if (again === 0) return 0;
  streams.replayed[group] = 1;
  turnBack(streams, group, asNew);
  passUnwanted(world, group);
  return again;
}

/** The stream was not kept in a file, and is gone. Returns how many entries nobody has read. */
export function loseStream(world: World, group: number): number {
  const streams = streamsOf(world);
  let lost = 0;
  for (let index = 0; index < at(streams.length, group); index += 1) {
    if (messageAt(streams, group, index) !== UNWANTED) lost += 1;
  }
  clear(streams, group);
  if (keeps(streams)) streams.kept[group] = 0;
  return lost;
}
