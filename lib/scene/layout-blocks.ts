// The parts of a scenario, lane by lane, each with the height that it needs. Where there are too many, the last of
// them share a box.
import type { Cast } from '@/lib/sim/cast';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { LaneName, PartName } from './layout';
import { brokerBlocks } from './layout-broker';
import { GROUPS_SHOWN, MEMBERS_SHOWN, RELAYS_SHOWN, type Room, SIZES } from './layout-sizes';

export type { Room } from './layout-sizes';

export interface Block {
  readonly parts: readonly PartName[];
  readonly height: number;
  /** How many it stands for, where it is no more than a number. */
  readonly more: number;
}

/** What belongs together in a lane: that of one group, in the lanes that have one for each. */
export type Section = readonly Block[];

export interface LaneBlocks {
  readonly lane: LaneName;
  readonly sections: readonly Section[];
  /** There is a section for each group. */
  readonly byGroup: boolean;
}

/** The lanes that there are, in order. */
export type Blocks = readonly LaneBlocks[];

/** The parts of a group, by their names. */
export interface GroupParts {
  readonly group: number;
  readonly members: readonly PartName[];
  readonly hasPoison: boolean;
}

export function blocksOf(scenario: Scenario, cast: Cast, room: Room): Blocks {
  const { publication, broker } = scenario;
  const groups = groupsOf(cast);
  const lanes: LaneBlocks[] = [
    { lane: 'orders', sections: [[one('orders', SIZES[room].orders(cast.sessions))]], byGroup: false },
    { lane: 'outbox', sections: [[one('outbox', SIZES[room].outbox)]], byGroup: false },
    { lane: 'relays', sections: [relaysOf(cast, room)], byGroup: false },
    brokerBlocks(scenario, groups, room),
    { lane: 'consumers', sections: membersOf(groups, room), byGroup: true },
    { lane: 'results', sections: resultsOf(groups, room), byGroup: true },
  ];
  return lanes.filter(({ lane }) => {
    if (lane === 'relays') return publication !== 'dual-write' && broker.kind !== 'outbox';
    return lane !== 'broker' || broker.kind !== 'outbox';
  });
}

const groupsOf = (cast: Cast): readonly GroupParts[] =>
  cast.groups.map(({ index, from, to, settings }) => ({
    group: index + 1,
    members: named('member', from + 1, to),
    hasPoison: settings.poison.length > 0 || settings.failures.length > 0,
  }));

const named = (what: string, from: number, to: number): readonly PartName[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${what} ${from + index}`);

export const one = (part: PartName, height: number): Block => ({ parts: [part], height, more: 0 });

/** All of them, or the first of them and a box for the others. */
export function collapsed(parts: readonly PartName[], most: number, height: number, room: Room): Section {
  if (parts.length <= most) return parts.map((part) => one(part, height));
  const shown = parts.slice(0, most - 1);
  const others = parts.slice(most - 1);
  return [...shown.map((part) => one(part, height)), rest(others, others.length, room)];
}

export const rest = (parts: readonly PartName[], more: number, room: Room): Block => ({
  parts,
  height: SIZES[room].more,
  more,
});

const relaysOf = (cast: Cast, room: Room): Section =>
  collapsed(named('relay', 1, cast.relays), RELAYS_SHOWN, SIZES[room].relay(cast.relays), room);

/** The groups that are shown, and those that are not. */
export function shownGroups(groups: readonly GroupParts[]) {
  const count = groups.length <= GROUPS_SHOWN ? groups.length : GROUPS_SHOWN - 1;
  return { shown: groups.slice(0, count), others: groups.slice(count) };
}

function membersOf(groups: readonly GroupParts[], room: Room): readonly Section[] {
  const { shown, others } = shownGroups(groups);
  const most = MEMBERS_SHOWN[Math.min(groups.length, MEMBERS_SHOWN.length) - 1] ?? 1;
  const sections = shown.map(({ members }) => collapsed(members, most, SIZES[room].member, room));
  const hidden = others.flatMap(({ members }) => members);
  return others.length === 0 ? sections : [...sections, [rest(hidden, hidden.length, room)]];
}

function resultsOf(groups: readonly GroupParts[], room: Room): readonly Section[] {
  const { shown, others } = shownGroups(groups);
  const sections = shown.map(
    ({ group, hasPoison }): Section => [
      one(`results ${group}`, SIZES[room].results),
      one(`dead ${group}`, hasPoison ? SIZES[room].dead : SIZES[room].noDead),
    ],
  );
  const hidden = others.flatMap(({ group }) => [`results ${group}`, `dead ${group}`]);
  return others.length === 0 ? sections : [...sections, [rest(hidden, others.length, room)]];
}
