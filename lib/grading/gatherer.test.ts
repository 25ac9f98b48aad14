import { afterAll, expect, it } from 'vitest';
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
      'PostgreSQL was stopped after 1.5 seconds: a statement of this answer does not end. Look for a loop, a sleep, or a recursion that nothing stops.',
  });
  expect(gatherer.starts()).toBe(1);
  await expect(ask('select 2 as two')).resolves.toMatchObject({ outcomes: [{ rows: [{ two: 2 }] }] });
  expect(gatherer.starts()).toBe(2);
});
