import { describe, expect, it } from 'vitest';
import { runOutcome } from '@/lib/sim/look/run-outcome';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { run } from '@/lib/sim/trace';
import { FIGURES, type Figure, figureInWords, figureOfRun, holdsOf, isExplored, isNumber } from './figures';

const outcome = runOutcome(run(scenarioOf({ workload: { orders: 3 } }), []));

describe('the figures of a run', () => {
  it.each([
    ['end.delivered', 3],
    ['most.lost', 0],
    ['kinds.committed', 3],
    ['kinds.rolled-back', 0],
    ['breaks', []],
    ['steps', outcome.steps],
    ['endMs', outcome.endMs],
  ])('%s', (name, expected) => {
    expect(figureOfRun(outcome, name)).toEqual(expected);
  });

  it('are numbers where a number can be asked for', () => {
    const wrong = FIGURES.filter((name) => !isExplored(name)).filter(
      (name) => (typeof figureOfRun(outcome, name) === 'number') !== isNumber(name),
    );
    expect(wrong).toEqual([]);
  });
});

it.each<[Figure, Parameters<typeof holdsOf>[1], boolean]>([
  [3, { is: 3 }, true],
  [3, { above: 2, below: 4 }, true],
  [3, { above: 3 }, false],
  ['holds', { above: 0 }, false],
  ['holds', { is: 'holds' }, true],
  [null, { is: null }, true],
  [['I1', 'I2'], { includes: 'I2' }, true],
  [['I1'], { lacks: 'I1' }, false],
  [[], { lacks: 'I1' }, true],
])('%j meets %j: %s', (figure, when, expected) => {
  expect(holdsOf(figure, when)).toBe(expected);
});

it.each<[Figure, string]>([
  [0, '0'],
  [null, 'none'],
  [[], 'none'],
  [['I1', 'I3'], 'I1, I3'],
])('%j reads as %s', (figure, words) => {
  expect(figureInWords(figure)).toBe(words);
});
