import { afterAll, expect, it } from 'vitest';
import { openThreadedPrograms } from '@/lib/sandbox/threaded';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { createGatherer } from './gatherer';

const gatherer = createGatherer();
afterAll(() => gatherer.close());

const ask = (sql: string) =>
  gatherer.gather({ ask: 'database', id: 'run', statements: [{ id: 'answer', sql }] });

it('splits a text without a database', async () => {
  const finding = await gatherer.gather({ ask: 'statements', id: 'split', sql: 'select 1; selec' });
  expect(finding).toMatchObject({ ask: 'statements', statements: null, error: { position: 11 } });
  expect(gatherer.starts()).toBe(0);
});

it('ends a statement without end, says so, and has a fresh database for the next answer', async () => {
  await expect(ask('select 1 as one')).resolves.toMatchObject({ outcomes: [{ rows: [{ one: 1 }] }] });
  await expect(ask('select pg_sleep(3600)')).resolves.toEqual({
    ask: 'none',
    id: 'run',
    why: 'overdue',
    words:
      'PostgreSQL was stopped after 1.5 seconds: a statement of this answer does not end. Look for a loop, a sleep, a recursion that nothing stops, or a COPY that waits for data.',
  });
  expect(gatherer.starts()).toBe(1);
  await expect(ask('select 2 as two')).resolves.toMatchObject({ outcomes: [{ rows: [{ two: 2 }] }] });
  expect(gatherer.starts()).toBe(2);
});

it('ends what an answer without a program asks of the simulator, and has a fresh one for the next', async () => {
  const limited = createGatherer(undefined, () => openThreadedPrograms(1_000));
  const explore = (orders: number) =>
    limited.gather({ ask: 'schedules', id: 'all', scenario: scenarioOf({ workload: { orders } }) });
  await expect(explore(30)).resolves.toEqual({
    ask: 'none',
    id: 'all',
    why: 'overdue',
    words:
      'The check was stopped after 10 seconds: this answer leads to more than can be tried in that time.',
  });
  await expect(explore(1)).resolves.toMatchObject({ ask: 'schedules', id: 'all' });
  await limited.close();
});
