import { describe, expect, it } from 'vitest';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { commands } from '@/lib/sim/tell/notation';
import { run } from '@/lib/sim/trace';
import { quietScenario as scenario } from '@/lib/store/stage-fixture';
import { landmarksOf, spanOf } from './landmarks';

const WIDTH = 700;

const painted = (text: string) => {
  const trace = run(scenario, commands(text));
  return landmarksOf(trace, spanOf(trace), WIDTH).map(({ meaning }) => meaning);
};

describe('the timeline', () => {
  it('is as long as the run in whole seconds, and never shorter than two', () => {
    expect(spanOf(run(scenario))).toBe(2000);
    expect(spanOf(run(scenario, commands('order@0')))).toBe(2000);
    expect(spanOf(run(scenario, commands('order@2500')))).toBe(4000);
  });

  it('is painted with a row, its message and its end', () => {
    expect(painted('order@0')).toEqual(['pending', 'flight', 'delivered']);
  });

  it('is painted with a crash and the duplicate that it brings', () => {
    // The crash comes so soon after the publish that it stands in its place.
    expect(painted('order@0 crash@0')).toEqual(['pending', 'crash', 'delivered', 'duplicate', 'duplicate']);
  });

  it('leaves out what there is no room for, and never a crash', () => {
    const crowd = painted(`${'order@0 '.repeat(40)}crash@0`);
    expect(crowd.length).toBeLessThan(57);
    expect(crowd.filter((meaning) => meaning === 'crash')).toHaveLength(1);
  });

  it('has room for more where it is wider, and marks never cover each other', () => {
    const trace = run(scenario, commands('order@0 '.repeat(40)));
    const span = spanOf(trace);
    const [narrow, wide] = [320, 1300].map((width) => landmarksOf(trace, span, width));
    expect(wide?.length).toBeGreaterThan(narrow?.length ?? 0);
    const pixels = wide?.map(({ at }) => (at / span) * 1300) ?? [];
    expect(Math.min(...pixels.slice(1).map((pixel, index) => pixel - (pixels[index] ?? 0)))).toBeGreaterThan(
      12,
    );
  });

  it('still tells what happened among fifty orders: what went wrong, and as much of each of the rest', () => {
    const orders = Array.from({ length: 50 }, (_, index) => `order@${index * 400}`).join(' ');
    const crowd = painted(`${orders} crash@1000 down@9000 up@9600`);
    const count = (meaning: string) => crowd.filter((one) => one === meaning).length;
    expect(count('crash')).toBe(2);
    expect(count('duplicate')).toBeGreaterThan(0);
    const usual = ['delivered', 'pending', 'flight'].map(count);
    expect(Math.min(...usual)).toBeGreaterThan(5);
    expect(Math.max(...usual) - Math.min(...usual)).toBeLessThanOrEqual(4);
  });

  it('is painted once for each width, and of a long run as of a short one', () => {
    const long = run(scenarioOf({ workload: { orders: 3000, everyMs: 20 } }));
    const span = spanOf(long);
    const marks = landmarksOf(long, span, WIDTH);
    expect(marks).toBe(landmarksOf(long, span, WIDTH));
    expect(marks).not.toBe(landmarksOf(long, span, WIDTH + 1));
    expect(marks.length).toBeGreaterThan(40);
    expect(marks.length).toBeLessThanOrEqual(WIDTH / 13 + 1);
  });
});
