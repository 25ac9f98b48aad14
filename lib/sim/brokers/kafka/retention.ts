// Retention: a record is kept for a time, whether anybody has read it or not. Only where time passes.

import type { Group } from '../../cast';
import { at } from '../../columns';
import { actorOf } from '../../group';
import { copyOf, eventOf } from '../../message';
import { messageAt } from '../../queue';
import { record } from '../../record';
import { KIND } from '../../step';
import type { Micros, World } from '../../world';
import { forgetOldest, keptAt } from '../kept';
import { hasStamps, logsOf, partitionsOf, remove } from './logs';

/** When the oldest record that a group has not read gets too old; Infinity for none. */
export function expiresAt(world: World, group: number): Micros {
  const logs = logsOf(world);
  if (!hasStamps(logs)) return Number.POSITIVE_INFINITY;
  const count = partitionsOf(world.plan);
  let first = Number.POSITIVE_INFINITY;
  for (let log = group * count; log < (group + 1) * count; log += 1) {
    first = Math.min(first, unreadExpiresAt(world, log));
  }
  return first;
}

function unreadExpiresAt(world: World, log: number): Micros {
  const { stamps, read, length } = logsOf(world);
  const place = at(read, log);
  if (place >= at(length, log)) return Number.POSITIVE_INFINITY;
  return endOf(world, messageAt(stamps, log, place));
}

/** When a record of this age is too old. */
const endOf = (world: World, stamp: number): Micros =>
  (stamp + world.plan.scenario.broker.retentionMs) * 1000;

/** The group goes on at the earliest record that is still there. */
export function expireUnread(world: World, group: number): void {
  const count = partitionsOf(world.plan);
  const actor = actorOf(world, (world.plan.groups[group] as Group).from);
  for (let log = group * count; log < (group + 1) * count; log += 1) {
    while (unreadExpiresAt(world, log) <= world.now) {
      const message = remove(world, log, at(logsOf(world).read, log));
      record(world, KIND.missed, actor, eventOf(message), copyOf(message));
    }
  }
}

/** Of what the group has read, a log keeps what is not too old. */
export function expireRead(world: World, log: number): void {
  const logs = logsOf(world);
  if (!hasStamps(logs)) return;
  while (at(logs.kept, log) > 0 && endOf(world, keptAt(logs.stamps, log, 0)) <= world.now) {
    forgetOldest(logs, log, true);
    forgetOldest(logs.stamps, log, true);
  }
}
