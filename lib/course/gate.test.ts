import { expect, it } from 'vitest';
import type { Verdict } from '@/lib/activities/verdict';
import type { Activity, WrongAnswer } from './course';
import { passGate } from './gate';

/** Fails the checks that an answer lists after `fails:`, and passes without such a line. */
function grade(answer: string): Promise<Verdict> {
  const ids = /fails: (.*)/.exec(answer)?.[1]?.split(' ') ?? [];
  const place = { line: 1, column: 8, endLine: 1, endColumn: 9 };
  const failed = { passed: false, subject: null, why: null, hints: [], place, database: null };
  const checks = ids.map((id) => ({ id, message: `${id} is not right.`, ...failed }));
  const passed = { ...failed, id: 'other', passed: true, message: 'Fine.' };
  return Promise.resolve({ passed: checks.length === 0, checks: [passed, ...checks], notes: [] });
}

const wrong = (name: string, expected: readonly string[], text: string): WrongAnswer => ({
  file: `a/wrong/${name}.yaml`,
  expect: expected,
  text,
});

const sound: Activity = {
  id: 'a',
  kind: 'essay',
  title: 'A',
  fade: 'blanks',
  fades: [],
  version: '1',
  language: 'yaml',
  asksDatabase: false,
  start: 'fails: key',
  solutions: ['right', 'right too'],
  answerSchema: null,
  config: null,
  scenario: null,
  checks: [
    { id: 'key', guard: false },
    { id: 'type', guard: false },
    { id: 'index', guard: true },
  ],
  files: {
    keys: 'a/activity.yaml',
    start: 'a/start.yaml',
    solutions: ['a/solution.yaml', 'a/solution.two.yaml'],
  },
  accept: [{ file: 'a/accept/one.yaml', text: 'right' }],
  wrong: [wrong('key', ['key'], 'fails: key'), wrong('both', ['type', 'key'], 'fails: key type key')],
};

const told = async (change: Partial<Activity>) => {
  const { problems } = await passGate({ ...sound, ...change }, grade);
  return problems.map(
    ({ file, place, code, message }) => `${file}:${place?.line}:${place?.column} ${code} ${message}`,
  );
};

it('lets a sound activity through and counts its answers', async () => {
  expect(await passGate(sound, grade)).toEqual({ answers: 6, problems: [] });
});

it('holds a start that already passes', async () => {
  expect(await told({ start: 'right' })).toEqual([
    'a/start.yaml:1:1 C601 What the learner begins with already passes, so there is nothing to do.',
  ]);
});

it('holds a sheet that already passes, unless it is the worked one', async () => {
  const solutions = ['all: right'];
  expect(await told({ fades: ['worked', 'blanks', 'empty'], solutions })).toEqual([
    'a/activity.yaml:1:1 C607 Whoever asks for the sheet `blanks` gets an answer that already passes.',
    'a/activity.yaml:1:1 C607 Whoever asks for the sheet `empty` gets an answer that already passes.',
  ]);
});

it('holds a solution or an accepted answer that fails, with the place and the words of the check', async () => {
  expect(
    await told({
      solutions: ['right', 'fails: key'],
      accept: [{ file: 'a/accept/one.yaml', text: 'fails: type' }],
    }),
  ).toEqual([
    'a/solution.two.yaml:1:8 C602 This answer must pass, but fails `key`: key is not right.',
    'a/accept/one.yaml:1:8 C602 This answer must pass, but fails `type`: type is not right.',
  ]);
});

it('holds a wrong answer that passes, or fails anything but what it names', async () => {
  const more = [
    wrong('passes', ['key'], 'right'),
    wrong('more', ['key'], 'fails: key type'),
    wrong('less', ['key', 'type'], 'fails: key'),
  ];
  expect(await told({ wrong: [...sound.wrong, ...more] })).toEqual([
    'a/wrong/passes.yaml:1:1 C603 This answer passes, but ought to fail `key`.',
    'a/wrong/more.yaml:1:1 C604 This answer ought to fail `key`, but fails `key`, `type`.',
    'a/wrong/less.yaml:1:1 C604 This answer ought to fail `key`, `type`, but fails `key`.',
  ]);
});

it('holds a check that no wrong answer fails, and a guard that one names', async () => {
  expect(
    await told({ wrong: [wrong('key', ['key'], 'fails: key'), wrong('index', ['index'], 'fails: index')] }),
  ).toEqual([
    'a/activity.yaml:1:1 C605 No file in `wrong/` fails the check `type`, so nobody knows whether it can fail.',
    'a/wrong/index.yaml:1:1 C606 The check `index` is marked as a guard that no answer can reach, but this answer names it.',
  ]);
});
