// The parts of a scenario, lane by lane, each with the height that it needs. Where there are too many, the last of
// them share a box.
import type { Cast } from '@/lib/sim/cast';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { PartName } from './layout';
import {
  type Blocks,
  collapsed,
  type GroupParts,
  type LaneBlocks,
  one,
  rest,
  type Section,
  shownGroups,
} from './layout-block';
import { brokerBlocks } from './layout-broker';
import { MEMBERS_SHOWN, RELAYS_SHOWN, type Room, SIZES } from './layout-sizes';

export function blocksOf(scenario: Scenario, cast: Cast, room: Room): Blocks {
  const { publication, broker } = scenario;
  const groups = groupsOf(cast);
  const lanes: LaneBlocks[] = [
    { lane: 'orders', sections: [[one('orders', SIZES[room].orders(cast.sessions))]], byGroup: false },
    { lane: 'outbox', sections: [[one('outbox', SIZES[room].outbox)]], byGroup: false },
    { lane: 'relays', sections: [relaysOf(cast, room)], byGroup: false },
    brokerBlocks(scenario, groups, room),
    {
      lane: 'consumers',
      sections: membersOf(groups, room, SIZES[room].member(cast.members.length > 1, broker.kind === 'kafka')),
      byGroup: true,
    },
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

const relaysOf = (cast: Cast, room: Room): Section =>
  collapsed(named('relay', 1, cast.relays), RELAYS_SHOWN, SIZES[room].relay(cast.relays), room);

function membersOf(groups: readonly GroupParts[], room: Room, height: number): readonly Section[] {
  const { shown, others } = shownGroups(groups);
  const most = MEMBERS_SHOWN[Math.min(groups.length, MEMBERS_SHOWN.length) - 1] ?? 1;
  const sections = shown.map(({ members }) => collapsed(members, most, height, room));
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
