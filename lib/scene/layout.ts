// A box for each part of the picture. Pixels, from the top left corner of the stage.
import type { Scenario } from '@/lib/sim/scenario/scenario';

/** The lanes, in the order in which an event passes them. */
export type LaneName = 'orders' | 'outbox' | 'relays' | 'broker' | 'consumers' | 'results';

/**
 * A part that messages come from or go to: `orders`, `outbox`, `relay 1`, `broker`, `broker 2` (the second queue,
 * partition or stream), `member 1` (by its place in the cast, groups in their order), `results 1` and `dead 1` (of the
 * first group). Counted from 1.
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

export interface Layout {
  /** Lanes beside each other, or one under the other. */
  readonly direction: 'across' | 'down';
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly LaneBox[];
  readonly parts: ReadonlyMap<PartName, Box>;
}

/** The layout of a scenario's stage in a width. Its height depends on nothing else, so nothing jumps while it plays. */
export declare function layoutOf(scenario: Scenario, width: number): Layout;
