// Lanes beside each other, with room between them for what travels.
import type { Box, LaneBox, LaneName, MoreBox, PartName } from './layout';
import type { Block, Blocks, LaneBlocks, Placed, Section } from './layout-block';
import { HEAD, type Room, SIZES } from './layout-sizes';

/** The way between two lanes of a column. */
const WAY = 44;

const LEAST_GAP = 44;

/** How lanes share the width: the least, the most, and what share of the rest. */
const WIDTHS: { readonly [Name in LaneName]: { readonly least: number; readonly most: number } } = {
  orders: { least: 102, most: 150 },
  outbox: { least: 232, most: 350 },
  relays: { least: 94, most: 180 },
  broker: { least: 110, most: 290 },
  consumers: { least: 112, most: 340 },
  results: { least: 108, most: 220 },
};

/** A column: one lane, or two of which the second stands below the first. */
type Column = readonly LaneBlocks[];

export function placeAcross(blocks: Blocks, width: number, room: Room): Placed {
  const columns = columnsOf(blocks, room);
  const widths = widthsOf(columns, width);
  const gap = (width - widths.reduce((sum, one) => sum + one, 0)) / Math.max(1, columns.length - 1);
  const heights = room === 'wide' ? sectionHeights(blocks, room) : [];
  const lanes: LaneBox[] = [];
  const parts = new Map<PartName, Box>();
  const more: MoreBox[] = [];
  let x = 0;
  for (const [index, column] of columns.entries()) {
    let y = startOf(column, lanes, room);
    for (const lane of column) {
      const at = { x: Math.round(x), y, width: Math.round(widths[index] ?? 0) };
      const end = placeLane(lane, at, heights, room, parts, more);
      lanes.push({ lane: lane.lane, box: { ...at, height: end - y } });
      y = end + WAY;
    }
    x += (widths[index] ?? 0) + gap;
  }
  const height = Math.max(...lanes.map(({ box }) => box.y + box.height));
  return { direction: 'across', width, height, lanes, parts, more };
}

/** Below an order stands its outbox: whoever carries its rows on stands at the same height. */
function startOf(column: Column, placed: readonly LaneBox[], room: Room): number {
  const level = room === 'wide' ? 0 : (placed.find(({ lane }) => lane === 'outbox')?.box.y ?? 0);
  if (column.length < 2) return level;
  const lowest = Math.max(0, ...placed.map(({ box }) => box.y + box.height));
  return level + columnHeight(column, room) <= lowest + NEAR ? level : 0;
}

/** A column may end so much below the others to begin where they do. */
const NEAR = 24;

function columnHeight(column: Column, room: Room): number {
  const heights = column.map(({ sections }) => {
    const inside = sections.reduce((total, section) => total + heightOf(section, room), 0);
    return HEAD + inside + (sections.length - 1) * SIZES[room].between;
  });
  return heights.reduce((sum, height) => sum + height + WAY, -WAY);
}

/** Where there is little room, an order stands above its outbox, and results below those who bring them about. */
function columnsOf(blocks: Blocks, room: Room): readonly Column[] {
  if (room === 'wide') return blocks.map((lane) => [lane]);
  const pick = (...names: readonly LaneName[]): Column => blocks.filter(({ lane }) => names.includes(lane));
  return [pick('orders', 'outbox'), pick('relays'), pick('broker'), pick('consumers', 'results')].filter(
    (column) => column.length > 0,
  );
}

function widthsOf(columns: readonly Column[], width: number): readonly number[] {
  const room = width - LEAST_GAP * (columns.length - 1);
  const least = columns.map((column) => Math.max(...column.map(({ lane }) => WIDTHS[lane].least)));
  const most = columns.map((column) => Math.max(...column.map(({ lane }) => WIDTHS[lane].most)));
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  const spare = Math.max(0, room - sum(least));
  const share = Math.min(1, spare / Math.max(1, sum(most) - sum(least)));
  return least.map((one, index) => Math.floor(one + share * ((most[index] ?? one) - one)));
}

/** Of lanes with a section for each group, how high each section is: so that a group stands at one height. */
function sectionHeights(blocks: Blocks, room: Room): readonly number[] {
  const lanes = blocks.filter(({ byGroup }) => byGroup);
  const count = Math.max(0, ...lanes.map(({ sections }) => sections.length));
  return Array.from({ length: count }, (_, index) =>
    Math.max(0, ...lanes.map(({ sections }) => heightOf(sections[index] ?? [], room))),
  );
}

const heightOf = (section: Section, room: Room): number =>
  section.reduce((sum, { height }) => sum + height, 0) + (section.length - 1) * SIZES[room].between;

interface At {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Places a lane's boxes below its head; returns where it ends. */
function placeLane(
  { lane, sections, byGroup }: LaneBlocks,
  { x, y, width }: At,
  heights: readonly number[],
  room: Room,
  parts: Map<PartName, Box>,
  more: MoreBox[],
): number {
  const { between } = SIZES[room];
  let top = y + HEAD;
  for (const [index, section] of sections.entries()) {
    let next = top;
    for (const block of section) {
      place(lane, block, { x, y: next, width, height: block.height }, parts, more);
      next += block.height + between;
    }
    top = Math.max(next, byGroup ? top + (heights[index] ?? 0) + between : next);
  }
  return top - between;
}

export function place(
  lane: LaneName,
  { parts: names, more: count }: Block,
  box: Box,
  parts: Map<PartName, Box>,
  more: MoreBox[],
) {
  for (const name of names) parts.set(name, box);
  if (count > 0) more.push({ lane, box, words: `and ${count} more` });
}
