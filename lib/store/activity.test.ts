import { expect, test } from 'vitest';
import { type Finding, findingOf, type Outcome, type Question } from '@/lib/activities/evidence';
import type { Reading } from '@/lib/activities/kind';
import type { Verdict } from '@/lib/activities/verdict';
import { type ActivityTools, createActivity, type Loaded, verdictNow } from './activity';
import type { AnswerKeep } from './answer-keep';
import type { AnswerHistory, KeptText } from './history';

const SHEET = { title: 'Do it', start: 'start', language: 'yaml', version: 'v1' } as const;

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

interface Saved {
  draft: string | null;
  version: string | null;
  history: AnswerHistory;
  passed: string | null;
}

/** An activity that starts as `start`, whose database and storage are in the test's hands. */
function open(change: Partial<ActivityTools> = {}, kept: Partial<Kept> = {}) {
  const saved: Saved = { draft: null, version: null, history: [], passed: null };
  const ran: string[] = [];
  const frames: (() => void)[] = [];
  let passes = 0;
  let otherTab: Parameters<AnswerKeep['onOtherTab']>[0] | null = null;
  const store = createActivity(SHEET, {
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
      read: () => ({ draft: null, version: null, history: [], passedText: null, ...kept }),
      saveDraft: (text) => {
        saved.draft = text;
      },
      saveVersion: (version) => {
        saved.version = version;
      },
      saveHistory: (history) => {
        saved.history = history;
      },
      savePassed: (text) => {
        saved.passed = text;
      },
      onOtherTab: (changed) => {
        otherTab = changed;
        return () => undefined;
      },
    },
    beforeFrame: (callback) => frames.push(callback),
    now: () => 1000,
    onPassed: () => {
      passes += 1;
    },
    ...change,
  });
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
  expect(now().aside).toBeNull();
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

test('what was written before two replacements comes back first, not what the first of them put there', async () => {
  const { store, now } = open();
  store.type('mine');
  store.reset();
  store.interest();
  await expect.poll(() => now().material).not.toBeNull();
  store.takeSolution();
  store.bringBack();
  expect(now().text).toBe('mine');
});

test('a reset is in the history as well, for whoever comes back after the page was closed', () => {
  const { store, saved } = open();
  store.type('mine');
  store.reset();
  expect(saved.history).toEqual([{ why: 'reset', text: 'mine', at: 1000 }]);
});

test('help puts another sheet in place, which need not be kept, and what was written can be brought back', async () => {
  const { store, now } = open();
  store.type('mine');
  await store.help('empty');
  expect(now().text).toBe('# Do it.\n');
  await store.help('worked');
  expect(now().text).toBe('good');
  expect(now().history).toEqual([{ why: 'help', text: 'mine', at: 1000 }]);
  store.bringBack();
  expect(now().text).toBe('mine');
});

test('help that could not be loaded leaves the text alone', async () => {
  const { store, now } = open({ load: () => Promise.reject(new TypeError('Failed to fetch')) });
  store.type('mine');
  await store.help('empty');
  expect(now().text).toBe('mine');
});

test('a draft of an earlier version of the lesson stays, and says so until the learner decides', () => {
  const { store, now, saved } = open({}, { draft: 'mine', version: 'v0' });
  store.restore();
  expect(now()).toMatchObject({ text: 'mine', changed: true });
  store.type('mine, and more');
  expect(now().changed).toBe(true);
  expect(saved.version).toBeNull();
  store.keepText();
  expect(now()).toMatchObject({ text: 'mine, and more', changed: false });
  expect(saved.version).toBe('v1');
});

test('whoever begins anew gets the lesson as it is now, and loses nothing', () => {
  const { store, now, saved } = open({}, { draft: 'mine', version: 'v0' });
  store.restore();
  store.reset();
  expect(now()).toMatchObject({ text: 'start', changed: false });
  expect(saved.version).toBeNull();
  expect(saved.history).toEqual([{ why: 'reset', text: 'mine', at: 1000 }]);
});

test('a draft of this version says nothing, nor does one of a page that kept no version', () => {
  for (const version of ['v1', null]) {
    const { store, now } = open({}, { draft: 'mine', version });
    store.restore();
    expect(now().changed).toBe(false);
  }
  const { store, saved } = open({}, { draft: 'mine' });
  store.restore();
  expect(saved.version).toBe('v1');
});

test('what is typed is kept with the version of the lesson that it was begun in', () => {
  const { store, saved } = open();
  store.type('mine');
  expect(saved.version).toBe('v1');
  store.reset();
  expect(saved.version).toBeNull();
});

test('another tab’s checks can be looked back at here', () => {
  const { store, now, otherTab } = open();
  store.restore();
  const theirs: AnswerHistory = [{ why: 'checked', text: 'there', at: 5, passed: false, toMend: 1 }];
  otherTab()?.history(theirs);
  expect(now().history).toEqual(theirs);
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
