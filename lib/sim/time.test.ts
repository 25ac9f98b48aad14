import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from './scenario/scenario';
import { chanceScenario } from './scenario/scenario-chance';
import { type Sketch, scenarioOf } from './scenario/scenario-fixture';
import type { StepKind } from './step';
import { run, stepsOf } from './trace';

/** From one step to the next of another kind about the same event, in every run with one of many seeds. */
function spans(from: StepKind, to: StepKind, sketch: Sketch<Scenario> = {}): readonly number[] {
  const found: number[] = [];
  for (let seed = 1; seed <= 60; seed += 1) {
    const steps = stepsOf(run(scenarioOf({ workload: { orders: 1 }, ...sketch, seed })));
    const begin = steps.find(({ kind }) => kind === from)?.at ?? Number.NaN;
    found.push((steps.find(({ kind }) => kind === to)?.at ?? Number.NaN) - begin);
  }
  return found;
}

const CRASH = { faults: [{ do: 'crash-relay', at: { step: 'published', occurrence: 1 } }] } as const;
const CONSUMER = { faults: [{ do: 'crash-consumer', at: { step: 'applied', occurrence: 1 } }] } as const;

describe('time', () => {
  it.each<[StepKind, StepKind, number, number, Sketch<Scenario>]>([
    ['inserted', 'committed', 40, 60, {}],
    ['polled', 'published', 72, 114, {}],
    ['published', 'confirmed', 50, 80, {}],
    ['confirmed', 'marked', 14, 26, {}],
    ['published', 'delivered', 1, 3, {}],
    ['delivered', 'applied', 90, 130, {}],
    ['applied', 'acked', 10, 20, {}],
    ['published', 'crashed', 8, 8, CRASH],
    ['crashed', 'restarted', 500, 600, CRASH],
    ['consumer-crashed', 'consumer-restarted', 500, 600, CONSUMER],
    ['committed', 'polled', 8, 16, { publication: 'cdc' }],
  ])('[R170] from %s to %s it is %i to %i ms, by chance', (from, to, least, most, sketch) => {
    const found = spans(from, to, sketch);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(least - 0.01);
    expect(Math.max(...found)).toBeLessThanOrEqual(most + 0.01);
    // Chance goes over most of the span.
    expect(Math.max(...found) - Math.min(...found)).toBeGreaterThanOrEqual((most - least) * 0.8 - 0.01);
  });

  it.each<[StepKind, StepKind, number, number]>([
    ['inserted', 'committed', 0.04, 0.06],
    ['polled', 'published', 0.072, 0.114],
    ['delivered', 'applied', 0.09, 0.13],
  ])('[R172] at a pace of 1,000 it is a thousandth, from %s to %s', (from, to, least, most) => {
    const found = spans(from, to, { pace: 1000 });
    expect(Math.min(...found)).toBeGreaterThanOrEqual(least - 0.001);
    // No two steps share a moment, so one may be a few microseconds late.
    expect(Math.max(...found)).toBeLessThanOrEqual(most + 0.01);
  });

  it('[R172] what the scenario gives in milliseconds stays as it is', () => {
    const steps = stepsOf(run(scenarioOf({ pace: 1000, relays: { pollMs: 200 } })));
    const polls = steps.filter(({ kind }) => kind === 'polled').map(({ at }) => at % 200);
    expect(polls.length).toBeGreaterThan(0);
    expect(Math.max(...polls)).toBeLessThan(0.01);
  });

  it('[R170] is whole microseconds', () => {
    const parts = stepsOf(run(scenarioOf())).map(({ at }) => Math.abs(at * 1000 - Math.round(at * 1000)));
    expect(Math.max(...parts)).toBeLessThan(1e-6);
  });

  it('[R171] whoever crashes is away for as long as a restart takes, whatever it was about to do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const since = new Map<string, number>();
        for (const { kind, actor, at } of stepsOf(run(chanceScenario(seed), [], 20_000))) {
          if (kind === 'crashed' || kind === 'consumer-crashed') {
            expect(since.has(actor)).toBe(false);
            since.set(actor, at);
          } else if (kind === 'restarted' || kind === 'consumer-restarted') {
            const away = at - (since.get(actor) ?? Number.NaN);
            expect(away).toBeGreaterThanOrEqual(499.99);
            expect(away).toBeLessThanOrEqual(600.1);
            since.delete(actor);
          }
        }
      }),
      { seed: 171, numRuns: 300 },
    );
  });
});
