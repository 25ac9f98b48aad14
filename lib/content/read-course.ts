import { createHash } from 'node:crypto';
import { kinds } from '@/lib/activities/registry';
import { type Compilation, compile } from '@/lib/course/compile';
import type { Course } from '@/lib/course/course';
import type { CourseFiles } from '@/lib/course/folder';
import { format } from '@/lib/course/frame';
import { courseFolderMissing } from '@/lib/course/problems';
import { rememberLessons } from '@/lib/course/remember';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import { findFiles, readFiles } from './read-files';

/** The course as it lies on the disk. */
export interface Content extends Compilation {
  /** The folder that was read. */
  readonly folder: string;
  readonly files: CourseFiles;
  /** Changes whenever a file of the course does. */
  readonly stamp: string;
}

/** The folder of the course: `LESSONS_DIR`, or `lessons` where the command was given. */
const lessonsFolder = (): string => process.env['LESSONS_DIR'] || 'lessons';

const tools = { kinds, readScenario };

const hashOf = (words: readonly string[]): string =>
  createHash('sha1').update(words.join('\n')).digest('hex');

const readLesson = rememberLessons();
let kept: Content | null = null;

/** Reads and compiles the course; compiled once until a file changes. */
export async function readCourse(): Promise<Content> {
  const folder = lessonsFolder();
  const found = await findFiles(folder);
  if (found === null) return nowhere(folder);
  const stamp = hashOf([folder, ...found.map((file) => file.stamp)]);
  if (kept?.stamp === stamp) return kept;
  const files = await readFiles(folder, found);
  kept = { ...compile(files, tools, readLesson), folder, files, stamp };
  return kept;
}

const nowhere = (folder: string): Content => ({
  course: null,
  problems: [courseFolderMissing(folder)],
  folder,
  files: new Map(),
  stamp: hashOf([folder]),
});

const nothing: Course = { title: 'At Least Once', summary: '', levels: [] };

/**
 * The course that pages draw. In development, what is whole: the problems are shown over the page. In a build, all
 * of it, or an error that lists every problem.
 */
export async function courseToShow(): Promise<Course> {
  const isBuild = process.env.NODE_ENV !== 'development';
  // A build asks for each page of each lesson; nothing changes while it does.
  const { course, problems, files, folder } =
    isBuild && kept?.folder === lessonsFolder() ? kept : await readCourse();
  if (problems.length > 0 && isBuild) {
    const told = problems.map((problem) =>
      format(problem, files.get(problem.file ?? '') ?? null, `${folder}/`),
    );
    throw new Error(`The course has problems.\n\n${told.join('\n\n')}\n`);
  }
  return course ?? nothing;
}
