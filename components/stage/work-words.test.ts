import { expect, it } from 'vitest';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { run } from '@/lib/sim/trace';
import { unfinishedWords, workWords } from './work-words';

it.each([
  [{ at: 'idle' }, null],
  [{ at: 'running' }, 'Computing the run.'],
  [{ at: 'stopped' }, 'Stopped. What you see is the run as it was before.'],
  [{ at: 'failed', words: 'It ran out of memory.' }, 'The run could not be computed. It ran out of memory.'],
  [{ at: 'refused', words: 'Five runs at most.' }, 'Five runs at most.'],
] as const)('the stage says of %j: %s', (work, words) => {
  expect(workWords(work)).toBe(words);
});

it('a run that was cut short says so, and a whole one does not', () => {
  const scenario = scenarioOf({ workload: { orders: 1000, everyMs: 1 } });
  expect(unfinishedWords(run(scenario, [], 2000))).toBe('Stopped after 2,000 steps: it would have gone on.');
  expect(unfinishedWords(run(scenarioOf({ workload: { orders: 1 } })))).toBe(null);
  expect(unfinishedWords(run(scenario, [], 0))).toBe(null);
});
