import { expect, test } from 'vitest';
import type { Finding } from '@/lib/activities/evidence';
import { verdictNow } from './activity';
import { later, loaded, nothing, open, verdict } from './activity-fixture';
import type { KeptText } from './history';

test('the text is read once before each frame, however much was typed', async () => {
  const { store, now, frame } = open();
  store.interest();
  await expect.poll(() => now().reading?.becomes).toBe('SQL of start');
  store.type('a');
  store.type('ab');
  expect(now().reading?.becomes).toBe('SQL of start');
  frame();
  expect(now().reading?.becomes).toBe('SQL of ab');
});

test('an answer that fails a first layer never reaches the database', async () => {
  const { store, now, ran } = open();
  store.type('bad');
  await store.check();
  expect(now().phase).toEqual({ at: 'checked' });
  expect(now().checked).toEqual({ text: 'bad', verdict: verdict(false) });
  expect(ran).toEqual([]);
});

test('the database is asked afresh, and its refusal fails the answer', async () => {
  const { store, now, ran, passes } = open();
  store.type('doomed');
  await store.check();
  expect(ran).toEqual(['fresh doomed']);
  expect(now().checked?.verdict.passed).toBe(false);
  expect(passes()).toBe(0);
});

test('an answer that passes is kept for the stage, with what makes its tables', async () => {
  const { store, now, saved, passes } = open();
  store.type('good');
  await store.check();
  expect(now().passedText).toBe('good');
  expect(saved.passed).toBe('good');
  expect(passes()).toBe(1);
  store.type('bad');
  expect(await store.passedTables()).toEqual([{ id: 'table', sql: 'CREATE good' }]);
});

test('a verdict is stale once the text has moved on, and what can be read of the new text is shown', async () => {
  const { store, now, frame } = open();
  store.type('good');
  await store.check();
  expect(verdictNow(now())).toEqual({ verdict: verdict(true), stale: false });
  store.type('bad');
  frame();
  expect(verdictNow(now())).toEqual({ verdict: verdict(false), stale: true });
});

test('a stopped check gives no verdict, even when its answer comes later', async () => {
  const slow = later<Finding>();
  const { store, now } = open({ gather: () => slow.promise });
  const check = store.check();
  await expect.poll(() => now().phase.at).toBe('checking');
  store.stop();
  slow.resolve(nothing);
  await check;
  expect(now().phase).toEqual({ at: 'stopped' });
  expect(now().checked).toBeNull();
});

test('only the newest of two checks speaks', async () => {
  const first = later<Finding>();
  const answers = [first.promise];
  const { store, now } = open({ gather: () => answers.shift() ?? Promise.resolve(nothing) });
  store.type('one');
  const slow = store.check();
  await expect.poll(() => now().phase.at).toBe('checking');
  store.type('two');
  await store.check();
  first.resolve(nothing);
  await slow;
  expect(now().checked?.text).toBe('two');
});

test('a database that dies is said so in its own words, and the next check works', async () => {
  let dies = true;
  const { store, now } = open({
    gather: () =>
      dies
        ? Promise.reject(new Error('That ran for more than 5 seconds, so PostgreSQL was stopped.'))
        : Promise.resolve(nothing),
  });
  await store.check();
  expect(now().phase).toEqual({
    at: 'failed',
    words: 'That ran for more than 5 seconds, so PostgreSQL was stopped.',
  });
  dies = false;
  await store.check();
  expect(now().phase).toEqual({ at: 'checked' });
});

test('a check that could not be loaded says so, and the next one tries again', async () => {
  let online = false;
  const { store, now } = open({
    load: () => (online ? Promise.resolve(loaded) : Promise.reject(new TypeError('Failed to fetch'))),
  });
  await store.check();
  expect(now().phase).toEqual({
    at: 'failed',
    words: 'The check could not be loaded. Your text is safe. See whether you are online, and try again.',
  });
  online = true;
  await store.check();
  expect(now().phase).toEqual({ at: 'checked' });
});

test('every check is kept, to look back at and to go back to', async () => {
  const { store, now, saved } = open();
  store.type('bad');
  await store.check();
  store.type('good');
  await store.check();
  expect(now().history).toEqual([
    { why: 'checked', text: 'bad', at: 1000, passed: false, toMend: 0 },
    { why: 'checked', text: 'good', at: 1000, passed: true, toMend: 0 },
  ]);
  expect(saved.history).toEqual(now().history);
  store.type('better, perhaps');
  store.lookBackTo(now().history[0] as KeptText);
  expect(now().text).toBe('bad');
  expect(now().history.at(-1)).toEqual({ why: 'history', text: 'better, perhaps', at: 1000 });
  store.bringBack();
  expect(now().text).toBe('better, perhaps');
});

test('a check that was stopped or that failed is not one of them', async () => {
  const { store, now } = open({ gather: () => Promise.reject(new Error('It died.')) });
  store.type('good');
  await store.check();
  expect(now().phase).toEqual({ at: 'failed', words: 'It died.' });
  expect(now().history).toEqual([]);
});

test('what is being found out is said, question by question', async () => {
  const slow = later<Finding>();
  const { store, now } = open({ gather: () => slow.promise });
  const check = store.check();
  await expect.poll(() => now().phase).toEqual({ at: 'checking', asks: 'database' });
  slow.resolve(nothing);
  await check;
  expect(now().phase).toEqual({ at: 'checked' });
});

test('a check of what is being checked waits for that; one of another text takes its place', async () => {
  const slow = later<Finding>();
  let asked = 0;
  let stopped = 0;
  const { store, now } = open({
    gather: () => {
      asked += 1;
      return asked === 1 ? slow.promise : Promise.resolve(nothing);
    },
    stopGathering: () => {
      stopped += 1;
    },
  });
  store.type('one');
  void store.check();
  await expect.poll(() => now().phase.at).toBe('checking');
  await store.check();
  expect([asked, stopped]).toEqual([1, 0]);
  store.type('two');
  await store.check();
  expect([asked, stopped]).toEqual([2, 1]);
  expect(now().checked?.text).toBe('two');
});

test('a check that hangs is stopped after its limit, which fails the answer and nothing else', async () => {
  const words = 'The check was stopped after 10 seconds.';
  const { store, now } = open({
    gather: ({ id }) => Promise.resolve({ ask: 'none', id, why: 'overdue', words }),
  });
  await store.check();
  expect(now().phase).toEqual({ at: 'checked' });
  expect(now().checked?.verdict.checks).toMatchObject([{ id: 'limit', passed: false, message: words }]);
});
