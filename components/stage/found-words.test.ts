import { expect, it } from 'vitest';
import { explore } from '@/lib/sim/explore/explore';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { run } from '@/lib/sim/trace';
import { foundWords } from './found-words';

it('a schedule that was found says in how many steps it breaks what', () => {
  const { trace } = explore(
    scenarioOf({ workload: { orders: 3, aggregates: 2 }, consumers: [{ dedup: 'none' }] }),
  );
  expect(trace === null ? null : foundWords(trace)).toMatch(
    /^Found by the checker: after 8 steps one event has two effects\. /,
  );
});

it('a loss that shows only at rest is told as one', () => {
  const { trace, depth } = explore(
    scenarioOf({ workload: { orders: 1 }, relays: { mark: 'before-publish' } }),
  );
  expect(trace === null ? null : foundWords(trace)).toContain(`after ${depth} steps an event is lost.`);
});

it('a run in which time passes was not found', () => {
  expect(foundWords(run(scenarioOf()))).toBe(null);
});
