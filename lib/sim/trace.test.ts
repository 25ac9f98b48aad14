import { describe, expect, it } from 'vitest';
import { at } from './columns';
import { planOf } from './plan';
import { advance, beginRun } from './run';
import type { Command, Scenario } from './scenario/scenario';
import { chanceScenario } from './scenario/scenario-chance';
import { scenarioOf } from './scenario/scenario-fixture';
import { commands, story } from './tell/notation';
import { run, stepAt, stepsBy, stepsOf, type Trace, traceOf, worldAfter, worldAt } from './trace';
import { copy, type World } from './world';

/** Everything that a trace says, as text. */
const written = ({ codes, length }: Trace): string =>
  Object.values(codes)
    .map((column: ArrayLike<number>) => Array.from(column).slice(0, length).join())
    .join('\n');

/** Everything that a world is. */
const contents = ({ now, steps, stamped, random, memories }: World) => ({
  now,
  steps,
  stamped,
  random: { ...random },
  cells: memories.map(({ cells }) => Array.from(cells as ArrayLike<number>).join()),
});

/** Worlds that a run passes through, so many steps apart at least. */
function passed(
  scenario: Scenario,
  deeds: readonly Command[],
  limit: number,
  apart: number,
): readonly World[] {
  const world = beginRun(scenario, deeds);
  const worlds = [copy(world)];
  for (let next = apart, seen = 0; world.steps < limit && advance(world); seen = world.steps) {
    // Between two steps the world moves on unseen: an order comes in.
    if (world.steps < next || world.steps === seen) continue;
    worlds.push(copy(world));
    next = world.steps + apart;
  }
  return worlds;
}

/** A publish takes longer than its lease: by the time of its mark the row is another relay's, again and again. */
const endless = scenarioOf({
  workload: { orders: 1 },
  relays: { count: 10, pollMs: 200, claim: 'lease', leaseMs: 10 },
  consumers: [{ name: 'shipping', count: 4, prefetch: 10 }],
});

const long = scenarioOf({ workload: { orders: 2500, everyMs: 5 }, relays: { batch: 100 } });

describe('a trace', () => {
  it.each(Array.from({ length: 60 }, (_, index) => index + 1))(
    'is the same for the same scenario, byte for byte: run %i',
    (seed) => {
      const deeds = commands('order@40 crash@200 down@700 up@1500 redeliver@1600');
      const first = run(chanceScenario(seed), deeds, 3000);
      expect(written(run(chanceScenario(seed), deeds, 3000))).toBe(written(first));
      expect(first.length).toBeGreaterThan(0);
    },
  );

  it('is another for another seed', () => {
    const [one, other] = [1, 2].map((seed) => written(run(scenarioOf({ seed }))));
    expect(one).not.toBe(other);
  });

  it('says of each step all there is to say', () => {
    const trace = run(scenarioOf({ workload: { orders: 2, everyMs: 1 }, relays: { pollMs: 300 } }));
    const polled = stepsOf(trace).findIndex(({ kind }) => kind === 'polled');
    expect(stepAt(trace, polled)).toEqual({
      at: 300,
      actor: 'relay',
      kind: 'polled',
      event: 0,
      row: 0,
      value: 2,
      events: [1, 2],
      rows: [1, 2],
      dedup: null,
    });
    const applied = stepsOf(trace).find(({ kind }) => kind === 'applied');
    expect(applied).toMatchObject({
      actor: 'shipping',
      event: 1,
      row: 1,
      value: 1,
      dedup: 'same-transaction',
    });
  });

  it('knows how many steps have happened by a time, that of the time itself included', () => {
    const trace = run(scenarioOf({ workload: { orders: 5 } }));
    for (const [place, step] of stepsOf(trace).entries()) {
      expect(stepsBy(trace, step.at)).toBe(place + 1);
      expect(stepsBy(trace, step.at - 0.0005)).toBe(place);
    }
    expect([stepsBy(trace, -1), stepsBy(trace, trace.end + 1)]).toEqual([0, trace.length]);
  });

  it('of a run without end is stopped at its limit, and says so', () => {
    const trace = run(endless, [], 2000);
    expect(trace.unfinished).toBe(true);
    expect(trace.length).toBe(2000);
    expect(story(trace)).toContain('mark-refused 1');
    expect(story(trace)).not.toContain(' marked');
  });

  it('of a run that ends just at its limit is whole', () => {
    const { length } = run(scenarioOf());
    expect(run(scenarioOf(), [], length).unfinished).toBe(false);
    expect(run(scenarioOf(), [], length - 1).unfinished).toBe(true);
  });
});

describe('the world after so many steps', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'is the one that run %i by chance was in',
    (seed) => {
      const scenario = chanceScenario(seed);
      const deeds = commands('crash@150 order@300 down@900 up@1500');
      const trace = run(scenario, deeds, 3000);
      for (const world of passed(scenario, deeds, 3000, 1 + (seed % 13))) {
        expect(contents(worldAfter(trace, world.steps))).toEqual(contents(world));
      }
    },
  );

  it('is the same where checkpoints had to be let go', () => {
    const trace = run(endless, [], 140_000);
    expect(trace.length).toBeGreaterThan(513 * 256);
    const gaps = trace.checkpoints
      .slice(1)
      .map(({ steps }, index) => steps - (trace.checkpoints[index]?.steps ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(512);
    for (const world of passed(endless, [], trace.length, 17_777)) {
      expect(contents(worldAfter(trace, world.steps))).toEqual(contents(world));
    }
  });

  it('is found from the nearest checkpoint before it', () => {
    const trace = run(long);
    const steps = (trace.checkpoints[9]?.steps ?? Number.NaN) + 5;
    const others = trace.checkpoints.map((checkpoint, place) =>
      place === 9 ? checkpoint : { ...checkpoint, now: checkpoint.now + 1_000_000 },
    );
    expect(contents(worldAfter({ ...trace, checkpoints: others }, steps))).toEqual(
      contents(worldAfter(trace, steps)),
    );
  });

  it('is its reader’s own: to move it on changes no other', () => {
    const trace = run(scenarioOf());
    const first = worldAfter(trace, 5);
    const before = contents(first);
    const second = worldAfter(trace, 5);
    while (advance(second));
    expect(contents(first)).toEqual(before);
    expect(contents(worldAfter(trace, 5))).toEqual(before);
  });

  it('is found by a time as well', () => {
    const trace = run(scenarioOf());
    expect(contents(worldAt(trace, stepAt(trace, 6).at))).toEqual(contents(worldAfter(trace, 7)));
    expect(worldAt(trace, -1).steps).toBe(0);
  });

  it('is found along a path that no time has decided', () => {
    const plan = planOf(scenarioOf({ workload: { orders: 1 } }), false);
    const [transact, relay] = ['transact', 'relay'].map((what) =>
      plan.actions.find((action) => action.do === what),
    );
    if (transact === undefined || relay === undefined)
      throw new Error('The plan has neither sessions nor relays.');
    const trace = traceOf(plan, [transact, relay, relay, relay, relay]);
    expect(story(trace)).toBe('committed 1 · polled 1 · published 1 · confirmed 1 · marked 1');
    expect(at(worldAfter(trace, 4).events.row, 1)).toBe(2);
    expect(at(worldAfter(trace, 5).events.row, 1)).toBe(3);
  });
});
