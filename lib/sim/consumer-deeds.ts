// What is done to consumers from outside: to every group that is named, or to one member of each.
import type { Group } from './cast';
import { at, timeAt } from './columns';
import { actorOf } from './group';
import { disconnect, isHolding } from './hand';
import { record } from './record';
import { KIND } from './step';
import { MEMBER, type World } from './world';

/** All groups, or the one of this name. */
export function eachGroup({ plan }: World, name: string | undefined, act: (group: Group) => void): void {
  for (const group of plan.groups) if (name === undefined || group.settings.name === name) act(group);
}

/** One member of each group: whose step it was, or else the first that has something in hand, or else the first. */
export function eachHolder(
  world: World,
  name: string | undefined,
  doer: number | null,
  act: (world: World, member: number) => void,
): void {
  eachGroup(world, name, (group) => {
    const mine = doer !== null && doer >= group.from && doer < group.to;
    const member = mine ? doer : holderOf(world, group);
    if (at(world.members.phase, member) !== MEMBER.crashed) act(world, member);
  });
}

function holderOf(world: World, { from, to }: Group): number {
  for (let member = from; member < to; member += 1) if (isHolding(world, member)) return member;
  return from;
}

/** The ack was lost: the member is alive, and the broker hands out again what it had. */
export const reconnect = (world: World, member: number): void => {
  if (isHolding(world, member)) disconnect(world, member);
};

/** A broker that cannot be reached, or that keeps nothing of what was handled, sets nobody back. */
export function replay(world: World, { index, from }: Group): void {
  const again = at(world.broker.up, 0) === 1 ? (world.plan.broker.replay?.(world, index) ?? 0) : 0;
  if (again > 0) record(world, KIND.replayed, actorOf(world, from), 0, again);
}

/** All members of the group take so many times as long to handle a message. */
export function slowDown(world: World, { from, to }: Group, factor: number): void {
  if (timeAt(world.times.slowness, from) === factor) return;
  world.times.slowness.fill(factor, from, to);
  record(world, KIND['consumer-slowed'], actorOf(world, from), 0, factor);
}
