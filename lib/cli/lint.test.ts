import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from './command-fixture';

let folder = '';

/** A course of one lesson. */
const level = '04-reliable-publication';
const lesson = `${level}/01-asynchronous-integration`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lessons-'));
  await writeFile(join(folder, 'course.yaml'), `title: At Least Once\nsummary: S\nlevels: [${level}]\n`);
  await cp(join('lessons', level, 'level.yaml'), join(folder, level, 'level.yaml'));
  await cp(join('lessons', lesson), join(folder, lesson), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

const lint = (lessons: string, ...options: readonly string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const env = { ...process.env, LESSONS_DIR: lessons };
    execFile(process.execPath, ['--import', 'tsx', 'lib/cli/lint.ts', ...options], { env }, (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout }),
    );
  });

const activity = `${lesson}/outbox-table`;

it('says what was looked at when nothing is wrong', async () => {
  const { code, output } = await lint(folder);
  expect(output).toMatch(/^1 lesson, 1 activity, \d+ answers: no problem\n$/);
  expect(code).toBe(0);
});

it('tells every problem of text and gate with its frame and hint, and fails', async () => {
  await writeFile(
    join(folder, 'course.yaml'),
    'titel: At Least Once\nsummary: S\nlevels: [04-reliable-publication]\n',
  );
  const { code, output } = await lint(folder);
  expect(output).toBe(`${folder}/course.yaml:1:1 C203 The key \`title\` is missing.
> 1 | titel: At Least Once
    | ^^^^^^^^^^^^^^^^^^^^
  2 | summary: S
  3 | levels: [04-reliable-publication]
  Add \`title: …\`. The name of the course.

${folder}/course.yaml:1:1 C202 The key \`titel\` is unknown here.
> 1 | titel: At Least Once
    | ^^^^^
  2 | summary: S
  3 | levels: [04-reliable-publication]
  Did you mean \`title\`?

2 problems
`);
  expect(code).toBe(1);
});

it('holds an activity to what its files promise', async () => {
  await cp(join(folder, activity, 'solution.yaml'), join(folder, activity, 'start.yaml'));
  const { code, output } = await lint(folder);
  expect(output).toContain(
    `${folder}/${activity}/start.yaml:1:1 C601 What the learner begins with already passes`,
  );
  expect(output).toContain('\n\n1 problem\n');
  expect(code).toBe(1);
});

it.each([
  ['looking once', []],
  ['waiting for changes', ['--watch']],
])('says that there is no such folder, and what names it: %s', async (_, options) => {
  const { code, output } = await lint(join(folder, 'gone'), ...options);
  expect(output).toBe(`C109 There is no folder \`${folder}/gone\`, so there is no course to read.
  The variable LESSONS_DIR names the folder; without it, it is \`lessons\` where the command was given.

1 problem
`);
  expect(code).toBe(1);
});

it('with --watch looks again when a file changes', async () => {
  const env = { ...process.env, LESSONS_DIR: folder };
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/lint.ts', '--watch'], { env });
  let output = '';
  const heard = (words: string) =>
    new Promise<void>((resolve) => {
      const listen = () => {
        if (!output.includes(words)) return;
        child.stdout.off('data', listen);
        resolve();
      };
      child.stdout.on('data', listen);
    });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const first = heard('Waiting for a change');
  try {
    await first;
    output = '';
    const second = heard('Waiting for a change');
    await cp(join(folder, activity, 'solution.yaml'), join(folder, activity, 'start.yaml'));
    await second;
    expect(output).toContain('start.yaml:1:1 C601');
  } finally {
    child.kill();
  }
});

it('knows one option and no other', async () => {
  const { code, err } = await runCommand(['lint', '--wach']);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'Usage: npm run lessons:lint [-- --watch]. LESSONS_DIR names another folder than lessons.\n',
  });
});
