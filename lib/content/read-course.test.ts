import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { courseToShow, readCourse } from './read-course';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'course-'));
  vi.stubEnv('LESSONS_DIR', folder);
  await write('course.yaml', 'title: Course\nsummary: S\nlevels: [01-first]\n');
  await write('01-first/level.yaml', 'title: First\nsummary: S\n');
  await write('01-first/01-one/lesson.md', lesson('one', 'Words.'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const lesson = (id: string, body: string) =>
  `---\nid: ${id}\ntitle: T\nsummary: S\nminutes: 5\n---\n\n${body}\n`;

it('reads the folder that LESSONS_DIR names', async () => {
  const { course, problems } = await readCourse();
  expect(problems).toEqual([]);
  expect(course?.levels[0]?.lessons[0]?.id).toBe('one');
});

it('says that there is no such folder', async () => {
  const gone = join(folder, 'gone');
  vi.stubEnv('LESSONS_DIR', gone);
  const { course, problems } = await readCourse();
  expect(course).toBeNull();
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    `C109 There is no folder \`${gone}\`, so there is no course to read.`,
  ]);
});

it('compiles once, and again after a file has changed', async () => {
  const before = await readCourse();
  expect(await readCourse()).toBe(before);
  await write('01-first/01-one/lesson.md', lesson('one', 'Other words.'));
  await utimes(join(folder, '01-first/01-one/lesson.md'), 1, 1);
  const after = await readCourse();
  expect(after.stamp).not.toBe(before.stamp);
  expect(JSON.stringify(after.course)).toContain('Other words.');
});

it('overlooks hidden files and links that lead nowhere', async () => {
  await write('01-first/.DS_Store', '');
  await symlink('nowhere', join(folder, '01-first/01-one/gone.png'));
  expect((await readCourse()).problems).toEqual([]);
});

it('puts an image of a lesson into its page', async () => {
  await write('01-first/01-one/dot.svg', '<svg/>');
  await write('01-first/01-one/lesson.md', lesson('one', '![A dot](dot.svg)'));
  expect(JSON.stringify((await readCourse()).course)).toContain('data:image/svg+xml;base64,PHN2Zy8+');
});

it('shows what is whole in development', async () => {
  vi.stubEnv('NODE_ENV', 'development');
  await write('01-first/02-two/lesson.md', lesson('two', '<b>'));
  const course = await courseToShow();
  expect(course.levels[0]?.lessons.map(({ id }) => id)).toEqual(['one']);
});

it('stops a build at any problem, with all of them', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  await write('01-first/02-two/lesson.md', lesson('two', '<b>'));
  await expect(courseToShow()).rejects.toThrow(
    `${folder}/01-first/02-two/lesson.md:8:1 C401 Lessons hold no HTML`,
  );
});
