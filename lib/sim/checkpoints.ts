// Moments kept along a run, so that any other is near one of them. Each is told by what has changed since the one
// before it: a world with a hundred thousand events is large, and little of it changes at a time.
import { type Blocks, bytesOf, countPages, layPages, mergePages, type Pages, takeChanges } from './pages';
import { begin, type World } from './world';

/** Bytes that all of them together may take, or twice those of a larger world. */
const MOST_BYTES = 64_000_000;

/** Odd, so that every second one can go while first and last stay. */
const MOST = 513;

const FIRST_SPACING = 256;

/** To look through so many bytes for changes takes a fraction of a step: a run is to be hardly longer for it. */
const BYTES_A_STEP = 1024;

/** Of a world that a processor holds near itself, so many are looked through in the time. */
const NEAR_BYTES_A_STEP = 4 * BYTES_A_STEP;

/** Bytes of such a world. */
const NEAR = 4_000_000;

/** A moment of a run: what a world was besides its memory, and what of that was unlike the one before. */
export interface Checkpoint {
  readonly steps: number;
  readonly now: number;
  readonly stamped: number;
  readonly random: World['random'];
  readonly changes: Pages;
}

export interface Checkpoints {
  /** Keeps the world as it is now if it is far enough from the last one that was kept. */
  readonly consider: () => void;
  /** Those that were kept, the beginning first. */
  readonly checkpoints: () => readonly Checkpoint[];
}

/** Few steps apart at first; where a run gets long, every second one is let go again. */
export function createCheckpoints(world: World): Checkpoints {
  const blocks = blocksOf(world);
  const before = blocksOf(begin(world.plan));
  const bytes = blocks.reduce((sum, block) => sum + block.byteLength, 0);
  const most = Math.max(MOST_BYTES, 2 * bytes);
  let kept = [checkpointOf(world, takeChanges(blocks, before))];
  let spacing = Math.max(
    FIRST_SPACING,
    Math.ceil(bytes / (bytes <= NEAR ? NEAR_BYTES_A_STEP : BYTES_A_STEP)),
  );
  let next = spacing;
  let held = 0;
  return {
    consider() {
      if (world.steps < next) return;
      const one = checkpointOf(world, takeChanges(blocks, before));
      kept.push(one);
      held += bytesOf(one.changes);
      while (kept.length > 2 && (kept.length === MOST || held > most)) {
        kept = thinned(kept);
        held = kept.reduce((sum, { changes }) => sum + bytesOf(changes), 0);
        spacing *= 2;
      }
      next = world.steps + spacing;
    },
    checkpoints: () => kept,
  };
}

/** The beginning and every second one, each with the changes of the one that went. */
const thinned = (kept: readonly Checkpoint[]): Checkpoint[] =>
  kept.flatMap((one, index) => {
    if (index % 2 === 1) return index === kept.length - 1 ? [one] : [];
    const gone = kept[index - 1];
    return [gone === undefined ? one : { ...one, changes: mergePages(gone.changes, one.changes) }];
  });

const checkpointOf = ({ steps, now, stamped, random }: World, changes: Pages): Checkpoint => ({
  steps,
  now,
  stamped,
  random: { ...random },
  changes,
});

/** Makes a world that has just begun what it was at the one that stands at a place among them. */
export function restoreAt(world: World, checkpoints: readonly Checkpoint[], place: number): void {
  const { steps, now, stamped, random } = checkpoints[place] as Checkpoint;
  const blocks = blocksOf(world);
  const laid = new Uint8Array(countPages(blocks));
  // What changed last counts: of an earlier change of the same page nothing is left.
  for (let back = place; back >= 0; back -= 1)
    layPages(blocks, (checkpoints[back] as Checkpoint).changes, laid);
  Object.assign(world, { steps, now, stamped });
  Object.assign(world.random, random);
}

/** Memory is laid out in whole words of 8 bytes. */
const blocksOf = ({ memories }: World): Blocks =>
  memories.map(({ cells }) => new Float64Array(cells.buffer as ArrayBuffer));
