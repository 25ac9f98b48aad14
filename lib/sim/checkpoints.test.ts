import { describe, expect, it } from 'vitest';
import { type Checkpoint, type Checkpoints, createCheckpoints, restoreAt } from './checkpoints';
import { advance, beginRun } from './run';
import { scenarioOf } from './scenario/scenario-fixture';
import { MOST_STEPS } from './trace';
import { begin, type World } from './world';

/** Checkpoints of a run, after so many steps. */
function keptAfter(world: World, steps: number): readonly Checkpoint[] {
  const keeper: Checkpoints = createCheckpoints(world);
  while (world.steps < steps && advance(world)) keeper.consider();
  return keeper.checkpoints();
}

const runOf = (orders: number): World =>
  beginRun(scenarioOf({ workload: { orders, everyMs: 5 }, relays: { batch: 100 } }));

/** A publish takes longer than its lease, so one row is published again and again. */
const endless = (): World =>
  beginRun(
    scenarioOf({
      workload: { orders: 1 },
      relays: { count: 10, pollMs: 200, claim: 'lease', leaseMs: 10 },
      consumers: [{ name: 'shipping', count: 4, prefetch: 10 }],
    }),
  );

const stepsOf = (worlds: readonly Checkpoint[]): readonly number[] => worlds.map(({ steps }) => steps);

const gapsOf = (worlds: readonly Checkpoint[]): readonly number[] =>
  worlds.slice(1).map(({ steps }, place) => steps - (worlds[place]?.steps ?? 0));

describe('checkpoints', () => {
  it('begin with the world before anything has happened', () => {
    const [first] = keptAfter(runOf(10), MOST_STEPS);
    expect(first).toMatchObject({ steps: 0, now: 0 });
  });

  it('are 256 steps apart at first', () => {
    const [zero, one, two] = stepsOf(keptAfter(runOf(100), 700));
    expect([zero, one, two]).toEqual([0, 256, 512]);
  });

  it('have what has changed since the one before, so that one world becomes any of them', () => {
    const world = runOf(100);
    const keeper = createCheckpoints(world);
    const passed: string[] = [contents(world)];
    let kept = 1;
    while (advance(world)) {
      keeper.consider();
      if (keeper.checkpoints().length > kept) passed.push(contents(world));
      kept = keeper.checkpoints().length;
    }
    expect(kept).toBeGreaterThan(3);
    const restored = passed.map((_, place) => {
      const one = begin(world.plan);
      restoreAt(one, keeper.checkpoints(), place);
      return contents(one);
    });
    expect(restored).toEqual(passed);
  });

  it('are 512 at most: every second one is let go, and the next ones are twice as far apart', () => {
    const worlds = keptAfter(endless(), 140_000);
    const kept = stepsOf(worlds);
    expect(kept.length).toBeLessThanOrEqual(513);
    expect(kept.length).toBeGreaterThan(256);
    const gaps = gapsOf(worlds);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(512);
    // Steps that one action brings stand together, so a checkpoint may come a little late.
    expect(Math.max(...gaps)).toBeLessThan(512 + 256 + 4);
  });

  it('of ten thousand orders are so near to each other that any moment is a few hundred steps away', () => {
    const gaps = gapsOf(keptAfter(runOf(10_000), 30_000));
    expect(Math.max(...gaps)).toBeLessThan(300);
  });

  it('of a large world are further apart, and take a small part of its room each', () => {
    const world = runOf(100_000);
    const bytes = world.memories.reduce((sum, { cells }) => sum + cells.byteLength, 0);
    const [, first, second] = keptAfter(world, 30_000);
    expect(first?.steps).toBeGreaterThan(8000);
    expect(second?.changes.cells.byteLength).toBeLessThan(bytes / 20);
  });
});

const contents = ({ now, steps, stamped, random, memories }: World): string =>
  JSON.stringify([now, steps, stamped, random, memories.map(({ cells }) => Array.from(cells as Int32Array))]);
