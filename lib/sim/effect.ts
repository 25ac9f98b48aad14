// What an event brings about in a group, and whether it was the first time and the right time for it.
import { at } from './columns';
import { entryOf, keyOf } from './group';
import { dedupOf, noteId } from './inbox';
import { breakInvariant } from './invariants';
import { record } from './record';
import { wants } from './routing';
import { DEDUPS } from './scenario/scenario';
import { KIND } from './step';
import { aggregateOf, DEAD, ROW, type World } from './world';

/** The effect; with the id in the same transaction, if that is how this group tells duplicates. */
export function makeEffect(world: World, group: number, actor: number, event: number): void {
  const { groups, plan } = world;
  const entry = entryOf(world, group, event);
  const repeated = at(groups.effects, entry);
  const dedup = dedupOf(world, group);
  const own = plan.processes.consumer !== null;
  if (!own && dedup === 'same-transaction') noteId(world, group, event);
  groups.effects[entry] = Math.min(repeated + 1, plan.timed ? 0xffff : 2);
  record(world, KIND.applied, actor, event, repeated + 1, own ? 0 : DEDUPS.indexOf(dedup) + 1);
  if (repeated > 0) breakInvariant(world, 'I3');
  applyVersion(world, group, event);
}

/** Versions of a key come one after the other; a gap is allowed only where a dead letter was skipped. */
function applyVersion(world: World, group: number, event: number): void {
  const { groups, events } = world;
  const key = keyOf(world, group, event);
  const version = at(events.version, event);
  const last = at(groups.version, key);
  if (version !== last + 1 && !onlySkipped(world, group, event, last)) breakInvariant(world, 'I4');
  groups.version[key] = Math.max(last, version);
}

/** All between the last version and this one are dead letters, or not for this group. */
function onlySkipped(world: World, group: number, event: number, last: number): boolean {
  const version = at(world.events.version, event);
  if (version <= last) return false;
  for (let missing = last + 1; missing < version; missing += 1) {
    if (!isExcused(world, group, aggregateOf(world, event), missing)) return false;
  }
  return true;
}

/** An event of this version is a dead letter of the group's, or was never for it. */
function isExcused(world: World, group: number, aggregate: number, version: number): boolean {
  const { groups, events, plan } = world;
  for (let event = aggregate + 1; event <= plan.events; event += plan.aggregates) {
    if (at(events.version, event) !== version || at(events.row, event) === ROW.rolledBack) continue;
    if (at(groups.dead, entryOf(world, group, event)) === DEAD.dead || !wants(world, group, event))
      return true;
  }
  return false;
}
