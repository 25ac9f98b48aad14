// What a group could not handle, and what waits behind it: buried, parked, and driven once more.

import type { Group } from './cast';
import { at, timeAt } from './columns';
import { makeEffect } from './effect';
import { actorOf, entryOf, groupOf, keyOf } from './group';
import { inHand, isHolding, reject } from './hand';
import { isKnown } from './inbox';
import { eventOf } from './message';
import { lastCopy } from './publisher';
import { record } from './record';
import { KIND } from './step';
import { DEAD, MEMBER, type World } from './world';

/** The event is a dead letter of the group. */
export const isDead = (world: World, group: number, event: number): boolean =>
  at(world.groups.dead, entryOf(world, group, event)) === DEAD.dead;

/** After its last attempt the event is a dead letter, and its key halts if the group says so. */
export function bury(world: World, member: number, event: number) {
  const { groups, times, plan } = world;
  const { settings, index } = groupOf(world, member);
  groups.dead[entryOf(world, index, event)] = DEAD.dead;
  if (settings.onPoison === 'halt') groups.halted[keyOf(world, index, event)] = 1;
  if (plan.timed && timeAt(times.firstDead, index) === 0) times.firstDead[index] = world.now;
  const attempts = at(groups.attempts, entryOf(world, index, event));
  record(world, KIND['dead-lettered'], actorOf(world, member), event, attempts);
  return reject(world, member);
}

/** Behind a dead letter of its key, in order, until the key goes on. */
export function park(world: World, member: number, event: number) {
  const { groups } = world;
  const { index } = groupOf(world, member);
  groups.dead[entryOf(world, index, event)] = DEAD.parked;
  record(world, KIND.parked, actorOf(world, member), event);
  return reject(world, member);
}

/**
 * Its key is halted and nothing is set aside: this message stays where it is, and so does all behind it.
 * What was handled before the key was halted is acknowledged all the same.
 */
export function isStuck(world: World, member: number, event: number): boolean {
  const { settings, index } = groupOf(world, member);
  if (settings.park || at(world.groups.halted, keyOf(world, index, event)) === 0) return false;
  return isDead(world, index, event) || at(world.members.phase, member) !== MEMBER.acking;
}

/** There are dead letters, they are to be sent once more, by themselves or because somebody asked, and a member is free for it. */
export const redriveReady = (world: World, group: number): boolean =>
  ((world.plan.groups[group] as Group).settings.redriveMs > 0 ||
    at(world.notes.groups.redrive, group) === 1) &&
  hasDead(world, group) &&
  redriver(world, group) >= 0;

/**
 * Somebody asks for a redrive. Without a dead letter there is nothing to send once more, and nothing is known to be
 * mended; and while no member is free for it, it waits until one is.
 */
export function askForRedrive(world: World, group: number): void {
  if (!hasDead(world, group)) return;
  if (redriver(world, group) >= 0) redrive(world, group);
  else world.notes.groups.redrive[group] = 1;
}

/** The first member that is up, reaches the broker, and has nothing to work on; −1 for none. */
function redriver(world: World, group: number): number {
  const { from, to } = world.plan.groups[group] as Group;
  if (at(world.broker.up, 0) === 0) return -1;
  for (let member = from; member < to; member += 1) if (isFree(world, member)) return member;
  return -1;
}

/** Nothing in hand, or nothing that it could go on with: what is stuck behind a dead letter waits for this very redrive. */
function isFree(world: World, member: number): boolean {
  const phase = at(world.members.phase, member);
  if (phase === MEMBER.crashed) return false;
  if (phase === MEMBER.resting || !isHolding(world, member)) return true;
  const message = inHand(world, member);
  return message !== 0 && isStuck(world, member, eventOf(message));
}

/** A dead letter of this group waits for somebody. */
function hasDead({ groups, times, plan }: World, group: number): boolean {
  if (plan.timed) return timeAt(times.firstDead, group) > 0;
  const from = group * (plan.events + 1);
  for (let event = 1; event <= plan.events; event += 1) {
    if (at(groups.dead, from + event) === DEAD.dead) return true;
  }
  return false;
}

/**
 * The fault is mended. Where dead letters halted keys, one member handles them and what was parked, in one transaction,
 * and only then the keys are free; where they were skipped, they join the end of the queue.
 */
export function redrive(world: World, group: number): void {
  const { groups, notes, plan } = world;
  const { settings } = plan.groups[group] as Group;
  const actor = actorOf(world, redriver(world, group));
  const from = entryOf(world, group, 0);
  groups.mended[group] = 1;
  notes.groups.redrive[group] = 0;
  record(world, KIND.redriven, actor);
  for (const fate of [DEAD.dead, DEAD.parked]) {
    for (let event = 1; event <= plan.events; event += 1) {
      if (at(groups.dead, from + event) !== fate) continue;
      groups.dead[from + event] = DEAD.no;
      if (settings.onPoison === 'skip') plan.broker.redrive(world, group, lastCopy(world, event));
      else if (!isKnown(world, group, event)) makeEffect(world, group, actor, event);
    }
  }
  groups.halted.fill(0, group * plan.aggregates, (group + 1) * plan.aggregates);
  if (plan.timed) world.times.firstDead[group] = 0;
}
