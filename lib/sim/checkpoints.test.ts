import { describe, expect, it } from 'vitest';
import { type Checkpoints, createCheckpoints } from './checkpoints';
import { advance, beginRun } from './run';
import { scenarioOf } from './scenario/scenario-fixture';
import { MOST_STEPS } from './trace';
import type { World } from './world';

/** Checkpoints of a run, after so many steps. */
function keptAfter(world: World, steps: number): readonly World[] {
  const keeper: Checkpoints = createCheckpoints(world);
  while (world.steps < steps && advance(world)) keeper.consider();
  return keeper.checkpoints();
}

const runOf = (orders: number): World =>
  beginRun(scenarioOf({ workload: { orders, everyMs: 5 }, relays: { batch: 100 } }));

const stepsOf = (worlds: readonly World[]): readonly number[] => worlds.map(({ steps }) => steps);

describe('checkpoints', () => {
  it('begin with the world before anything has happened', () => {
    const [first] = keptAfter(runOf(10), MOST_STEPS);
    expect(first).toMatchObject({ steps: 0, now: 0 });
  });

  it('are 256 steps apart at first', () => {
    const [zero, one, two] = stepsOf(keptAfter(runOf(100), 700));
    expect([zero, one, two]).toEqual([0, 256, 512]);
  });

  it('stay as they were when the run goes on', () => {
    const world = runOf(100);
    const [, second] = keptAfter(world, 300);
    const before = JSON.stringify(Array.from(second?.state ?? []));
    while (advance(world));
    expect(JSON.stringify(Array.from(second?.state ?? []))).toBe(before);
    expect(second?.steps).toBe(256);
  });

  it('are 64 at most: every second one is let go, and the next ones are twice as far apart', () => {
    const kept = stepsOf(keptAfter(runOf(2500), MOST_STEPS));
    expect(kept.length).toBeLessThanOrEqual(64);
    expect(kept.length).toBeGreaterThan(32);
    const gaps = kept.slice(1).map((steps, index) => steps - (kept[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(512);
    // Steps that one action brings stand together, so a checkpoint may come a little late.
    expect(Math.max(...gaps)).toBeLessThan(512 + 256 + 2);
  });

  it('of a large world are few, so that all together stay below 64 MB', () => {
    const world = runOf(100_000);
    const bytes = world.memories.reduce((sum, { cells }) => sum + cells.byteLength, 0);
    const kept = keptAfter(world, 6000);
    expect(kept.length).toBeLessThanOrEqual(64_000_000 / bytes);
    expect(kept.length).toBeGreaterThan(1);
  });
});
