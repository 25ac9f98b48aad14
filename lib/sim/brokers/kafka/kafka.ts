// Kafka, or anything that speaks its protocol: the key of a record chooses a partition, a partition is a log,
// and a group remembers for each partition how far it has come. The rules [K…] are in the README.
import type { Broker } from '../../broker';
import { at } from '../../columns';
import { actorOf, entryOf, groupOf } from '../../group';
import { viewQueue } from '../../look/lane';
import { copyOf, eventOf } from '../../message';
import { isFull, messageAt } from '../../queue';
import { record } from '../../record';
import { wants } from '../../routing';
import { KIND } from '../../step';
import { MEMBER, type World } from '../../world';
import { assignAll, leave, mayRead, partitionToTake, takeOver } from './assignment';
import { append, logOf, logsOf, logsShape, partitionsOf, pass } from './logs';
import { replay } from './replaying';
import { expiresAt, expireUnread } from './retention';
import { viewPartitions } from './view';

/** From the loss of a member, or its return, until its group has noticed: a session timeout, short enough to watch. */
const REBALANCE_MICROS = 400_000;

/** The partition that has a record for this member, or −1. In time each has its turn. */
function partitionToRead(world: World, member: number): number {
  const { read, length, members } = logsOf(world);
  const count = partitionsOf(world.plan);
  const first = groupOf(world, member).index * count;
  const turn = world.plan.timed ? at(members.turn, member) : 0;
  for (let step = 0; step < count; step += 1) {
    const partition = (turn + step) % count;
    if (at(read, first + partition) >= at(length, first + partition)) continue;
    if (mayRead(world, member, partition)) return partition;
  }
  return -1;
}

/** The offset behind the record is committed, unless it was before the member began. */
function commit(world: World, member: number, message: number): void {
  if (world.plan.scenario.broker.commit === 'before') return;
  const { read } = logsOf(world);
  const log = logOf(world, groupOf(world, member).index, message);
  pass(world, log);
  read[log] = at(read, log) - 1;
}

/** Offsets were committed as records were handed out: what the member had not handled, nobody reads again. */
function miss(world: World, member: number, hand: readonly number[]): void {
  const actor = actorOf(world, member);
  for (const [place, message] of hand.entries()) {
    if (place === 0 && isHandled(world, member, message)) continue;
    record(world, KIND.missed, actor, eventOf(message), copyOf(message));
  }
}

/** The member was done with it, all but the acknowledgement. A learner's process has no phase that says so. */
function isHandled(world: World, member: number, message: number): boolean {
  const { members, groups, plan } = world;
  if (at(members.phase, member) === MEMBER.acking) return true;
  const entry = entryOf(world, groupOf(world, member).index, eventOf(message));
  return plan.processes.consumer !== null && at(groups.effects, entry) > 0;
}

/** A member takes over a partition; behind those timers, one for the first member of each group: records get too old. */
const groupTimed = ({ plan }: World, timer: number): number => {
  const member = timer - plan.members.length;
  const group = plan.members[member];
  return group?.from === member ? group.index : -1;
};

export const kafka: Broker = {
  kind: 'kafka',
  shape: logsShape,
  begin: assignAll,
  timers: (members) => 2 * members,

  publish(world, message) {
    const { plan, broker } = world;
    const logs = logsOf(world);
    if (at(broker.up, 0) === 0) return 'refused';
    for (let group = 0; group < plan.groups.length; group += 1) {
      if (isFull(logs, logOf(world, group, message))) return 'refused';
    }
    for (let group = 0; group < plan.groups.length; group += 1) {
      if (wants(world, group, eventOf(message))) append(world, logOf(world, group, message), message);
    }
    return 'taken';
  },

  offers: (world, member) => partitionToRead(world, member) !== -1,

  deliver(world, member) {
    const logs = logsOf(world);
    const { plan } = world;
    const partition = partitionToRead(world, member);
    const log = groupOf(world, member).index * partitionsOf(plan) + partition;
    if (plan.timed) logs.members.turn[member] = partition + 1;
    if (plan.scenario.broker.commit === 'before') return pass(world, log);
    const place = at(logs.read, log);
    logs.read[log] = place + 1;
    return messageAt(logs, log, place);
  },

  acknowledge: commit,

  // The record goes on to a retry topic, which is read after what is here by now.
  retryLater(world, member, message) {
    commit(world, member, message);
    append(world, logOf(world, groupOf(world, member).index, message), message);
  },

  redrive: (world, group, message) => append(world, logOf(world, group, message), message),

  lose(world, member, hand) {
    if (world.plan.scenario.broker.commit === 'before') miss(world, member, hand);
    leave(world, member);
  },

  replay,

  // Logs and offsets are on disk.
  restart: () => 0,

  timerReady(world, timer) {
    if (timer < world.plan.members.length) return partitionToTake(world, timer) !== -1;
    const group = world.plan.timed ? groupTimed(world, timer) : -1;
    return group !== -1 && expiresAt(world, group) < Number.POSITIVE_INFINITY;
  },

  timerDelay(world, timer) {
    if (timer < world.plan.members.length) return REBALANCE_MICROS;
    return Math.max(0, expiresAt(world, groupTimed(world, timer)) - world.now);
  },

  timer(world, timer) {
    if (timer < world.plan.members.length) takeOver(world, timer);
    else expireUnread(world, groupTimed(world, timer));
  },

  view(world) {
    const count = partitionsOf(world.plan);
    return world.plan.groups.flatMap(({ settings, index }) =>
      Array.from({ length: count }, (_, partition) => ({
        name: `${settings.name}, partition ${partition}`,
        messages: viewQueue(logsOf(world), index * count + partition),
      })),
    );
  },

  keeps: viewPartitions,
};
