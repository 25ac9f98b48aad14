import { expect, test } from 'vitest';
import { type Finding, findingOf, type Outcome, type Question } from '@/lib/activities/evidence';
import type { Reading } from '@/lib/activities/kind';
import type { Verdict } from '@/lib/activities/verdict';
import { type ActivityTools, createActivity, type Loaded, verdictNow } from './activity';
import type { AnswerKeep } from './answer-keep';

const verdict = (passed: boolean): Verdict => ({ passed, checks: [], notes: [] });

/** Reads `good` and `doomed`; only `good` gets through the database, and `bad` never reaches it. */
const read = (answer: string): Reading => ({
  verdict: verdict(answer !== 'bad'),
  wants: answer === 'bad' ? [] : [{ ask: 'database', id: 'try', statements: [{ id: 'try', sql: answer }] }],
  becomes: `SQL of ${answer}`,
  creates: [{ id: 'table', sql: `CREATE ${answer}` }],
});

const loaded: Loaded = {
  kind: {
    name: 'fake',
    extensions: ['yaml'],
    language: 'yaml',
    asks: ['database'],
    files: [],
    keys: {},
    answerSchema: () => null,
    compile: () => ({ ok: true, value: null }),
    read: (_config, answer) => read(answer),
    grade: (_config, _reading, findings) => ({
      verdict: verdict(findingOf(findings, 'database', 'try').outcomes.every(({ ok }) => ok)),
    }),
  },
  material: { config: null, answerSchema: null, solutions: ['good', 'other'], scenario: null },
};

type Kept = ReturnType<AnswerKeep['read']>;

/** An activity that starts as `start`, whose database and storage are in the test's hands. */
function open(change: Partial<ActivityTools> = {}, kept: Partial<Kept> = {}) {
  const saved: { draft: string | null; passed: string | null } = { draft: null, passed: null };
  const ran: string[] = [];
  const frames: (() => void)[] = [];
  let passes = 0;
  let otherTab: Parameters<AnswerKeep['onOtherTab']>[0] | null = null;
  const store = createActivity(
    { start: 'start' },
    {
      load: () => Promise.resolve(loaded),
      gather: (question) => {
        const { id, statements } = question as Extract<Question, { readonly ask: 'database' }>;
        ran.push(...statements.map(({ sql }) => `fresh ${sql}`));
        const outcomes = statements.map((statement) => outcome(statement.id, statement.sql !== 'doomed'));
        return Promise.resolve({ ask: 'database', id, outcomes });
      },
      stopGathering: () => undefined,
      interest: () => undefined,
      keep: {
        read: () => ({ draft: null, replaced: [], passedText: null, ...kept }),
        saveDraft: (text) => {
          saved.draft = text;
        },
        saveReplaced: () => undefined,
        savePassed: (text) => {
          saved.passed = text;
        },
        onOtherTab: (changed) => {
          otherTab = changed;
          return () => undefined;
        },
      },
      beforeFrame: (callback) => frames.push(callback),
      onPassed: () => {
        passes += 1;
      },
      ...change,
    },
  );
  const frame = () => {
    for (const callback of frames.splice(0)) callback();
  };
  return {
    store,
    now: store.state.getState,
    saved,
    ran,
    frame,
    passes: () => passes,
    otherTab: () => otherTab,
  };
}

/** A promise that is kept when the test says so. */
function later<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((kept) => {
    resolve = kept;
  });
  return { promise, resolve: (value: Value) => resolve(value) };
}

/** The database had nothing to say against it. */
const nothing: Finding = { ask: 'database', id: 'try', outcomes: [] };

const outcome = (id: string, ok: boolean): Outcome =>
  ok
    ? { id, ok, rows: [] }
    : { id, ok, error: { code: '42601', message: 'no', detail: null, hint: null, position: null } };

test('what is typed is saved as it is typed, and the start is not worth saving', () => {
  const { store, saved } = open();
  store.type('mine');
  expect(saved.draft).toBe('mine');
  store.type('start');
  expect(saved.draft).toBeNull();
});

test('a draft comes back', () => {
  const { store, now } = open({}, { draft: 'mine' });
  store.restore();
  expect(now().text).toBe('mine');
});

test('what was typed before the draft could be looked for stays, and the draft can be brought back', () => {
  const { store, now } = open({}, { draft: 'earlier' });
  store.type('typed early');
  store.restore();
  expect(now().text).toBe('typed early');
  store.bringBack();
  expect(now().text).toBe('earlier');
});

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

test('resetting asks nothing and loses nothing', () => {
  const { store, now, saved } = open();
  store.type('mine');
  store.reset();
  expect(now().text).toBe('start');
  expect(saved.draft).toBeNull();
  store.bringBack();
  expect(now().text).toBe('mine');
  expect(saved.draft).toBe('mine');
  expect(now().replaced).toEqual([]);
});

test('taking the solution can be undone, and what was written since is not lost either', async () => {
  const { store, now } = open();
  store.type('mine');
  await store.check();
  store.takeSolution();
  expect(now().text).toBe('good');
  store.type('good, and mine');
  store.bringBack();
  expect(now().text).toBe('mine');
  store.bringBack();
  expect(now().text).toBe('good, and mine');
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

test('another tab’s text is taken over, but never under the fingers of someone who writes', () => {
  const { store, now, otherTab } = open();
  store.restore();
  otherTab()?.draft('from there');
  expect(now().text).toBe('from there');
  store.setFocused(true);
  otherTab()?.draft('from there again');
  expect(now().text).toBe('from there');
});
