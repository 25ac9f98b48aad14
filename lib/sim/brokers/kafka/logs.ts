// The logs of a topic: one for each group and partition, from the first record that the group has not committed.
// What lies before it is kept for a replay, where time passes; where it is erased nobody reads that again.
import { at, type Column } from '../../columns';
import { asRedelivered, eventOf } from '../../message';
import type { Plan } from '../../plan';
import { putFirst, putLast, takeAt } from '../../queue';
import { aggregateOf, type World } from '../../world';
import { type KeptQueues, keptShape, makeRoom, pass as passFirst } from '../kept';

export interface Logs extends KeptQueues {
  /** Records behind the committed offset that a member has been given. */
  readonly read: Column;
  /** Committed offsets. Where time is erased nobody counts. */
  readonly committed: Column;
  /** 1 from the loss of a member until all are there and have what is meant for them. Where time passes. */
  readonly stirred: Column;
  /** When each record was appended, in milliseconds; only where records get too old. */
  readonly stamps: KeptQueues;
  readonly members: {
    /** Whether a partition belongs to a member. */
    readonly owns: Column;
    /** The partition that it looks at first, so that all have their turn. */
    readonly turn: Column;
  };
}

export const logsOf = (world: World): Logs => world.broker.own as unknown as Logs;

export function logsShape(plan: Plan) {
  const { groups, members, timed, scenario } = plan;
  const logs = groups.length * partitionsOf(plan);
  const room = roomOf(plan);
  return {
    ...keptShape(logs, room),
    kept: timed ? logs : 0,
    read: logs,
    committed: timed ? logs : 0,
    stirred: timed ? 1 : 0,
    stamps: keptShape(timed && scenario.broker.retentionMs > 0 ? logs : 0, room),
    members: { owns: members.length * partitionsOf(plan), turn: timed ? members.length : 0 },
  };
}

/** Partitions that a key can get to: the others stay empty, so nobody is asked about them. */
export const partitionsOf = ({ scenario, aggregates }: Plan): number =>
  Math.min(scenario.broker.partitions, aggregates);

/** Records that one log must hold: all of its keys, with every copy that there can be. */
function roomOf(plan: Plan): number {
  const { events, aggregates, relays, timed, scenario } = plan;
  const keys = Math.ceil(aggregates / scenario.broker.partitions);
  const most = Math.min(events, keys * Math.ceil(events / aggregates));
  return timed ? 2 * most + 64 : most * (Math.max(1, relays) + scenario.budgets.crashes + 1);
}

/** The log that a group finds a record in: its key decides, and nothing else. */
export const logOf = (world: World, group: number, message: number): number =>
  group * partitionsOf(world.plan) +
  (aggregateOf(world, eventOf(message)) % world.plan.scenario.broker.partitions);

export const hasStamps = ({ stamps }: Logs): boolean => stamps.length.length > 0;

export function append(world: World, log: number, message: number): void {
  const logs = logsOf(world);
  if (world.plan.timed) makeRoom(logs, log, true);
  putLast(logs, log, message);
  if (!hasStamps(logs)) return;
  makeRoom(logs.stamps, log, true);
  putLast(logs.stamps, log, Math.floor(world.now / 1000));
}

/** The group is past the first record that it has not committed. Returns the record. */
export function pass(world: World, log: number): number {
  const logs = logsOf(world);
  if (!world.plan.timed) return takeAt(logs, log, 0, false);
  if (hasStamps(logs)) passFirst(logs.stamps, log);
  logs.committed[log] = at(logs.committed, log) + 1;
  return passFirst(logs, log);
}

/** The record at this place of what is not committed is deleted, and so is all that the log kept from before. */
export function remove(world: World, log: number, place: number): number {
  const logs = logsOf(world);
  logs.kept[log] = 0;
  logs.stamps.kept[log] = 0;
  takeAt(logs.stamps, log, place, true);
  logs.committed[log] = at(logs.committed, log) + 1;
  return takeAt(logs, log, place, true);
}

/** Whoever reads next begins at the committed offset. */
export function rewind(world: World, log: number): void {
  const logs = logsOf(world);
  const { timed } = world.plan;
  const read = at(logs.read, log);
  logs.read[log] = 0;
  if (!timed) return;
  for (let turned = 0; turned < read; turned += 1) {
    putFirst(logs, log, asRedelivered(takeAt(logs, log, read - 1, true)), true);
  }
}
