import type { Json } from '@/lib/shared/json';
import { readValidKeys } from '@/lib/shared/key-schema';
import type { Keys } from '@/lib/shared/keys';
import type { Problem } from '@/lib/shared/problem';
import type { Course, Lesson, Level } from './course';
import { type CourseFiles, type Folder, growFolders, numberOf, pathOf } from './folder';
import { type LessonReading, readLesson } from './lesson';
import {
  fileMissing,
  fileStray,
  folderMisnamed,
  folderMissing,
  folderUnlisted,
  levelEmpty,
  numberTwice,
} from './problems';
import { judgeReferences } from './references';
import type { ReadLesson } from './remember';
import { courseSchema, levelSchema } from './schemas';
import type { Tools } from './tools';

export interface Compilation {
  /** The lessons that are whole; null when the course's own file cannot be read. */
  readonly course: Course | null;
  /** All of them, in the order of files and lines. Empty means that the course is whole. */
  readonly problems: readonly Problem[];
}

interface LevelReading {
  readonly folder: Folder;
  readonly keys: Keys | null;
  readonly lessons: readonly LessonReading[];
  readonly problems: readonly Problem[];
}

/**
 * Text to course. Never throws for what an author wrote: a lesson with a problem is left out, the others stand, and
 * every problem of all of them is told. `read` reads one lesson's folder; give one that remembers to compile again and
 * again.
 */
export function compile(files: CourseFiles, tools: Tools, read: ReadLesson = readLesson): Compilation {
  const root = growFolders(files);
  const courseKeys = readFile(
    root,
    'course.yaml',
    courseSchema,
    'it names the course and the order of its levels.',
  );
  const levels = [...root.folders.values()].map((folder) => readLevel(folder, tools, read));
  const readings = levels.flatMap(({ lessons }) => lessons);
  const between = judgeReferences(readings);
  const problems = [
    ...courseKeys.problems,
    ...strayFiles(root),
    ...(courseKeys.keys === null ? [] : judgeListing(courseKeys.keys, root)),
    ...judgeNumbers(root, 'level.yaml'),
    ...levels.flatMap((level) => level.problems),
    ...readings.flatMap(({ lesson }) => (lesson.ok ? [] : lesson.problems)),
    ...between,
  ];
  const broken = new Set(between.map(({ file }) => file));
  const course = courseKeys.keys === null ? null : assemble(courseKeys.keys, levels, broken);
  return { course, problems: problems.sort(byPlace) };
}

function readFile(folder: Folder, name: string, schema: typeof courseSchema, why: string) {
  const file = pathOf(folder, name);
  const text = folder.files.get(name);
  if (text === undefined) return { keys: null, problems: [fileMissing(file, why)] };
  const keys = readValidKeys(text, file, schema);
  return keys.ok ? { keys: keys.value, problems: [] } : { keys: null, problems: keys.problems };
}

function readLevel(folder: Folder, tools: Tools, read: ReadLesson): LevelReading {
  const file = pathOf(folder, 'level.yaml');
  const { keys, problems } = readFile(folder, 'level.yaml', levelSchema, 'it names the level.');
  const lessons = [...folder.folders.values()].map((child) => read(child, tools));
  const stray = [...folder.files.keys()].filter((name) => name !== 'level.yaml');
  return {
    folder,
    keys,
    lessons,
    problems: [
      ...problems,
      ...(numberOf(folder) === null ? [folderMisnamed(file, folder.name)] : []),
      ...(lessons.length === 0 ? [levelEmpty(file)] : []),
      ...judgeNumbers(folder, 'lesson.md'),
      ...stray.map((name) => fileStray(pathOf(folder, name), name, ['level.yaml'])),
    ],
  };
}

const known = ['course.yaml', 'README.md'];

const strayFiles = (root: Folder): readonly Problem[] =>
  [...root.files.keys()].filter((name) => !known.includes(name)).map((name) => fileStray(name, name, known));

const listOf = (keys: Keys): readonly string[] =>
  ((keys.value as { readonly [key: string]: Json })['levels'] ?? []) as readonly string[];

function judgeListing(keys: Keys, root: Folder): readonly Problem[] {
  const listed = listOf(keys);
  const folders = [...root.folders.keys()];
  const missing = listed.flatMap((name, index) =>
    root.folders.has(name) ? [] : [folderMissing(keys.spotOf(['levels', index]), name, folders)],
  );
  const unlisted = folders.filter((name) => !listed.includes(name));
  return [...missing, ...unlisted.map((name) => folderUnlisted(keys.spotOf(['levels'], 'key'), name))];
}

/** Two folders beside each other never carry the same number. */
function judgeNumbers(parent: Folder, file: string): readonly Problem[] {
  const seen = new Map<number, string>();
  return [...parent.folders.values()].flatMap((folder) => {
    const number = numberOf(folder);
    if (number === null) return [];
    const other = seen.get(number);
    seen.set(number, folder.name);
    return other === undefined ? [] : [numberTwice(pathOf(folder, file), folder.name, other)];
  });
}

type Titled = { readonly title: string; readonly summary: string };

// The schema has judged the value, so it is what the type says.
const titled = (keys: Keys): Titled => keys.value as unknown as Titled;

function assemble(keys: Keys, readings: readonly LevelReading[], broken: ReadonlySet<string | null>): Course {
  const { title, summary } = titled(keys);
  const levels = listOf(keys).flatMap((name): Level[] => {
    const reading = readings.find(({ folder }) => folder.name === name);
    if (reading === undefined || reading.keys === null) return [];
    const lessons = reading.lessons.flatMap((each) => wholeLesson(each, broken));
    const number = numberOf(reading.folder) ?? 0;
    return lessons.length === 0 ? [] : [{ number, ...titled(reading.keys), lessons }];
  });
  const ids = new Set(levels.flatMap(({ lessons }) => lessons.map(({ id }) => id)));
  const within = (lesson: Lesson): Lesson => ({
    ...lesson,
    prerequisites: lesson.prerequisites.filter((id) => ids.has(id)),
  });
  return {
    title,
    summary,
    levels: levels.map((level) => ({ ...level, lessons: level.lessons.map(within) })),
  };
}

const wholeLesson = ({ folder, lesson }: LessonReading, broken: ReadonlySet<string | null>): Lesson[] =>
  lesson.ok && !broken.has(pathOf(folder, 'lesson.md')) ? [lesson.value] : [];

const byPlace = (one: Problem, other: Problem): number =>
  compareText(one.file ?? '', other.file ?? '') ||
  (one.place?.line ?? 0) - (other.place?.line ?? 0) ||
  (one.place?.column ?? 0) - (other.place?.column ?? 0);

const compareText = (one: string, other: string): number => Number(one > other) - Number(one < other);
