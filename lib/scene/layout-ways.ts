// The ways between boxes: from whom to whom messages travel, as lines from edge to edge.
import type { Cast } from '@/lib/sim/cast';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { Box, PartName, WayLine } from './layout';
import type { Placed } from './layout-block';

/** Parts that all send to all of some others. */
interface Bundle {
  readonly from: readonly PartName[];
  readonly to: readonly PartName[];
}

/** Where lanes stand below each other, one line from lane to lane; and beside each other, one trunk for each bundle. */
export function waysIn(placed: Placed, scenario: Scenario, cast: Cast): readonly WayLine[] {
  return [...below(placed), ...beside(placed, scenario, cast)];
}

/** From each lane to the one that stands below it. */
const below = ({ lanes }: Placed): readonly WayLine[] =>
  lanes.flatMap(({ box }, index) => {
    const next = lanes[index + 1]?.box;
    if (next === undefined || next.x !== box.x) return [];
    const x = Math.round(box.x + Math.min(box.width, next.width) / 2);
    return [{ x1: x, y1: box.y + box.height, x2: x, y2: next.y }];
  });

function beside({ direction, parts }: Placed, scenario: Scenario, cast: Cast): readonly WayLine[] {
  if (direction === 'down') return [];
  const boxesOf = (names: readonly PartName[]): readonly Box[] => [
    ...new Set(names.flatMap((name) => parts.get(name) ?? [])),
  ];
  const joined = bundlesOf(scenario, cast).map(({ from, to }) => [boxesOf(from), boxesOf(to)] as const);
  // Groups that share a box share their trunk.
  const trunks = new Map(joined.map((ends) => [JSON.stringify(ends), ends] as const));
  return [...trunks.values()].flatMap(([from, to], index) => trunk(from, to, index));
}

function bundlesOf(scenario: Scenario, { relays, groups }: Cast): readonly Bundle[] {
  const all = named('relay', 1, relays);
  const publishers = scenario.publication === 'dual-write' ? ['orders'] : all;
  const membersOf = groups.map(({ from, to }) => named('member', from + 1, to));
  const shared = keptForAll(scenario);
  return [
    { from: ['orders'], to: ['outbox'] },
    { from: ['outbox'], to: all },
    { from: publishers, to: ['broker'] },
    ...(shared === null
      ? membersOf.map((to, group) => ({ from: [`broker ${group + 1}`], to }))
      : [{ from: shared, to: membersOf.flat() }]),
    ...membersOf.map((from, group) => ({ from, to: [`results ${group + 1}`] })),
  ];
}

const named = (what: string, from: number, to: number): readonly PartName[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${what} ${from + index}`);

/** Where all groups take their messages from; null where each has a queue of its own. */
function keptForAll({ broker }: Scenario): readonly PartName[] | null {
  switch (broker.kind) {
    case 'rabbitmq':
      return null;
    case 'outbox':
      return ['outbox'];
    case 'kafka':
      return named('broker', 1, broker.partitions);
    default:
      return ['broker 1'];
  }
}

/** Trunks in one gap keep apart. */
const APART = 5;

/** Nobody looks for the end of a line further down a high box. */
const LOWEST = 60;

/** Straight across from one to one where they face each other; else a trunk between them, with a branch for each. */
function trunk(from: readonly Box[], to: readonly Box[], index: number): readonly WayLine[] {
  const start = Math.max(...from.map(({ x, width }) => x + width));
  const end = Math.min(...to.map(({ x }) => x));
  if (from.length === 0 || to.length === 0 || end <= start) return [];
  const level = from.length === 1 && to.length === 1 ? sharedLevel(from[0] as Box, to[0] as Box) : null;
  if (level !== null) return [{ x1: start, y1: level, x2: end, y2: level }];
  const x = Math.round((start + end) / 2) + ((index % 3) - 1) * APART;
  const levels = [...from, ...to].map(levelOf);
  return [
    ...from.map((box) => ({ x1: box.x + box.width, y1: levelOf(box), x2: x, y2: levelOf(box) })),
    { x1: x, y1: Math.min(...levels), x2: x, y2: Math.max(...levels) },
    ...to.map((box) => ({ x1: x, y1: levelOf(box), x2: box.x, y2: levelOf(box) })),
  ];
}

const levelOf = ({ y, height }: Box): number => Math.round(y + Math.min(LOWEST, height / 2));

/** A height at which both can be reached. */
function sharedLevel(one: Box, other: Box): number | null {
  const low = Math.max(one.y, other.y);
  const high = Math.min(one.y + one.height, other.y + other.height);
  return high - low > 24 ? Math.round(low + Math.min(LOWEST, high - low) / 2) : null;
}
