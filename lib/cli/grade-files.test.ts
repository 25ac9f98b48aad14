import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Activity } from '@/lib/course/course';
import type { Grader } from '@/lib/grading/grader';
import { gradeFiles } from './grade-files';

let scratch = '';
let out: string[] = [];
let err: string[] = [];
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'grade-files-'));
  [out, err] = [[], []];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(scratch, { recursive: true });
});

const activity = { kind: 'sql', config: null } as unknown as Activity;

/** Passes `right`, and breaks for good over `bug`. `log` tells what became of each grader. */
function fakes() {
  const log: string[] = [];
  const open = (): Grader => {
    log.push('open');
    let broken = false;
    const time: Grader['time'] = (_kind, _config, answer) => {
      broken ||= answer === 'bug';
      if (broken) return Promise.reject(new Error('A bug.\nWhere it was.'));
      return Promise.resolve({ verdict: { passed: answer === 'right', checks: [], notes: [] }, ms: 1 });
    };
    const close = () => {
      log.push(broken ? 'cannot be closed' : 'closed');
      return broken ? Promise.reject(new Error('It is stuck.')) : Promise.resolve();
    };
    return { time, grade: async (...args) => (await time(...args)).verdict, close };
  };
  return { log, open };
}

async function grade(...answers: readonly string[]) {
  const files = answers.map((answer) => join(scratch, answer));
  for (const file of files) await writeFile(file, file.slice(scratch.length + 1));
  const { log, open } = fakes();
  const format = ({ file, verdict }: { file: string; verdict: { passed: boolean } }) =>
    `${file.slice(scratch.length + 1)} ${verdict.passed}`;
  return { outcome: await gradeFiles({ name: 'a/b', activity, format }, files, open), log };
}

it('a bug over one file is told in one line, and the others are graded by a fresh grader', async () => {
  await expect(grade('bug', 'right', 'wrong')).resolves.toEqual({
    outcome: 'unusable',
    log: ['open', 'cannot be closed', 'open', 'closed'],
  });
  expect(err).toEqual([`The file ${join(scratch, 'bug')} could not be graded: A bug.\n`]);
  expect(out).toEqual(['right true\n', 'wrong false\n']);
});

it('the worst outcome counts', async () => {
  await expect(grade('wrong', 'right')).resolves.toMatchObject({ outcome: 'failed' });
  await expect(grade('right')).resolves.toMatchObject({ outcome: 'passed' });
});
