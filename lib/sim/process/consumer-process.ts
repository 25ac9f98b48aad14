// A consumer whose every step is decided by a process from outside: its calls are answered one action each.
import { at } from '../columns';
import { fail } from '../consumer';
import { isStuck } from '../dead-letters';
import { makeEffect } from '../effect';
import { actorOf, entryOf, groupOf } from '../group';
import { acknowledge, inHand } from '../hand';
import { noteId } from '../inbox';
import { copyOf, eventOf, isRedelivered } from '../message';
import { record } from '../record';
import { KIND } from '../step';
import { MEMBER, type World } from '../world';
import { type Call, type Histories, OPEN_CALLS, type Reply } from './process';
import { looksUp, type Round } from './round';

const historiesOf = ({ plan }: World): Histories => plan.processes.consumer as Histories;

/** Where the member stands; a round that has not begun stands at its message. */
function placeOf(world: World, member: number): number {
  const message = inHand(world, member);
  return (
    at(world.members.history, member) || historiesOf(world).receive(eventOf(message), isRedelivered(message))
  );
}

/** What the member has seen and asks for; null where it has neither a round nor a message to begin one with. */
export const memberRound = (world: World, member: number): Round | null =>
  at(world.members.history, member) === 0 && inHand(world, member) === 0
    ? null
    : historiesOf(world).round(placeOf(world, member));

/** The n-th of the open calls may be answered. */
export function callReady(world: World, who: number): boolean {
  const { members } = world;
  const member = Math.floor(who / OPEN_CALLS);
  const phase = at(members.phase, member);
  if (phase === MEMBER.resting) return false;
  if (phase === MEMBER.crashed) return who % OPEN_CALLS === 0;
  if (at(members.history, member) === 0) {
    const message = inHand(world, member);
    if (message === 0 || isStuck(world, member, eventOf(message))) return false;
    if (phase === MEMBER.acking) return who % OPEN_CALLS === 0;
  }
  return who % OPEN_CALLS < Math.max(1, historiesOf(world).round(placeOf(world, member)).open.length);
}

/** Answers the n-th of the open calls. */
export function answerCall(world: World, who: number): void {
  const { members } = world;
  const member = Math.floor(who / OPEN_CALLS);
  if (at(members.phase, member) === MEMBER.crashed) {
    members.phase[member] = MEMBER.handling;
    record(world, KIND['consumer-restarted'], actorOf(world, member));
    return;
  }
  // A dead letter is done with, though no round of the process says so.
  if (at(members.phase, member) === MEMBER.acking) {
    acknowledge(world, member, inHand(world, member));
    return;
  }
  const histories = historiesOf(world);
  const place = lookUp(world, member, placeOf(world, member));
  const round = histories.round(place);
  // What it was told opened several ways, or none: each of them is an action of its own.
  if (place !== placeOf(world, member) && round.open.length > 1) members.history[member] = place;
  else settle(world, member, place, round.open[who % OPEN_CALLS]);
}

/** Answers one call. A round that asks for nothing is over as it begins. */
function settle(world: World, member: number, place: number, call: number | undefined): void {
  const histories = historiesOf(world);
  const round = histories.round(place);
  const next =
    call === undefined
      ? place
      : histories.after(place, call, answer(world, member, round, round.turn.calls[call] as Call));
  world.members.history[member] = next;
  const after = histories.round(next);
  if (after.isOver) end(world, member, after);
}

/**
 * A member that is alone in its group is told whether an id is new only when it goes on from there: nobody else
 * records any, so it makes no difference, and there are fewer states.
 */
function lookUp(world: World, member: number, from: number): number {
  const { from: first, to } = groupOf(world, member);
  if (world.plan.timed || to - first > 1) return from;
  const histories = historiesOf(world);
  let place = from;
  for (let round = histories.round(place); looksUp(round); round = histories.round(place)) {
    const call = round.open[0] as number;
    place = histories.after(place, call, note(world, member, round, round.turn.calls[call] as Note));
  }
  return place;
}

/** What it has not acknowledged by now stays in its hand; an error is a failed attempt. */
function end(world: World, member: number, { acknowledged, event, turn }: Round): void {
  const { members } = world;
  members.history[member] = 0;
  if (acknowledged || eventOf(inHand(world, member)) !== event) return;
  if (turn.error === undefined) members.phase[member] = MEMBER.resting;
  else fail(world, member, inHand(world, member));
}

const DONE: Reply = { ok: true };
const NEW: Reply = { ok: true, isNew: true };
const KNOWN: Reply = { ok: true, isNew: false };
const TAKEN: Reply = { ok: false, why: 'unique' };

type Note = Call & { readonly do: 'record' };

function answer(world: World, member: number, round: Round, call: Call): Reply {
  switch (call.do) {
    case 'record':
      return note(world, member, round, call);
    case 'effect':
      if (!round.inTransaction) affect(world, member, round);
      return DONE;
    case 'commit':
      return commit(world, member, round);
    case 'ack':
      return ack(world, member, round);
    default:
      return DONE;
  }
}

/** In a transaction the id is written with its commit; one that the consumer made up nobody will ever look for. */
function note(world: World, member: number, round: Round, { freshId }: Note): Reply {
  const { event, inTransaction, claimsId } = round;
  if (freshId === true) return NEW;
  if (claimsId || at(world.groups.inbox, entryOf(world, groupOf(world, member).index, event)) === 1)
    return KNOWN;
  if (!inTransaction) writeId(world, member, event);
  return NEW;
}

function writeId(world: World, member: number, event: number): void {
  noteId(world, groupOf(world, member).index, event);
  record(world, KIND.recorded, actorOf(world, member), event, copyOf(inHand(world, member)));
}

const affect = (world: World, member: number, { event }: Round): void =>
  makeEffect(world, groupOf(world, member).index, actorOf(world, member), event);

/** All that the transaction holds at once; none of it if another has recorded the id first. */
function commit(world: World, member: number, round: Round): Reply {
  const { event, claimsId, effects } = round;
  if (claimsId) {
    if (at(world.groups.inbox, entryOf(world, groupOf(world, member).index, event)) === 1) return TAKEN;
    writeId(world, member, event);
  }
  for (let effect = 0; effect < effects; effect += 1) affect(world, member, round);
  return DONE;
}

/** Once is enough, and a message that was taken from its hand is another's to acknowledge. */
function ack(world: World, member: number, { acknowledged, event }: Round): Reply {
  const message = inHand(world, member);
  if (!acknowledged && eventOf(message) === event) acknowledge(world, member, message);
  return DONE;
}
