// Worlds kept along a run, so that any of its moments is near one of them.
import { copy, type World } from './world';

/** Bytes that all of them together may take. */
const MOST_BYTES = 64_000_000;

const MOST = 64;

const FIRST_SPACING = 256;

export interface Checkpoints {
  /** Keeps the world as it is now if it is far enough from the last one that was kept. */
  readonly consider: () => void;
  /** Those that were kept, the beginning first. */
  readonly checkpoints: () => readonly World[];
}

/** Few steps apart at first; where a run gets long, every second one is let go again. */
export function createCheckpoints(world: World): Checkpoints {
  const bytes = world.memories.reduce((sum, { cells }) => sum + cells.byteLength, 0);
  const most = Math.min(MOST, Math.max(2, Math.floor(MOST_BYTES / bytes)));
  let kept: World[] = [copy(world)];
  let spacing = FIRST_SPACING;
  let next = spacing;
  return {
    consider() {
      if (world.steps < next) return;
      if (kept.length === most) {
        kept = kept.filter((_, index) => index % 2 === 0);
        spacing *= 2;
      }
      kept.push(copy(world));
      next = world.steps + spacing;
    },
    checkpoints: () => kept,
  };
}
