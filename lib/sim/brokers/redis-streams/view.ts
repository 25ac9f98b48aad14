// A stream with its entries, where each group stands in it, and what is pending with whom.
import type { Group } from '../../cast';
import { at, timeAt } from '../../columns';
import { actorOf } from '../../group';
import {
  type LogView,
  type PendingView,
  type PositionView,
  readsAlike,
  type StripView,
} from '../../look/kept-view';
import { keptMessage, viewMessage } from '../../look/lane';
import { messageAt } from '../../queue';
import type { World } from '../../world';
import { keptAt } from '../kept';
import { listEnd, ownerOf, pendingOf } from './pending';
import { streamsOf } from './stream';

/** So many that everybody has read stay in sight. */
const BEHIND = 3;

export function viewStream(world: World, most: number): readonly LogView[] {
  const { groups, scenario } = world.plan;
  const together = readsAlike(scenario) ? [groups] : groups.map((group) => [group]);
  const pending = pendingEntries(world);
  const taken = new Set(pending.map(({ event, copy }) => `${event}/${copy}`));
  return [
    {
      kind: 'stream',
      name: 'stream',
      strips: together
        .filter(({ length }) => length > 0)
        .map((readers) => viewStrip(world, readers, most, taken)),
      pending: pending.slice(0, most),
      pendingCount: pending.length,
    },
  ];
}

const positionOf = (world: World, { index, settings }: Group): PositionView => {
  const read = streamsOf(world).kept[index] ?? 0;
  return { group: settings.name, committed: read, read };
};

function viewStrip(
  world: World,
  readers: readonly Group[],
  most: number,
  taken: ReadonlySet<string>,
): StripView {
  const streams = streamsOf(world);
  const positions = readers.map((group) => positionOf(world, group));
  const group = (readers[0] as Group).index;
  const kept = streams.kept[group] ?? 0;
  const end = kept + at(streams.length, group);
  const slowest = Math.min(...positions.map(({ read }) => read));
  const first = Math.max(0, Math.min(slowest - BEHIND, end - 1));
  const messages = Array.from({ length: Math.max(0, Math.min(most, end - first)) }, (_, index) => {
    const place = first + index;
    const message = place < kept ? keptAt(streams, group, place) : messageAt(streams, group, place - kept);
    const { event, copy } = viewMessage(message);
    if (taken.has(`${event}/${copy}`)) return keptMessage(message, 'unacked');
    return keptMessage(message, positions.every(({ read }) => place < read) ? 'consumed' : 'waiting');
  });
  return { first, end, messages, positions };
}

/** Of all groups: what is in a list and not known to its owner, and what is in hand. */
function pendingEntries(world: World): readonly PendingView[] {
  const { waiting, since, claimed } = pendingOf(world);
  const { members, times, plan } = world;
  const entries: PendingView[] = [];
  for (let place = 0; place < listEnd(world); place += 1) {
    const owner = plan.actors[actorOf(world, ownerOf(world, place))] as string;
    const left = at(waiting, place);
    if (left !== 0)
      entries.push({ ...viewMessage(left), owner, since: plan.timed ? at(since, place) : null });
    const held = at(members.hand, place);
    if (held !== 0 && (claimed[place] ?? 0) === 0)
      entries.push({
        ...viewMessage(held),
        owner,
        since: plan.timed ? timeAt(times.left, place) / 1000 : null,
      });
  }
  return entries.toSorted((one, other) => (one.since ?? 0) - (other.since ?? 0));
}
