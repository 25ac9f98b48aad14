import { describe, expect, it } from 'vitest';
import { explore } from '@/lib/sim/explore/explore';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { scenarioToExplore } from './check-run';
import { brokenWords, budgetWords, holdsWords } from './schedules-words';

const quiet = scenarioOf({ workload: { orders: 0, aggregates: 1000 }, consumers: [{ prefetch: 10 }] });
const on = scenarioToExplore(quiet, [{ name: 'shipping', dedup: 'same-transaction' }]);
const off = scenarioToExplore(quiet, [{ name: 'shipping', dedup: 'none' }]);

describe('what the checker of every schedule says', () => {
  it('that it holds, and how many states that took', () => {
    expect(holdsWords(explore(on))).toBe(
      'Holds within these budgets: in none of 6,845 states is an event lost, doubled or out of order.',
    );
  });

  it('that it was sampled, where there is more than can be tried', () => {
    const cut = { ...on, budgets: { ...on.budgets, states: 100 } };
    expect(holdsWords(explore(cut, { samples: 50 }))).toBe(
      'Sampled: nothing broke in 50 orders of things, picked by chance. There are more than can be tried.',
    );
  });

  it('that nothing is known, where nothing could be seen to its end', () => {
    const cut = { ...on, budgets: { ...on.budgets, states: 100 } };
    const sampled = explore(cut, { samples: 1 });
    expect(holdsWords({ ...sampled, schedules: 0 })).toBe(
      'No order of things could be followed to its end. Nothing is known.',
    );
    expect(holdsWords(explore(cut, { memory: 1 }))).toBe(
      'Nothing could be tried, since one state alone is too large. Nothing is known.',
    );
  });

  it('that nothing is known, where a process could not be gone on with', () => {
    const fault = { process: 'relay', call: null, history: [], words: 'It threw: no.' } as const;
    expect(holdsWords({ ...explore(off), verdict: 'sampled', fault })).toBe(
      'Nothing is known: the checker could not go on with this relay. It threw: no.',
    );
  });

  it('what breaks, after how many steps', () => {
    expect(brokenWords(explore(off))).toBe(
      'After 8 steps one event has two effects. This is a shortest way there.',
    );
  });

  it('what was allowed to happen', () => {
    expect(budgetWords(on)).toBe('Tried: 3 orders, up to 2 crashes, up to 2 redeliveries, dedup on.');
    const one = { ...off, budgets: { crashes: 1, redeliveries: 1, states: 1 } };
    expect(budgetWords(one)).toBe('Tried: 3 orders, up to 1 crash, up to 1 redelivery, dedup off.');
  });
});
