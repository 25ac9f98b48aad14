// Replay: a group goes back to the earliest record that is still there. Only where time passes.

import type { Group } from '../../cast';
import { at } from '../../columns';
import { disconnect } from '../../hand';
import { MEMBER, type World } from '../../world';
import { asNew, turnBack } from '../kept';
import { hasStamps, logsOf, partitionsOf } from './logs';
import { expireRead } from './retention';

/** Offsets can be reset while no member is there: all leave, and come back. Returns how many records are read again. */
export function replay(world: World, index: number): number {
  const group = world.plan.groups[index] as Group;
  if (keptBy(world, index) === 0) return 0;
  for (let member = group.from; member < group.to; member += 1) {
    if (at(world.members.phase, member) !== MEMBER.crashed) disconnect(world, member);
  }
  const logs = logsOf(world);
  const count = partitionsOf(world.plan);
  let turned = 0;
  for (let log = index * count; log < (index + 1) * count; log += 1) {
    const kept = turnBack(logs, log, asNew);
    logs.committed[log] = at(logs.committed, log) - kept;
    if (hasStamps(logs)) turnBack(logs.stamps, log);
    turned += kept;
  }
  watchAgain(world, group);
  return turned;
}

/** Records before its committed offsets that are not too old. */
function keptBy(world: World, index: number): number {
  const count = partitionsOf(world.plan);
  let kept = 0;
  for (let log = index * count; log < (index + 1) * count; log += 1) {
    expireRead(world, log);
    kept += at(logsOf(world).kept, log);
  }
  return kept;
}

/** What gets too old next is older than what the group's timer waited for. */
function watchAgain({ plan, times }: World, { from }: Group): void {
  for (const { do: what, who, slot } of plan.actions) {
    if (what === 'broker' && who === plan.members.length + from) times.due[slot] = Number.POSITIVE_INFINITY;
  }
}
