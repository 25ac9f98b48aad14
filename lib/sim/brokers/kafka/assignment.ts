// Who reads which partition: each belongs to one member of a group, and moves when members leave or return.
import { at } from '../../columns';
import { actorOf, groupOf } from '../../group';
import { record } from '../../record';
import { KIND } from '../../step';
import { MEMBER, type World } from '../../world';
import { logOf, logsOf, partitionsOf, rewind } from './logs';

const ownerEntry = (world: World, member: number, partition: number): number =>
  member * partitionsOf(world.plan) + partition;

const owns = (world: World, member: number, partition: number): boolean =>
  at(logsOf(world).members.owns, ownerEntry(world, member, partition)) === 1;

function setOwner(world: World, member: number, partition: number, isOwner: boolean): void {
  logsOf(world).members.owns[ownerEntry(world, member, partition)] = isOwner ? 1 : 0;
}

const isAlone = (world: World, member: number): boolean => {
  const { from, to } = groupOf(world, member);
  return to - from === 1;
};

/** Before anything happens every group has formed: partitions go round its members. */
export function assignAll(world: World): void {
  const count = partitionsOf(world.plan);
  for (const { from, to } of world.plan.groups) {
    for (let partition = 0; partition < count; partition += 1) {
      setOwner(world, from + (partition % (to - from)), partition, true);
    }
  }
}

/** The member may read it: it is its own, and no rebalance is about to give it to another. */
export const mayRead = (world: World, member: number, partition: number): boolean =>
  owns(world, member, partition) && (!isStirred(world) || isMeantFor(world, member, partition));

/** Something may have to move. Where time is erased nobody notes it. */
const isStirred = (world: World): boolean => !world.plan.timed || at(logsOf(world).stirred, 0) === 1;

/** Partitions go round the members that are there. Where time is erased, anybody may get what somebody lost. */
function isMeantFor(world: World, member: number, partition: number): boolean {
  if (!world.plan.timed || isAlone(world, member)) return true;
  const { from, to } = groupOf(world, member);
  let present = 0;
  let rank = 0;
  for (let other = from; other < to; other += 1) {
    if (at(world.members.phase, other) === MEMBER.crashed) continue;
    if (other < member) rank += 1;
    present += 1;
  }
  return partition % present === rank;
}

/** A partition that this member may take over now, or −1. One that is alone keeps all it has. */
export function partitionToTake(world: World, member: number): number {
  const { members, broker, plan } = world;
  if (!isStirred(world) || isAlone(world, member) || at(broker.up, 0) === 0) return -1;
  if (at(members.phase, member) === MEMBER.crashed) return -1;
  const count = partitionsOf(plan);
  for (let partition = 0; partition < count; partition += 1) {
    if (owns(world, member, partition) || !isMeantFor(world, member, partition)) continue;
    if (isFree(world, member, partition)) return partition;
  }
  return -1;
}

/** Nobody has it; or whoever has it is done with what it was given of it, as it is when it next asks for records. */
function isFree(world: World, member: number, partition: number): boolean {
  const { from, to } = groupOf(world, member);
  for (let other = from; other < to; other += 1) {
    if (!owns(world, other, partition)) continue;
    if (!world.plan.timed || holdsAny(world, other, partition)) return false;
  }
  return true;
}

function holdsAny(world: World, member: number, partition: number): boolean {
  const { members, plan } = world;
  const from = member * plan.prefetch;
  for (let place = from; place < from + plan.prefetch && at(members.hand, place) !== 0; place += 1) {
    if (logOf(world, 0, at(members.hand, place)) === partition) return true;
  }
  return false;
}

export function takeOver(world: World, member: number): void {
  const partition = partitionToTake(world, member);
  const { from, to } = groupOf(world, member);
  for (let other = from; other < to; other += 1) setOwner(world, other, partition, other === member);
  if (world.plan.timed) logsOf(world).stirred[0] = isSettled(world) ? 0 : 1;
  record(world, KIND.rebalanced, actorOf(world, member), 0, partition);
}

/** All members are there, and each has what is meant for it. */
function isSettled(world: World): boolean {
  const { members, plan } = world;
  const count = partitionsOf(plan);
  for (let member = 0; member < plan.members.length; member += 1) {
    if (at(members.phase, member) === MEMBER.crashed) return false;
    for (let partition = 0; partition < count; partition += 1) {
      if (owns(world, member, partition) !== isMeantFor(world, member, partition)) return false;
    }
  }
  return true;
}

/** The member leaves its group: whoever reads its partitions next begins where it had committed. */
export function leave(world: World, member: number): void {
  const count = partitionsOf(world.plan);
  const first = groupOf(world, member).index * count;
  for (let partition = 0; partition < count; partition += 1) {
    if (!owns(world, member, partition)) continue;
    rewind(world, first + partition);
    if (!isAlone(world, member)) setOwner(world, member, partition, false);
  }
  if (world.plan.timed && !isAlone(world, member)) logsOf(world).stirred[0] = 1;
}
