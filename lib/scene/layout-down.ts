// Lanes one under the other: what travels goes down between them.
import type { Box, LaneBox, MoreBox, PartName } from './layout';
import { place } from './layout-across';
import type { Block, Blocks, LaneBlocks, Placed } from './layout-block';
import { HEAD, SIZES } from './layout-sizes';

const WAY = 40;

/** Lanes whose boxes stand two beside each other. */
const PAIRED: ReadonlySet<LaneBlocks['lane']> = new Set(['consumers']);

const GAP = 16;

export function placeDown(blocks: Blocks, width: number): Placed {
  const lanes: LaneBox[] = [];
  const parts = new Map<PartName, Box>();
  const more: MoreBox[] = [];
  let y = 0;
  for (const { lane, sections } of blocks) {
    let top = y + HEAD;
    for (const line of linesOf(lane, sections.flat())) {
      for (const [index, block] of line.entries()) {
        const wide = (width - GAP * (line.length - 1)) / line.length;
        const x = Math.round(index * (wide + GAP));
        place(lane, block, { x, y: top, width: Math.floor(wide), height: block.height }, parts, more);
      }
      top += Math.max(...line.map(({ height }) => height)) + SIZES.down.between;
    }
    const height = top - SIZES.down.between - y;
    lanes.push({ lane, box: { x: 0, y, width, height } });
    y += height + WAY;
  }
  return { direction: 'down', width, height: y - WAY, lanes, parts, more };
}

/** Two boxes in a line, where they are of one kind. */
function linesOf(lane: LaneBlocks['lane'], blocks: readonly Block[]): readonly (readonly Block[])[] {
  if (!PAIRED.has(lane)) return blocks.map((block) => [block]);
  return blocks.flatMap((block, index) => {
    if (index % 2 === 1) return [];
    const second = blocks[index + 1];
    return [second === undefined ? [block] : [block, second]];
  });
}
