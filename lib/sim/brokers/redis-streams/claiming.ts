// Claiming: a member takes over what has lain idle in another's list for too long (XAUTOCLAIM).
// Redis sees how long ago an entry was handed out, and not whether anybody is at work on it.
import { at, timeAt } from '../../columns';
import { actorOf, groupOf } from '../../group';
import { deliver } from '../../hand';
import { copyOf, eventOf } from '../../message';
import { record } from '../../record';
import { KIND } from '../../step';
import { MEMBER, type Micros, type World } from '../../world';
import {
  isLesser,
  isSame,
  listEnd,
  nextOwn,
  ownerOf,
  type Place,
  pendingOf,
  putIn,
  takeOut,
} from './pending';
import { isTrimmed } from './stream';

/** Which entries a member may claim: those that their members lost, those that members are at work on, or both. */
export const AMONG = { lost: 1, inHand: 2, all: 3 } as const;

/** The oldest entry that this member may claim and that was handed out by this moment. */
export function oldestClaimable(world: World, member: number, among: number, by: Micros): Place {
  let oldest = -1;
  for (let place = next(world, member, among, -1); place !== -1; place = next(world, member, among, place)) {
    if (handedOutAt(world, place) > by) continue;
    if (oldest === -1 || comesBefore(world, place, oldest)) oldest = place;
  }
  return oldest;
}

/** The older event; of two copies of one event, that of the lesser member. */
function comesBefore(world: World, one: Place, other: Place): boolean {
  const difference = eventAt(world, one) - eventAt(world, other);
  if (difference !== 0 || world.plan.timed) return difference < 0;
  return isLesser(world, ownerOf(world, one), ownerOf(world, other));
}

/** There is something that this member may claim, if not yet. */
export const isAnyClaimable = (world: World, member: number): boolean =>
  next(world, member, AMONG.all, -1) !== -1;

/** When the entry that has been idle longest was handed out; Infinity where there is none to claim. */
export function idleSince(world: World, member: number): Micros {
  let since = Number.POSITIVE_INFINITY;
  for (let place = next(world, member, AMONG.all, -1); place !== -1; ) {
    since = Math.min(since, handedOutAt(world, place));
    place = next(world, member, AMONG.all, place);
  }
  return since;
}

const messageAt = (world: World, place: Place): number => {
  const end = listEnd(world);
  return place < end ? at(pendingOf(world).waiting, place) : at(world.members.hand, place - end);
};

const eventAt = (world: World, place: Place): number => eventOf(messageAt(world, place));

const handedOutAt = (world: World, place: Place): Micros => {
  if (!world.plan.timed) return 0;
  const end = listEnd(world);
  return place < end ? at(pendingOf(world).since, place) * 1000 : timeAt(world.times.left, place - end);
};

/** The next place behind this one with an entry that the member may claim; −1 for none. */
function next(world: World, member: number, among: number, after: Place): Place {
  if (!asks(world, member)) return -1;
  const { prefetch } = world.plan;
  const end = listEnd(world);
  const last = (among & AMONG.inHand) === 0 ? end : 2 * end;
  const first = (among & AMONG.lost) === 0 ? end : 0;
  for (let place = Math.max(after + 1, first); place < last; place += 1) {
    if (mayClaim(world, member, place)) return place;
    // Lists and hands have no gaps: behind an empty place comes the next member.
    if (messageAt(world, place) === 0) place += prefetch - 1 - (place % prefetch);
  }
  return -1;
}

/** The member asks for entries, has room for one, and has read its own list to the end. */
const asks = (world: World, member: number): boolean =>
  at(world.broker.up, 0) === 1 &&
  at(world.members.phase, member) !== MEMBER.crashed &&
  at(world.members.hand, (member + 1) * world.plan.prefetch - 1) === 0 &&
  nextOwn(world, member) === 0;

/** It is in the list of another member of the group; and this one is not at work on it, since before it lost it. */
function mayClaim(world: World, member: number, place: Place): boolean {
  const { plan, members } = world;
  const end = listEnd(world);
  const owner = ownerOf(world, place);
  if (owner === member || groupOf(world, owner) !== groupOf(world, member)) return false;
  const message = messageAt(world, place);
  const { claimed } = pendingOf(world);
  if (message === 0 || (place >= end && at(claimed, place - end) === 1)) return false;
  for (let held = member * plan.prefetch; at(members.hand, held) !== 0; held += 1) {
    if (at(claimed, held) === 1 && isSame(at(members.hand, held), message)) return false;
  }
  return true;
}

/**
 * The entry is in this member's list now, and in its hand; or in nobody's, if it was trimmed meanwhile. Whoever
 * is at work on it goes on, and knows nothing.
 */
export function claim(world: World, member: number, place: Place): void {
  const end = listEnd(world);
  const message = messageAt(world, place);
  const owner = ownerOf(world, place);
  if (place < end) takeOut(world, place);
  else pendingOf(world).claimed[place - end] = 1;
  if (isTrimmed(world, groupOf(world, member).index, message)) {
    record(world, KIND.missed, actorOf(world, member), eventOf(message), copyOf(message));
    return;
  }
  putIn(world, member, message, Math.floor(world.now / 1000));
  record(world, KIND.claimed, actorOf(world, member), eventOf(message), actorOf(world, owner));
  deliver(world, member);
}
