import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../scenario/scenario-fixture';
import { run, stepAt, stepsOf } from '../trace';
import { correlationOf, lifeOf } from './life';

const scenario = scenarioOf({ workload: { orders: 3, everyMs: 1 }, relays: { claim: 'skip-locked' } });
const trace = run(scenario);

describe('the life of an event', () => {
  it('is every step about it in order, those about several among them', () => {
    const kinds = lifeOf(trace, 2).map((place) => stepAt(trace, place).kind);
    expect(kinds).toEqual([
      'inserted',
      'committed',
      'polled',
      'published',
      'delivered',
      'confirmed',
      'applied',
      'acked',
      'marked',
    ]);
  });

  it('is told apart from every other', () => {
    const all = stepsOf(trace).map((_, place) => place);
    expect(
      [...new Set([1, 2, 3].flatMap((event) => lifeOf(trace, event)))].toSorted((a, b) => a - b),
    ).toEqual(all);
    expect(lifeOf(trace, 4)).toEqual([]);
  });

  it('takes a row for no event where several are marked together', () => {
    const several = run(
      scenarioOf({ workload: { orders: 7, everyMs: 1, overlap: true }, relays: { claim: 'skip-locked' } }),
    );
    expect(stepsOf(several).some(({ kind, events }) => kind === 'marked' && events.length > 1)).toBe(true);
    for (const event of [1, 2, 3, 4, 5, 6, 7]) {
      const slowly = stepsOf(several).flatMap((step, place) =>
        step.event === event || step.events.includes(event) ? [place] : [],
      );
      expect(lifeOf(several, event)).toEqual(slowly);
    }
  });
});

describe('the correlation', () => {
  it('is one for all steps of an event, and another for each event', () => {
    const of = (event: number) =>
      new Set(
        stepsOf(trace).flatMap((step) => (step.event === event ? [correlationOf(step, scenario)] : [])),
      );
    expect([1, 2, 3].map((event) => of(event).size)).toEqual([1, 1, 1]);
    expect(new Set([1, 2, 3].flatMap((event) => [...of(event)])).size).toBe(3);
    expect([...of(1)][0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('is none for a step about several events', () => {
    expect(correlationOf({ event: 0 }, scenario)).toBeNull();
  });
});
