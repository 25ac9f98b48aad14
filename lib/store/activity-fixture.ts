// What tests of one activity's store share: a kind with three answers, and a database and a storage in their hands.
import { type Finding, findingOf, type Outcome, type Question } from '@/lib/activities/evidence';
import type { Reading } from '@/lib/activities/kind';
import type { Verdict } from '@/lib/activities/verdict';
import { type ActivityTools, createActivity, type Loaded } from './activity';
import type { AnswerKeep } from './answer-keep';
import type { AnswerHistory } from './history';

const SHEET = { title: 'Do it', start: 'start', language: 'yaml', fade: 'blanks', version: 'v1' } as const;

export const verdict = (passed: boolean): Verdict => ({ passed, checks: [], notes: [] });

/** Reads `good` and `doomed`; only `good` gets through the database, and `bad` never reaches it. */
const read = (answer: string): Reading => ({
  verdict: verdict(answer !== 'bad'),
  wants: answer === 'bad' ? [] : [{ ask: 'database', id: 'try', statements: [{ id: 'try', sql: answer }] }],
  becomes: `SQL of ${answer}`,
  creates: [{ id: 'table', sql: `CREATE ${answer}` }],
});

export const loaded: Loaded = {
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
export function open(change: Partial<ActivityTools> = {}, kept: Partial<Kept> = {}) {
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
export function later<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((kept) => {
    resolve = kept;
  });
  return { promise, resolve: (value: Value) => resolve(value) };
}

/** The database had nothing to say against it. */
export const nothing: Finding = { ask: 'database', id: 'try', outcomes: [] };

const outcome = (id: string, ok: boolean): Outcome =>
  ok
    ? { id, ok, rows: [] }
    : { id, ok, error: { code: '42601', message: 'no', detail: null, hint: null, position: null } };
