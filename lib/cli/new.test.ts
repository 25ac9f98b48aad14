import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds } from '@/lib/activities/registry';
import { examplesIn } from '@/lib/course/guide';
import { scaffold, type Wanted } from '@/lib/course/scaffold';

let folder = '';

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'new-')), 'course');
});

afterEach(() => rm(join(folder, '..'), { recursive: true }));

const run = (...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((resolve) => {
    const env = { ...process.env, LESSONS_DIR: folder };
    execFile(process.execPath, ['lib/cli/run.cjs', ...args], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });

describe('a new lesson', () => {
  it('brings course, level and a first activity along, and passes the gate at once', async () => {
    const made = await run('new', 'lesson', '03-events', 'what-happened');
    expect(made.out).toContain(`  ${folder}/03-events/01-what-happened/first-schema/activity.yaml\n`);
    expect((await run('lint')).out).toMatch(/^1 lesson, 1 activity, \d+ answers: no problem\n$/);
  });

  it('takes the next number of its level, and a new level its place in the course', async () => {
    await run('new', 'lesson', '03-events', 'one');
    await writeFile(
      join(folder, 'course.yaml'),
      '# Mine\ntitle: T\nsummary: S\nlevels:\n  - 03-events # the third\n',
    );
    await run('new', 'lesson', '03-events', 'two');
    await run('new', 'lesson', '04-later', 'three');
    await run('new', 'lesson', '01-earlier', 'four');
    expect(await readFile(join(folder, '03-events/02-two/lesson.md'), 'utf8')).toContain('id: two\n');
    const course = await readFile(join(folder, 'course.yaml'), 'utf8');
    expect(course).toMatch(/^# Mine\ntitle: T\nsummary: S\nlevels:\n/);
    expect((await run('lint')).out).toMatch(/^4 lessons, 4 activities, /);
    expect(course.match(/\d\d-\w+/g)).toEqual(['01-earlier', '03-events', '04-later']);
  });
});

describe('a new activity', () => {
  it('stands in its lesson, and is placed in the text', async () => {
    await run('new', 'lesson', '01-sending', 'hello');
    expect(await run('new', 'activity', 'hello', 'say-it', '--kind', 'quiz')).toMatchObject({
      code: 0,
      err: '',
    });
    const text = await readFile(join(folder, '01-sending/01-hello/lesson.md'), 'utf8');
    expect(text).toMatch(/::activity\{#first-schema\}\n\n::activity\{#say-it\}\n$/);
  });

  it('of every kind passes the gate at once', { timeout: 240_000 }, async () => {
    const examples = examplesIn(await readFile('lessons/README.md', 'utf8'));
    const course = new Map<string, string>();
    const make = (wanted: Wanted) => {
      const made = scaffold(wanted, course, examples);
      if ('refused' in made) throw new Error(made.refused);
      for (const [path, text] of made.files) course.set(path, text);
    };
    make({ what: 'lesson', level: '01-sending', id: 'hello', kind: 'schema' });
    for (const kind of kinds.keys()) make({ what: 'activity', lesson: 'hello', id: `a-${kind}`, kind });
    for (const [path, text] of course) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { out } = await run('lint');
    expect(out).toMatch(new RegExp(`^1 lesson, ${kinds.size + 1} activities, \\d+ answers: no problem\n$`));
  });
});

describe('what cannot be made', () => {
  it.each([
    [
      ['lesson', 'events', 'one'],
      '`events` is no level\u2019s folder: write a number and words, such as `04-events`.',
    ],
    [['lesson', '01-events', 'One'], '`One` is no id: write lower-case words joined by hyphens.'],
    [['lesson', '01-events', 'one', '--kind', 'essay'], 'There is no kind `essay`. There is '],
    [['activity', 'gone', 'one', '--kind', 'schema'], 'There is no lesson `gone`.'],
    [['activity', 'gone', 'one'], 'Usage: '],
    [['lesson'], 'Usage: '],
  ])('%j', async (args, words) => {
    const { code, err } = await run('new', ...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(words.replace('\u2019', "'")) });
  });

  it('what is there already is left alone', async () => {
    await run('new', 'lesson', '01-sending', 'hello');
    expect(await run('new', 'lesson', '02-more', 'hello')).toMatchObject({
      code: 2,
      err: 'There is a lesson `hello` already, in `01-sending/01-hello`.\n',
    });
    expect(await run('new', 'activity', 'hello', 'first-schema', '--kind', 'schema')).toMatchObject({
      code: 2,
      err: 'The lesson `hello` has an activity `first-schema` already.\n',
    });
  });
});
