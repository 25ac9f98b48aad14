// What a member has in hand: messages come in as the broker delivers them, and leave by an ack or with the connection.
import { at, timeAt } from './columns';
import { actorOf, groupOf } from './group';
import { copyOf, eventOf, isRedelivered } from './message';
import { record } from './record';
import { KIND } from './step';
import { interrupt, MEMBER, type World } from './world';

/** The message that a member works on; 0 for none. */
export const inHand = ({ members, plan }: World, member: number): number =>
  at(members.hand, member * plan.prefetch);

/** Its crash would make a difference: it has a message, or a learner's round that goes on after the ack. */
export const isHolding = (world: World, member: number): boolean =>
  inHand(world, member) !== 0 ||
  (world.plan.processes.consumer !== null && at(world.members.history, member) !== 0);

/** The broker may hand this member one more. */
export function deliverReady(world: World, member: number): boolean {
  const { members, plan } = world;
  const { prefetch } = groupOf(world, member).settings;
  if (at(members.phase, member) === MEMBER.crashed || at(world.broker.up, 0) === 0) return false;
  return at(members.hand, member * plan.prefetch + prefetch - 1) === 0 && plan.broker.offers(world, member);
}

/** The broker hands the member its next message. */
export function deliver(world: World, member: number): void {
  const { members, times, plan } = world;
  const message = plan.broker.deliver(world, member);
  // What was to be had is gone: the broker's own step has said so.
  if (message === 0) return;
  let place = member * plan.prefetch;
  while (at(members.hand, place) !== 0) place += 1;
  members.hand[place] = message;
  if (plan.timed) times.left[place] = world.now;
  const kind = isRedelivered(message) ? KIND.redelivered : KIND.delivered;
  record(world, kind, actorOf(world, member), eventOf(message), copyOf(message));
}

/** The member is done with its message: the ack is its next step, or was part of this one. */
export function settle(world: World, member: number): void {
  const { members, plan } = world;
  const message = inHand(world, member);
  members.phase[member] = MEMBER.acking;
  if (plan.broker.settlesWithEffect === true) letGo(world, member, message);
}

/** The member turns its message down for good: in the same step, where the broker knows rejects, and else as any other. */
export function reject(world: World, member: number) {
  if (world.plan.broker.rejects !== true) return settle(world, member);
  return letGo(world, member, inHand(world, member));
}

function letGo(world: World, member: number, message: number): void {
  drop(world, member);
  world.plan.broker.acknowledge(world, member, message);
}

/** The ack of the message that it is done with: the broker may forget it. */
export function acknowledge(world: World, member: number, message: number): void {
  letGo(world, member, message);
  record(world, KIND.acked, actorOf(world, member), eventOf(message), copyOf(message));
}

/** Takes the message at the head out of the hand. */
export function drop(world: World, member: number): void {
  const { members, times, plan } = world;
  const from = member * plan.prefetch;
  const last = from + plan.prefetch - 1;
  // By hand: for so few messages the calls of `copyWithin` take longer.
  for (let place = from; place < last; place += 1) {
    members.hand[place] = at(members.hand, place + 1);
    if (plan.timed) times.left[place] = timeAt(times.left, place + 1);
  }
  members.hand[last] = 0;
  members.phase[member] = MEMBER.handling;
}

/** The member's connection is gone: what it had not acknowledged, the broker hands out again. */
export function disconnect(world: World, member: number): void {
  const { members, times, plan } = world;
  const from = member * plan.prefetch;
  const hand: number[] = [];
  for (let place = from; place < from + plan.prefetch; place += 1) {
    if (at(members.hand, place) !== 0) hand.push(at(members.hand, place));
  }
  // Whoever takes them next knows of no pause that was still running.
  if (plan.timed) times.retryAt[member] = 0;
  interrupt(world, 'member', member);
  members.hand.fill(0, from, from + plan.prefetch);
  if (plan.processes.consumer !== null) members.history[member] = 0;
  plan.broker.lose(world, member, hand);
  members.phase[member] = MEMBER.handling;
}

/** The member crashes; where time passes it stays down until it restarts. */
export function crashConsumer(world: World, member: number): void {
  const event = eventOf(inHand(world, member));
  disconnect(world, member);
  if (world.plan.timed) world.members.phase[member] = MEMBER.crashed;
  record(world, KIND['consumer-crashed'], actorOf(world, member), event);
}
