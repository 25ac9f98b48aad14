// A member of a consumer group handles the message at the head of its hand: known, halted, failed, or an effect.
import { at } from './columns';
import { bury, isDead, isStuck, park } from './dead-letters';
import { makeEffect } from './effect';
import { actorOf, entryOf, groupOf, keyOf } from './group';
import { acknowledge, drop, inHand, settle } from './hand';
import { dedupOf, isKnown, noteId } from './inbox';
import { copyOf, eventOf } from './message';
import { record } from './record';
import { backoff } from './retry';
import { DEDUPS } from './scenario/scenario';
import { KIND } from './step';
import { MEMBER, type World } from './world';

/** It has a message to work on, and nothing that it must wait for. */
export function handleReady(world: World, member: number): boolean {
  const phase = at(world.members.phase, member);
  if (phase === MEMBER.crashed) return true;
  const message = inHand(world, member);
  return message !== 0 && !isStuck(world, member, eventOf(message));
}

/** The member's next step, whatever it is. */
export function handle(world: World, member: number) {
  const { members } = world;
  const message = inHand(world, member);
  switch (at(members.phase, member)) {
    case MEMBER.crashed:
      members.phase[member] = MEMBER.handling;
      return record(world, KIND['consumer-restarted'], actorOf(world, member));
    case MEMBER.acking:
      return acknowledge(world, member, message);
    case MEMBER.recorded:
      return affect(world, member, message);
    default:
      return receive(world, member, message);
  }
}

function receive(world: World, member: number, message: number) {
  const { groups, members } = world;
  const { index } = groupOf(world, member);
  const event = eventOf(message);
  const actor = actorOf(world, member);
  const dedup = dedupOf(world, index);
  if (dedup !== 'none' && isKnown(world, index, event)) {
    record(world, KIND.skipped, actor, event, copyOf(message), DEDUPS.indexOf(dedup) + 1);
    return settle(world, member);
  }
  if (at(groups.halted, keyOf(world, index, event)) > 0) {
    // The dead letter itself may come once more: it does not wait behind itself.
    return isDead(world, index, event) ? bury(world, member, event) : park(world, member, event);
  }
  if (dedup !== 'before') return affect(world, member, message);
  noteId(world, index, event);
  members.phase[member] = MEMBER.recorded;
  record(world, KIND.recorded, actor, event, copyOf(message), DEDUPS.indexOf(dedup) + 1);
}

/** An id that was recorded before stays recorded if the effect fails: nobody tries it again. */
function affect(world: World, member: number, message: number) {
  const event = eventOf(message);
  if (failsNow(world, member, event)) return fail(world, member, message);
  makeEffect(world, groupOf(world, member).index, actorOf(world, member), event);
  return settle(world, member);
}

function failsNow(world: World, member: number, event: number): boolean {
  const { groups } = world;
  const { poison, failures, index } = groupOf(world, member);
  if (poison.size + failures.size === 0) return false;
  if (poison.has(event) && at(groups.mended, index) === 0) return true;
  return failures.has(event) && at(groups.attempts, entryOf(world, index, event)) === 0;
}

/** Tried again in place, or behind the others, until there are no attempts left. */
export function fail(world: World, member: number, message: number) {
  const { groups, members, times, plan } = world;
  const { settings, index } = groupOf(world, member);
  const event = eventOf(message);
  const entry = entryOf(world, index, event);
  const attempts = at(groups.attempts, entry) + 1;
  groups.attempts[entry] = attempts;
  record(world, KIND.failed, actorOf(world, member), event, attempts);
  if (attempts >= settings.maxAttempts) return bury(world, member, event);
  if (settings.retry === 'retry-queue') {
    drop(world, member);
    plan.broker.retryLater(world, member, message);
    return record(world, KIND.requeued, actorOf(world, member), event, attempts);
  }
  members.phase[member] = MEMBER.handling;
  if (plan.timed) times.retryAt[member] = world.now + backoff(world, attempts);
}
