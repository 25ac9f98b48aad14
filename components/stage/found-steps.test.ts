import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { explore } from '@/lib/sim/explore/explore';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import { foundSteps } from './found-steps';

it('a schedule has as many steps as were counted, however much each of them brings about', () => {
  const scenario = readScenario(readFileSync('lib/sim/presets/absent-listener.yaml', 'utf8'), 'preset');
  if (!scenario.ok) throw new Error('The preset cannot be read.');
  const { trace, depth } = explore(scenario.value);
  if (trace === null) throw new Error('Nothing was found.');
  const steps = foundSteps(trace);
  expect(trace.length).toBeGreaterThan(depth);
  expect(steps).toHaveLength(depth);
  expect(steps.filter((words) => words === '')).toEqual([]);
  expect(steps).toContainEqual(expect.stringMatching(/missed event 1: .* missed event 2: /));
});
