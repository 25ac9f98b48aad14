// The parts of a broker, which each kind has in its own way.
import { readsAlike } from '@/lib/sim/look/kept-view';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import {
  collapsed,
  type GroupParts,
  type LaneBlocks,
  one,
  rest,
  type Section,
  shownGroups,
} from './layout-block';
import { LANES_SHOWN, PENDING_SHOWN, type Room, SIZES } from './layout-sizes';

const TITLE = 20;

const LISTENERS_SHOWN = 6;

export function brokerBlocks(scenario: Scenario, groups: readonly GroupParts[], room: Room): LaneBlocks {
  const head = one('broker', SIZES[room].brokerHead);
  const sections = keptBy(scenario, groups, room);
  return { lane: 'broker', sections: [[head], ...sections], byGroup: false };
}

function keptBy(scenario: Scenario, groups: readonly GroupParts[], room: Room): readonly Section[] {
  switch (scenario.broker.kind) {
    case 'rabbitmq':
      return queues(groups, room);
    case 'kafka':
      return [collapsed(partitions(scenario), LANES_SHOWN, logHeight(scenario, room), room)];
    case 'redis-streams':
      return [
        [one('broker 1', logHeight(scenario, room) + (PENDING_SHOWN + 1) * SIZES[room].pending + TITLE)],
      ];
    case 'notify':
    case 'http':
      return [[one('broker 1', listeners(groups) * SIZES[room].listener + TITLE)]];
    case 'outbox':
      return [];
  }
}

function queues(groups: readonly GroupParts[], room: Room): readonly Section[] {
  const { shown, others } = shownGroups(groups);
  const sections = shown.map(({ group }) => [one(`broker ${group}`, SIZES[room].queue)]);
  const hidden = others.map(({ group }) => `broker ${group}`);
  return others.length === 0 ? sections : [...sections, [rest(hidden, hidden.length, room)]];
}

/** A key gets to no partition beyond these. */
const partitions = ({ broker, workload }: Scenario): readonly string[] =>
  Array.from(
    { length: Math.max(1, Math.min(broker.partitions, workload.aggregates)) },
    (_, index) => `broker ${index + 1}`,
  );

/** A strip that all groups read, or one for each, and where each of them is. */
function logHeight(scenario: Scenario, room: Room): number {
  const { strip: cells, offsets, position } = SIZES[room];
  const strip = cells + (scenario.broker.kind === 'kafka' ? offsets : 0);
  const groups = Math.min(scenario.consumers.length, LANES_SHOWN);
  return TITLE + (readsAlike(scenario) ? strip + groups * position : groups * (strip + position));
}

const listeners = (groups: readonly GroupParts[]): number =>
  Math.min(
    LISTENERS_SHOWN,
    groups.reduce((sum, { members }) => sum + members.length, 0),
  );
