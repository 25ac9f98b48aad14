// The lines on which tokens travel: from the edge of one box to the facing edge of the other.
import { FIRST_RELAY, ORDERS } from '@/lib/sim/step';
import type { Flights } from './flights';
import { WAYS, type Way } from './flights-kinds';
import type { Box, LaneName, Layout, PartName } from './layout';

/** Two facing edges: where they stand, and between which bounds tokens leave and reach them. */
export interface Line {
  /** The coordinate that goes from one edge to the other. */
  readonly along: 'x' | 'y';
  readonly from: Edge;
  readonly to: Edge;
  /** An answer, which keeps to the other side than what it answers. */
  readonly back: boolean;
  readonly gap: Gap;
}

/** The room between the two boxes, in the direction in which tokens cross it. */
export interface Gap {
  readonly along: 'x' | 'y';
  readonly low: number;
  readonly high: number;
}

interface Edge {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

type End = 'orders' | 'outbox' | 'relay' | 'broker' | 'queue' | 'member' | 'results' | 'dead';

/** Where each way begins and ends. */
const ENDS: { readonly [Name in Way]: readonly [End, End] } = {
  write: ['orders', 'outbox'],
  fetch: ['outbox', 'relay'],
  publish: ['relay', 'broker'],
  confirm: ['broker', 'relay'],
  mark: ['relay', 'outbox'],
  deliver: ['queue', 'member'],
  ack: ['member', 'queue'],
  effect: ['member', 'results'],
  bury: ['member', 'dead'],
  redrive: ['dead', 'queue'],
  retake: ['dead', 'member'],
};

const ANSWERS: ReadonlySet<Way> = new Set<Way>(['confirm', 'mark', 'ack', 'redrive', 'retake']);

const LANES: { readonly [Name in End]: LaneName } = {
  orders: 'orders',
  outbox: 'outbox',
  relay: 'relays',
  broker: 'broker',
  queue: 'broker',
  member: 'consumers',
  results: 'results',
  dead: 'results',
};

/** The line of a flight, found once for all of its kind; null where one of its ends is not in the picture. */
export function lineFor(
  known: Map<number, Line | null>,
  flights: Flights,
  layout: Layout,
  place: number,
): Line | null {
  const key = ((flights.way[place] as number) * 256 + (flights.actor[place] as number)) * 256;
  const lane = flights.lane[place] as number;
  const found = known.get(key + lane);
  if (found !== undefined) return found;
  const line = partLine(flights, layout, place);
  known.set(key + lane, line);
  return line;
}

function partLine(flights: Flights, layout: Layout, place: number): Line | null {
  const way = WAYS[flights.way[place] as number] as Way;
  const [from, to] = ENDS[way].map((end) => boxOf(flights, layout, place, end));
  if (from === undefined || to === undefined) return null;
  return between(from, to, ANSWERS.has(way), layout.direction);
}

/** A lane's own line, for all of a way together: from lane to lane. */
export function laneLine(layout: Layout, way: Way): Line | null {
  const [from, to] = ENDS[way].map((end) => laneBox(layout, LANES[end]));
  if (from === undefined || to === undefined) return null;
  return between(from, to, ANSWERS.has(way), layout.direction);
}

/** The lanes that a way joins, whichever way round. */
export const stretchOf = (way: Way): string =>
  ENDS[way]
    .map((end) => LANES[end])
    .sort()
    .join(' ');

/** The part; where it is not shown by itself, its lane. */
const boxOf = (flights: Flights, layout: Layout, place: number, end: End): Box | undefined =>
  layout.parts.get(partOf(flights, place, end)) ??
  (end === 'queue' ? layout.parts.get('broker') : undefined) ??
  laneBox(layout, LANES[end]);

/** Where the table is the queue there is no broker. */
function laneBox({ lanes }: Layout, name: LaneName): Box | undefined {
  const boxOfLane = (one: LaneName) => lanes.find(({ lane }) => lane === one)?.box;
  return boxOfLane(name) ?? (name === 'broker' ? boxOfLane('outbox') : undefined);
}

function partOf({ actor, lane, relays, groups }: Flights, place: number, end: End): PartName {
  const code = actor[place] as number;
  const member = code - FIRST_RELAY - relays;
  switch (end) {
    case 'relay':
      return code === ORDERS ? 'orders' : `relay ${code - FIRST_RELAY + 1}`;
    case 'queue':
      return `broker ${lane[place]}`;
    case 'member':
      return `member ${member + 1}`;
    case 'results':
    case 'dead':
      return `${end} ${(groups[member] ?? 0) + 1}`;
    default:
      return end;
  }
}

/** The edges that face each other: those with room between them in the direction of the lanes, if there is any. */
function between(from: Box, to: Box, back: boolean, direction: Layout['direction']): Line {
  const apartX = gapOf(from.x, from.width, to.x, to.width);
  const apartY = gapOf(from.y, from.height, to.y, to.height);
  if (direction === 'across' ? apartX > 0 || apartX >= apartY : apartY <= 0 && apartX > apartY) {
    const [one, other] = bounds(from.y, from.height, to.y, to.height, within);
    const [start, end] = facing(from.x, from.width, to.x, to.width);
    return {
      along: 'x',
      from: { at: start, ...one },
      to: { at: end, ...other },
      back,
      gap: gap('x', start, end),
    };
  }
  const [one, other] = bounds(from.x, from.width, to.x, to.width, amid);
  const [start, end] = facing(from.y, from.height, to.y, to.height);
  return {
    along: 'y',
    from: { at: start, ...one },
    to: { at: end, ...other },
    back,
    gap: gap('y', start, end),
  };
}

const gap = (along: Gap['along'], one: number, other: number): Gap => ({
  along,
  low: Math.min(one, other),
  high: Math.max(one, other),
});

const gapOf = (one: number, length: number, other: number, otherLength: number): number =>
  Math.max(other - (one + length), one - (other + otherLength));

const facing = (
  one: number,
  length: number,
  other: number,
  otherLength: number,
): readonly [number, number] =>
  other + otherLength / 2 >= one + length / 2 ? [one + length, other] : [one, other + otherLength];

type Bounds = Omit<Edge, 'at'>;

/** Tokens keep so far from the corners, and within so much of an edge. */
const CORNER = 12;
const WIDEST = 120;

/** Edges that lie side by side are joined straight across. */
function bounds(
  one: number,
  length: number,
  other: number,
  otherLength: number,
  part: (low: number, high: number) => Bounds,
): readonly [Bounds, Bounds] {
  const low = Math.max(one, other);
  const high = Math.min(one + length, other + otherLength);
  if (high - low > 2 * CORNER) return [part(low, high), part(low, high)];
  return [part(one, one + length), part(other, other + otherLength)];
}

/** Of a high box the upper part, where its head is; of a narrow one the middle. */
function within(low: number, high: number): Bounds {
  if (high - low <= 2 * CORNER) return { low: (low + high) / 2, high: (low + high) / 2 };
  return { low: low + CORNER, high: Math.min(high - CORNER, low + CORNER + WIDEST) };
}

/** Of a wide box, the middle. */
function amid(low: number, high: number): Bounds {
  const middle = (low + high) / 2;
  const half = Math.max(0, Math.min(WIDEST / 2, (high - low) / 2 - CORNER));
  return { low: middle - half, high: middle + half };
}

/** Shares of the golden section lie far apart, however many follow one another. */
const GOLDEN = 0.618_033_988_749_895;

/** Of an edge, what those that go out take; answers take as much at its other end. */
const SIDE = 0.45;

/** So far, in pixels, a line is bent. */
const BENT = 4;

/** A point of the line at a share of its length. Events keep their own track, the same in every frame. */
export function pointOn(
  line: Line,
  share: number,
  event: number,
): { readonly x: number; readonly y: number } {
  const { from, to, along, back } = line;
  const spread = ((event * GOLDEN) % 1) * SIDE;
  const track = back ? 1 - spread : spread;
  const start = from.low + track * (from.high - from.low);
  const end = to.low + track * (to.high - to.low);
  const bend = Math.sin(Math.PI * share) * (back ? BENT : -BENT);
  const far = from.at + share * (to.at - from.at);
  const side = start + share * (end - start) + bend;
  return along === 'x' ? { x: far, y: side } : { x: side, y: far };
}
