// A box for each part of the picture. Pixels, from the top left corner of the stage.
import { castOf } from '@/lib/sim/cast';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { placeAcross } from './layout-across';
import { blocksOf } from './layout-blocks';
import { placeDown } from './layout-down';
import type { Room } from './layout-sizes';
import { waysIn } from './layout-ways';

/** The lanes, in the order in which an event passes them. */
export type LaneName = 'orders' | 'outbox' | 'relays' | 'broker' | 'consumers' | 'results';

/**
 * A part that messages come from or go to, counted from 1: `orders`, `outbox`, `relay 1`, `member 1` (by its place in
 * the cast, groups in their order), `results 1` and `dead 1` (of the first group). `broker` is where the broker takes
 * what is published: its exchange, topic, stream or channel. `broker 2` is where it keeps it: RabbitMQ's queue of the
 * second group, Kafka's second partition; Redis Streams and NOTIFY have a `broker 1` alone. Where there are too many
 * to be shown, several parts share a box.
 */
export type PartName = string;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LaneBox {
  readonly lane: LaneName;
  readonly box: Box;
}

/** A box that stands for parts that there is no room for. */
export interface MoreBox {
  readonly lane: LaneName;
  readonly box: Box;
  /** In words: `and 12 more`. */
  readonly words: string;
}

/** From the edge of one box to the facing edge of another. */
export interface WayLine {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Layout {
  /** Lanes beside each other, or one under the other. */
  readonly direction: 'across' | 'down';
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly LaneBox[];
  readonly parts: ReadonlyMap<PartName, Box>;
  readonly more: readonly MoreBox[];
  /** From where to where messages travel: what is drawn between the boxes. */
  readonly ways: readonly WayLine[];
}

/** From here on lanes stand beside each other. */
const ACROSS = 680;

/** From here on every lane has a column of its own; below, a database and its consumers take one each. */
const ALL_APART = 980;

/** Narrower than this nothing is told apart any more. */
const LEAST = 240;

export const roomOf = (width: number): Room => {
  if (width < ACROSS) return 'down';
  return width < ALL_APART ? 'compact' : 'wide';
};

/** The layout of a scenario's stage in a width. Its height depends on nothing else, so nothing jumps while it plays. */
export function layoutOf(scenario: Scenario, width: number): Layout {
  const wide = Math.max(LEAST, Math.floor(width));
  const room = roomOf(wide);
  const cast = castOf(scenario);
  const blocks = blocksOf(scenario, cast, room);
  const placed = room === 'down' ? placeDown(blocks, wide) : placeAcross(blocks, wide, room);
  return { ...placed, ways: waysIn(placed, scenario, cast) };
}
