import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ACTIVITY = 'asynchronous-integration/outbox-table';
const folder = 'lessons/04-reliable-publication/01-asynchronous-integration/outbox-table';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'grade-'));
});
afterAll(() => rm(scratch, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(script: string, args: readonly string[], input?: string): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    // The reader stops at 64 KB and closes its end.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const grade = (...args: readonly string[]) => run('lib/cli/run.cjs', ['grade', ...args]);

describe('npm run grade', () => {
  it('prints one line of JSON a file and ends with 0 when all passed', async () => {
    const { code, out, err } = await grade('--json', ACTIVITY, `${folder}/accept/varchar-200.yaml`);
    const line = JSON.parse(out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(line)).toEqual(['file', 'activity', 'passed', 'ms', 'checks', 'notes']);
    expect(line).toMatchObject({
      file: `${folder}/accept/varchar-200.yaml`,
      activity: ACTIVITY,
      passed: true,
      notes: ['`varchar(200)` works. `text` is as fast and never has to grow.'],
    });
    expect(line.checks.at(-1)).toEqual({
      id: 'pending-found-by-index',
      passed: true,
      message: 'The relay finds its rows through the index, however many were sent.',
      line: null,
      column: null,
    });
  });

  it('grades the readable ones all the same when a file cannot be read, and ends with 2', async () => {
    const { code, out, err } = await grade(
      ACTIVITY,
      'nowhere.yaml',
      `${folder}/wrong/dispatched-at-not-null.yaml`,
    );
    expect(code).toBe(2);
    expect(err).toBe('There is no file nowhere.yaml.\n');
    expect(out).toBe(`${folder}/wrong/dispatched-at-not-null.yaml did not pass: 1 to mend, 37 right.
  ${folder}/wrong/dispatched-at-not-null.yaml:9:47 dispatched-nullable
    \`dispatched_at\` must allow NULL: with \`NOT NULL\` no row could ever be pending.
    The relay finds its work with \`WHERE dispatched_at IS NULL\`.
    Hint: Which column is empty until the row is sent?
`);
  });

  it('gives no answer what another has made of PostgreSQL itself', async () => {
    const file = join(scratch, 'another-now.sql');
    await writeFile(
      file,
      `CREATE OR REPLACE FUNCTION pg_catalog.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT '2000-01-01'::timestamptz $$;`,
    );
    const solution = 'lessons/04-reliable-publication/02-one-transaction/order-and-event/solution.sql';
    const { code, out, err } = await grade('--json', 'one-transaction/order-and-event', file, solution);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const verdicts = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).passed);
    expect(verdicts).toEqual([false, true]);
  });

  it('reads standard input, no further than 64 KB, and fails what is larger', async () => {
    const { code, out } = await run(
      'lib/cli/run.cjs',
      ['grade', '--json', ACTIVITY, '-'],
      'x'.repeat(5_000_000),
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      file: '-',
      passed: false,
      checks: [{ id: 'size', passed: false, message: 'This text is larger than 64 KB, so it was not read.' }],
    });
  });

  it('fails a binary file with a message', async () => {
    const file = join(scratch, 'binary.yaml');
    await writeFile(file, Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x80]));
    const { code, out } = await grade('--json', ACTIVITY, file);
    expect(code).toBe(1);
    expect(JSON.parse(out).checks.at(-1)).toMatchObject({ id: 'yaml', passed: false });
  });

  it.each([
    [[], 'Name an activity and the files to grade.'],
    [[ACTIVITY], 'Name at least one file to grade, or - for standard input.'],
    [['--jsn', ACTIVITY, 'a.yaml'], 'There is no option --jsn.'],
  ])('says in one line what is missing from %j, and ends with 2', async (args, sentence) => {
    const { code, out, err } = await grade(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`${sentence} Usage: npm run -s grade -- [--json] LESSON-ID/ACTIVITY FILE…\n`);
  });

  it('names every activity that there is to whoever names none of them', async () => {
    const { code, out, err } = await grade('nowhere/nothing', 'a.yaml');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^There is no activity nowhere\/nothing\. There is .+\. Usage: .+\n$/);
    expect(err).toContain(ACTIVITY);
  });

  it('says in one sentence that the dependencies are missing', async () => {
    const script = join(scratch, 'run.cjs');
    await cp('lib/cli/run.cjs', script);
    const { code, out, err } = await run(script, ['grade']);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'The dependencies are not installed: run npm ci first.\n',
    });
  });
});
