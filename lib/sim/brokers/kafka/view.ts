// Partitions as logs: cells with offsets, and how far each group has come.
import type { Group } from '../../cast';
import { at } from '../../columns';
import { type LogView, type PositionView, readsAlike, type StripView } from '../../look/kept-view';
import { keptMessage } from '../../look/lane';
import { messageAt } from '../../queue';
import type { World } from '../../world';
import { keptAt } from '../kept';
import { logsOf, partitionsOf } from './logs';

/** So many that everybody is done with stay in sight. */
const BEHIND = 2;

export function viewPartitions(world: World, most: number): readonly LogView[] {
  const { groups, scenario } = world.plan;
  const together = readsAlike(scenario) ? [groups] : groups.map((group) => [group]);
  return Array.from({ length: partitionsOf(world.plan) }, (_, partition) => ({
    kind: 'log',
    name: `partition ${partition}`,
    strips: together
      .filter(({ length }) => length > 0)
      .map((readers) => viewStrip(world, readers, partition, most)),
    pending: [],
    pendingCount: 0,
  }));
}

/** The partitions that a member reads. */
export function assignedTo(world: World, member: number): readonly number[] {
  const count = partitionsOf(world.plan);
  const { owns } = logsOf(world).members;
  return Array.from({ length: count }, (_, partition) => partition).filter(
    (partition) => at(owns, member * count + partition) === 1,
  );
}

/** One group's log of a partition. */
interface Log {
  readonly place: number;
  readonly kept: number;
  readonly committed: number;
  readonly end: number;
  readonly position: PositionView;
}

function logFor(world: World, { index, settings }: Group, partition: number): Log {
  const logs = logsOf(world);
  const place = index * partitionsOf(world.plan) + partition;
  // Where time is erased nobody counts, and nothing is kept.
  const committed = logs.committed[place] ?? 0;
  return {
    place,
    kept: logs.kept[place] ?? 0,
    committed,
    end: committed + at(logs.length, place),
    position: { group: settings.name, committed, read: committed + at(logs.read, place) },
  };
}

function viewStrip(world: World, readers: readonly Group[], partition: number, most: number): StripView {
  const all = readers.map((group) => logFor(world, group, partition));
  const longest = all.reduce((best, log) => (sizeOf(log) > sizeOf(best) ? log : best));
  const positions = all.map(({ position }) => position);
  const slowest = Math.min(...positions.map(({ committed }) => committed));
  const oldest = longest.committed - longest.kept;
  const first = Math.max(oldest, Math.min(slowest - BEHIND, longest.end - 1));
  const count = Math.max(0, Math.min(most, longest.end - first));
  return {
    first,
    end: longest.end,
    messages: Array.from({ length: count }, (_, index) =>
      keptMessage(entryAt(world, longest, first + index), stateOf(positions, first + index)),
    ),
    positions,
  };
}

const sizeOf = ({ kept, committed, end }: Log): number => kept + end - committed;

function entryAt(world: World, { place, kept, committed }: Log, offset: number): number {
  const logs = logsOf(world);
  if (offset >= committed) return messageAt(logs, place, offset - committed);
  return keptAt(logs, place, offset - (committed - kept));
}

function stateOf(positions: readonly PositionView[], offset: number) {
  if (positions.every(({ committed }) => offset < committed)) return 'consumed';
  return positions.some(({ committed, read }) => committed <= offset && offset < read)
    ? 'unacked'
    : 'waiting';
}
