// What is unlike between two states of the same memory, page by page.

/** Cells of 8 bytes. Small, since the columns of a world change in many places, and in each of them little. */
const PAGE = 64;

/** Memory as blocks of cells, whatever they mean: fractions are what engines compare fastest. */
export type Blocks = readonly Float64Array<ArrayBuffer>[];

/** Pages with what stands on them; those of all blocks are numbered in a row. */
export interface Pages {
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly cells: Float64Array<ArrayBuffer>;
}

export const bytesOf = ({ numbers, cells }: Pages): number => numbers.byteLength + cells.byteLength;

/** The pages on which blocks are unlike what they were before; `before` is made what they are now. */
export function takeChanges(blocks: Blocks, before: Blocks): Pages {
  const changed: number[] = [];
  let first = 0;
  for (const [index, block] of blocks.entries()) {
    const old = before[index] as Float64Array;
    for (let from = 0; from < block.length; from += PAGE) {
      if (isSame(block, old, from)) continue;
      changed.push(first + from / PAGE);
    }
    first += pagesIn(block);
  }
  const numbers = Int32Array.from(changed);
  const cells = new Float64Array(numbers.length * PAGE);
  eachPage(blocks, numbers, (page, index, from, to) => {
    cells.set(page.subarray(from, to), index * PAGE);
  });
  layPages(before, { numbers, cells }, new Uint8Array(first));
  return { numbers, cells };
}

/**
 * What reads as no number is unlike itself, and then a page is kept in vain. That 0 is like −0 does no harm: as a moment
 * they are the same, and as two whole numbers one of them would be −2³¹, which no cell holds.
 */
function isSame(block: Float64Array, old: Float64Array, from: number): boolean {
  const to = Math.min(from + PAGE, block.length);
  for (let place = from; place < to; place += 1) if (block[place] !== old[place]) return false;
  return true;
}

/** Writes pages where they belong, but for those that were `laid` already, and notes them there. */
export function layPages(blocks: Blocks, { numbers, cells }: Pages, laid: Uint8Array): void {
  eachPage(blocks, numbers, (block, index, from, to) => {
    const number = numbers[index] as number;
    if (laid[number] === 1) return;
    laid[number] = 1;
    block.set(cells.subarray(index * PAGE, index * PAGE + to - from), from);
  });
}

/** Two changes, one after the other, as one. */
export function mergePages(earlier: Pages, later: Pages): Pages {
  const replaced = new Set(later.numbers);
  const places = [...earlier.numbers.keys()].filter(
    (place) => !replaced.has(earlier.numbers[place] as number),
  );
  const numbers = new Int32Array(later.numbers.length + places.length);
  const cells = new Float64Array(numbers.length * PAGE);
  numbers.set(later.numbers);
  cells.set(later.cells);
  for (const [index, place] of places.entries()) {
    const to = later.numbers.length + index;
    numbers[to] = earlier.numbers[place] as number;
    cells.set(earlier.cells.subarray(place * PAGE, (place + 1) * PAGE), to * PAGE);
  }
  return { numbers, cells };
}

export const countPages = (blocks: Blocks): number => blocks.reduce((sum, block) => sum + pagesIn(block), 0);

const pagesIn = (block: Float64Array): number => Math.ceil(block.length / PAGE);

/** The number of each block's first page. */
function firstPages(blocks: Blocks): readonly number[] {
  let next = 0;
  return blocks.map((block) => {
    const first = next;
    next += pagesIn(block);
    return first;
  });
}

/** For each number, its place among them, the block that the page is in, and where it begins and ends there. */
function eachPage(
  blocks: Blocks,
  numbers: Int32Array,
  take: (block: Float64Array, index: number, from: number, to: number) => void,
): void {
  const firsts = firstPages(blocks);
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] as number;
    let which = blocks.length - 1;
    while ((firsts[which] as number) > number) which -= 1;
    const block = blocks[which] as Float64Array;
    const from = (number - (firsts[which] as number)) * PAGE;
    take(block, index, from, Math.min(from + PAGE, block.length));
  }
}
