// One box of the picture before it has a place: which parts it is for, and how high it is.
import type { LaneName, Layout, PartName } from './layout';
import { GROUPS_SHOWN, type Room, SIZES } from './layout-sizes';

/** Everything has its place; what is drawn between is still to be found. */
export type Placed = Omit<Layout, 'ways'>;

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

/** The groups that are shown, and those that are not. */
export function shownGroups(groups: readonly GroupParts[]) {
  const count = groups.length <= GROUPS_SHOWN ? groups.length : GROUPS_SHOWN - 1;
  return { shown: groups.slice(0, count), others: groups.slice(count) };
}
