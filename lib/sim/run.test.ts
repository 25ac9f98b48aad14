import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from './columns';
import { apply, enabled, step } from './rules';
import { advance, beginRun, earliest } from './run';
import type { Command } from './scenario/scenario';
import { chanceScenario } from './scenario/scenario-chance';
import { scenarioOf } from './scenario/scenario-fixture';
import { commands, ledger, story } from './tell/notation';
import { run, stepsBy, stepsOf, worldAfter } from './trace';
import type { World } from './world';

const quiet = scenarioOf({ workload: { orders: 0 } });

const WORDS = [
  ...['order', 'order', 'order', 'rollback', 'crash', 'crash-now', 'crash-consumer', 'crash-service'],
  ...['redeliver', 'down', 'up', 'restart', 'hold', 'release', 'redrive', 'dedup-off', 'dedup-on'],
];

const anyDeed = fc.tuple(fc.constantFrom(...WORDS), fc.integer({ min: 0, max: 3000 }));
const anyDeeds = fc.array(anyDeed, { maxLength: 14 });
const written = (deeds: readonly (readonly [string, number])[]) =>
  commands(deeds.map(([word, moment]) => `${word}@${moment}`).join(' '));

const anySeed = fc.integer({ min: 1, max: 100_000 });

/** Everything in a world that decides what it does next, and when. */
const contents = ({ memories, now, steps, random }: World) => ({
  cells: memories.map(({ cells }) => Array.from(cells as Int32Array)),
  now,
  steps,
  random: { ...random },
});

describe('a run', () => {
  it('[R1] is the same for the same scenario, and another for another seed', () => {
    const told = (seed: number) => ledger(run({ ...scenarioOf(), seed }, commands('crash@150')));
    expect(told(9)).toBe(told(9));
    expect(told(10)).not.toBe(told(9));
  });

  it('[R1] is the same for whatever scenario there may be', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(ledger(run(chanceScenario(seed)))).toBe(ledger(run(chanceScenario(seed))));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('[R2] has no two steps at one moment', () => {
    fc.assert(
      fc.property(anySeed, anyDeeds, (seed, deeds) => {
        const times = stepsOf(run(chanceScenario(seed), written(deeds))).map((each) => each.at);
        for (const [index, time] of times.entries())
          expect(time).toBeGreaterThan(times[index - 1] ?? Number.NEGATIVE_INFINITY);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('[R3] keeps its past when something is done later', () => {
    fc.assert(
      fc.property(anyDeeds, anyDeed, fc.double({ min: 0, max: 1, noNaN: true }), (deeds, [word], share) => {
        const before = run(quiet, written(deeds));
        const moment = Math.floor(before.end * share);
        const [command] = written([[word, moment]]);
        const after = run(quiet, [...before.commands, command as Command]);
        const past = stepsOf(before).slice(0, stepsBy(before, moment));
        expect(stepsOf(after).slice(0, past.length)).toEqual(past);
        expect(stepsOf(after)[past.length]?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(moment);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('[R4] has no step for what changes nothing', () => {
    const deeds = 'up@0 down@10 down@20 dedup-on@30 crash@40 crash@50 redrive@60 release@70 start@80 stop@90';
    expect(story(run(quiet, commands(deeds)))).toBe('broker-down · armed');
    expect(story(run(quiet, commands('redeliver@0 crash-service@10 hold@20 hold@30')))).toBe(
      'transaction-held',
    );
  });

  it.each<[string, Command]>([
    ['a relay', { at: 50, do: 'crash-relay', relay: 7 }],
    ['a relay to be armed', { at: 50, do: 'arm-crash', relay: 7 }],
    ['a clock', { at: 50, do: 'skew-clock', relay: 7, ms: 1000 }],
    ['a consumer to crash', { at: 50, do: 'crash-consumer', consumer: 'nobody' }],
    ['a consumer to be slow', { at: 50, do: 'slow-consumer', consumer: 'nobody', factor: 2 }],
    ['a consumer to tell duplicates', { at: 50, do: 'set-dedup', consumer: 'nobody', dedup: 'none' }],
  ])('[R4] says nothing of %s that is not there', (_, command) => {
    expect(story(run(quiet, [command]))).toBe('');
  });

  it('[R5] ends when nothing more would happen by itself', () => {
    expect(story(run(quiet))).toBe('');
    expect(story(run(quiet, commands('order@0')))).toBe(
      'inserted 1 · committed 1 · polled 1 · published 1 · delivered 1 · confirmed 1 · applied 1 · marked 1 · acked 1',
    );
  });

  it('[R5] always ends, and never polls for nothing', () => {
    fc.assert(
      fc.property(anySeed, anyDeeds, (seed, deeds) => {
        const trace = run(chanceScenario(seed), written(deeds), 20_000);
        expect(trace.unfinished).toBe(false);
        const polls = stepsOf(trace).filter(({ kind }) => kind === 'polled');
        expect(polls.filter(({ events }) => events.length === 0)).toEqual([]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('[R6] can be looked at after any of its steps', () => {
    const trace = run(scenarioOf({ workload: { orders: 40 } }), commands('crash@150 down@500 up@1500'));
    const world = beginRun(trace.scenario, trace.commands);
    expect(trace.length).toBeGreaterThan(300);
    for (let seen = 0; advance(world); seen = world.steps) {
      // Between two steps the world moves on unseen: an order comes in.
      if (world.steps > seen) expect(contents(worldAfter(trace, world.steps))).toEqual(contents(world));
    }
  });

  it('[R7] takes the earliest of all that may happen', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const world = beginRun(chanceScenario(seed));
        for (let action = earliest(world); action !== null; action = earliest(world)) {
          const dues = enabled(world).map(({ slot }) => at(world.times.due, slot));
          expect(at(world.times.due, action.slot)).toBe(Math.min(...dues));
          expect(enabled(world)[dues.indexOf(Math.min(...dues))]).toBe(action);
          advance(world);
        }
        expect(enabled(world)).toEqual([]);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('[R7] hears what people do last', () => {
    const trace = run(scenarioOf({ workload: { orders: 1 } }), commands('down@100'));
    expect(story(trace)).toMatch(/^inserted 1 · broker-down/);
  });
});

describe('a step', () => {
  it('moves a copy on and leaves the world as it was', () => {
    const before = beginRun(scenarioOf());
    const [action] = enabled(before);
    if (action === undefined) throw new Error('Nothing may happen.');
    const after = step(before, action);
    expect(at(after.notes.arrived, 0)).toBe(1);
    expect(contents(before)).toEqual(contents(beginRun(scenarioOf())));
    apply(before, action);
    expect(contents(after)).toEqual(contents(before));
  });
});
