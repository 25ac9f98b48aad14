// What a group knows: the ids it has recorded, for as long as it keeps them, and whether it goes by them.

import type { Group } from './cast';
import { at, timeAt } from './columns';
import { entryOf } from './group';
import { record } from './record';
import { DEDUPS, type Dedup } from './scenario/scenario';
import { FIRST_RELAY, KIND } from './step';
import type { World } from './world';

/** How a group tells duplicates now: what the scenario says, unless somebody has changed it since. */
export function dedupOf({ plan, notes }: World, group: number): Dedup {
  const changed = at(notes.groups.dedup, group);
  return changed === 0 ? (plan.groups[group] as Group).settings.dedup : (DEDUPS[changed - 1] as Dedup);
}

/** Tells duplicates in another way from now on; returns whether that changes anything. */
export function setDedup(world: World, group: number, dedup: Dedup): boolean {
  if (dedupOf(world, group) === dedup) return false;
  world.notes.groups.dedup[group] = DEDUPS.indexOf(dedup) + 1;
  record(
    world,
    KIND['dedup-set'],
    FIRST_RELAY + world.plan.relays + (world.plan.groups[group] as Group).from,
    0,
    DEDUPS.indexOf(dedup),
  );
  return true;
}

/** The group knows this event from now on, for as long as it keeps ids. */
export function noteId(world: World, group: number, event: number): void {
  const { groups, times, plan } = world;
  const entry = entryOf(world, group, event);
  groups.inbox[entry] = 1;
  if (plan.timed) times.recorded[entry] = world.now;
}

/** The id is recorded, and the window in which ids are kept has not passed over it. */
export function isKnown(world: World, group: number, event: number): boolean {
  const { groups, times, plan, now } = world;
  const entry = entryOf(world, group, event);
  if (at(groups.inbox, entry) === 0) return false;
  const { dedupWindowMs } = (plan.groups[group] as Group).settings;
  return !plan.timed || dedupWindowMs === 0 || now - timeAt(times.recorded, entry) < dedupWindowMs * 1000;
}
