// Pending entries: handed to a member, and not acknowledged. An entry stays with its member, though that is gone,
// until the member reads its own list again or another claims it.
import { at, type Column, timeAt } from '../../columns';
import { groupOf } from '../../group';
import { asRedelivered, copyOf, eventOf } from '../../message';
import type { Plan } from '../../plan';
import type { World } from '../../world';

interface Pending {
  /** Entries of the member's list that it does not know of any more: it lost the connection. Oldest first. */
  readonly waiting: Column;
  /** When each of those was handed out, in milliseconds. Where time passes. */
  readonly since: Column;
  /** Whether an entry in the member's hand is no longer in its list: another has claimed it. */
  readonly claimed: Column;
}

/** An entry in somebody's list: its place in `waiting` or, behind all of those, its place in a hand. −1: none. */
export type Place = number;

export const pendingOf = (world: World): Pending =>
  (world.broker.own as unknown as { readonly members: Pending }).members;

export function pendingShape({ members, prefetch, groups, timed }: Plan) {
  const all = members.length * prefetch;
  return {
    waiting: all,
    since: timed ? all : 0,
    claimed: groups.some(({ from, to }) => to - from > 1) ? all : 0,
  };
}

/** The next entry of the member's own list that it does not know of; 0 for none. */
export const nextOwn = (world: World, member: number): number =>
  at(pendingOf(world).waiting, member * world.plan.prefetch);

export function takeOwn(world: World, member: number): number {
  const from = member * world.plan.prefetch;
  const message = nextOwn(world, member);
  takeOut(world, from);
  return world.plan.timed ? asRedelivered(message) : message;
}

/** Those behind it in the list close up. */
export function takeOut(world: World, place: Place): void {
  const { waiting, since } = pendingOf(world);
  const { prefetch } = world.plan;
  const end = (Math.floor(place / prefetch) + 1) * prefetch;
  for (const column of [waiting, since]) {
    if (column.length === 0) continue;
    column.copyWithin(place, place + 1, end);
    column[end - 1] = 0;
  }
}

export function putIn(world: World, member: number, message: number, handedOut: number): void {
  const { waiting, since } = pendingOf(world);
  let place = member * world.plan.prefetch;
  while (at(waiting, place) !== 0) place += 1;
  waiting[place] = message;
  if (since.length > 0) since[place] = handedOut;
}

/** The member has lost what was in its hand. What is still in its list comes before what it has not read again. */
export function loseHand(world: World, member: number, hand: readonly number[]): void {
  const { waiting, since, claimed } = pendingOf(world);
  const { prefetch } = world.plan;
  const from = member * prefetch;
  const later = Array.from(waiting.subarray(from, from + prefetch)).filter((message) => message !== 0);
  const laterSince = Array.from(since.subarray(from, from + prefetch));
  waiting.fill(0, from, from + prefetch);
  for (const [index, message] of hand.entries()) {
    const left = world.plan.timed ? Math.floor(timeAt(world.times.left, from + index) / 1000) : 0;
    if (claimed.length === 0 || at(claimed, from + index) === 0) putIn(world, member, message, left);
  }
  for (const [index, message] of later.entries()) putIn(world, member, message, laterSince[index] ?? 0);
  if (claimed.length > 0) claimed.fill(0, from, from + prefetch);
}

/** The entry at the head of the hand is settled, whoever has it in a list by now: an ack asks for no owner. */
export function settle(world: World, member: number, message: number): void {
  const { claimed } = pendingOf(world);
  if (claimed.length === 0) return;
  const { prefetch } = world.plan;
  const from = member * prefetch;
  const wasClaimed = at(claimed, from) === 1;
  claimed.copyWithin(from, from + 1, from + prefetch);
  claimed[from + prefetch - 1] = 0;
  if (!wasClaimed) return;
  const place = listPlaceOf(world, member, message);
  if (place === -1) return;
  if (place < listEnd(world)) takeOut(world, place);
  else claimed[place - listEnd(world)] = 1;
}

/** The member has read an entry anew, after a replay: it is in its list now, and in nobody else's. */
export function leaveOther(world: World, member: number, message: number): void {
  const { claimed } = pendingOf(world);
  if (claimed.length === 0) return;
  const place = listPlaceOf(world, member, message);
  if (place === -1) return;
  if (place < listEnd(world)) takeOut(world, place);
  else claimed[place - listEnd(world)] = 1;
}

/** Where places in a hand begin. */
export const listEnd = ({ plan }: World): number => plan.members.length * plan.prefetch;

/** One entry, whatever is known of its deliveries. */
export const isSame = (one: number, other: number): boolean =>
  eventOf(one) === eventOf(other) && copyOf(one) === copyOf(other);

/** Where the entry is in the list of another. Without time, copies of one event are one to us: the lesser member's then. */
function listPlaceOf(world: World, member: number, message: number): Place {
  const { prefetch, timed } = world.plan;
  const { waiting, claimed } = pendingOf(world);
  const { from, to } = groupOf(world, member);
  let found = -1;
  for (let place = from * prefetch; place < to * prefetch; place += 1) {
    const owner = ownerOf(world, place);
    if (owner === member || (found !== -1 && (timed || !isLesser(world, owner, ownerOf(world, found)))))
      continue;
    const held = at(world.members.hand, place);
    if (at(waiting, place) !== 0 && isSame(at(waiting, place), message)) found = place;
    else if (held !== 0 && at(claimed, place) === 0 && isSame(held, message)) found = listEnd(world) + place;
  }
  return found;
}

export const ownerOf = (world: World, place: Place): number =>
  Math.floor((place % listEnd(world)) / world.plan.prefetch);

/** By what the members do and have: by their numbers nobody can tell them apart where time is erased. */
export function isLesser(world: World, one: number, other: number): boolean {
  const { waiting, claimed } = pendingOf(world);
  const { phase, hand } = world.members;
  for (const column of [phase, hand, waiting, claimed]) {
    const width = column.length / world.plan.members.length;
    for (let cell = 0; cell < width; cell += 1) {
      const difference = at(column, one * width + cell) - at(column, other * width + cell);
      if (difference !== 0) return difference < 0;
    }
  }
  return false;
}
