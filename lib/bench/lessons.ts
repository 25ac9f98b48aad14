// What large courses cost: the linter over a thousand lessons, and the build of a hundred and of a thousand.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from './figures';
import { generateCourse } from './generated-course';

const FEW = 100;
const MANY = 1000;

/** A build is linear when a lesson costs the same in both; what one lesson alone takes is left out of either. */
export async function measureLessons(): Promise<Figures> {
  const alone = await buildMs(1);
  const few = await buildMs(FEW);
  const many = await buildMs(MANY);
  return {
    'lessons.lint1000Ms': await lintMs(MANY),
    'lessons.buildPerLessonMs100': (few - alone) / (FEW - 1),
    'lessons.buildPerLessonMs': (many - alone) / (MANY - 1),
    'lessons.build1000Ms': many,
  };
}

const lintMs = (lessons: number) => commandMs('lint', lessons);
const buildMs = (lessons: number) => commandMs('build', lessons);

/** Of a command in a process of its own, from its start to its end. */
async function commandMs(command: string, lessons: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'course-'));
  try {
    await generateCourse(folder, lessons);
    const begun = performance.now();
    await run(command, folder);
    return performance.now() - begun;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const run = (command: string, folder: string) =>
  new Promise<void>((resolve, reject) => {
    const args = [fileURLToPath(new URL('../cli/run.cjs', import.meta.url)), command];
    const env = { ...process.env, LESSONS_DIR: folder, NODE_ENV: 'production' as const };
    execFile(process.execPath, args, { env, maxBuffer: 2 ** 28 }, (error, out, err) => {
      if (error === null) resolve();
      else reject(new Error(`${command} failed: ${out.slice(-2000)}${err.slice(-2000)}`));
    });
  });
