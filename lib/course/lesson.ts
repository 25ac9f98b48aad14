import { visit } from 'unist-util-visit';
import { readValidKeys } from '@/lib/shared/key-schema';
import type { Keys } from '@/lib/shared/keys';
import type { Problem } from '@/lib/shared/problem';
import { failure, type Result, success } from '@/lib/shared/result';
import type { Spot } from '@/lib/shared/spot';
import { compileActivity } from './activity';
import type { Lesson } from './course';
import { type Folder, imageTypeOf, numberOf, pathOf } from './folder';
import { type Markdown, readMarkdown } from './markdown';
import { fileMissing, fileStray, folderMisnamed, frontmatterMissing } from './problems';
import { lessonSchema } from './schemas';
import type { Tools } from './tools';

/** A lesson as it was read: what others may refer to is known even when the rest is broken. */
export interface LessonReading {
  readonly folder: Folder;
  readonly id: { readonly name: string; readonly at: Spot } | null;
  readonly prerequisites: readonly { readonly id: string; readonly at: Spot }[];
  readonly lesson: Result<Lesson>;
}

/** The keys of the frontmatter, once they are valid. */
interface Frontmatter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly concepts?: readonly string[];
  readonly prerequisites?: readonly string[];
}

/** Reads one lesson's folder. */
export function readLesson(folder: Folder, tools: Tools): LessonReading {
  const file = pathOf(folder, 'lesson.md');
  const text = folder.files.get('lesson.md');
  if (text === undefined) {
    const problem = fileMissing(file, 'every folder in a level is a lesson, and this is its text.');
    return { folder, id: null, prerequisites: [], lesson: failure([problem, ...misnamed(folder, file)]) };
  }
  const folders = [...folder.folders.values()].filter((child) => !isGallery(child));
  const markdown = readMarkdown(text, { file, folder, activities: folders.map(({ name }) => name) });
  const keys = readFrontmatter(markdown, file);
  const activities = folders.map((child) => compileActivity(child, tools));
  const problems = [
    ...misnamed(folder, file),
    ...strayFiles(folder),
    ...(keys.ok ? [] : keys.problems),
    ...markdown.problems,
    ...activities.flatMap((activity) => (activity.ok ? [] : activity.problems)),
  ];
  const whole = activities.flatMap((activity) => (activity.ok ? [activity.value] : []));
  const lesson =
    keys.ok && problems.length === 0
      ? success(assemble(folder, keys.value, markdown, whole))
      : failure(problems);
  return { folder, ...(keys.ok ? references(keys.value) : { id: null, prerequisites: [] }), lesson };
}

const misnamed = (folder: Folder, file: string): readonly Problem[] =>
  numberOf(folder) === null ? [folderMisnamed(file, folder.name)] : [];

/** A folder of nothing but images belongs to the text and is no activity. */
const isGallery = (folder: Folder): boolean =>
  folder.folders.size === 0 && [...folder.files.keys()].every((name) => imageTypeOf(name) !== null);

const strayFiles = (folder: Folder): readonly Problem[] =>
  [...folder.files.keys()]
    .filter((name) => name !== 'lesson.md' && imageTypeOf(name) === null)
    .map((name) => fileStray(pathOf(folder, name), name, ['lesson.md']));

function readFrontmatter({ frontmatter }: Markdown, file: string): Result<Keys> {
  if (frontmatter === null) return failure([frontmatterMissing(file)]);
  return readValidKeys(frontmatter.text, file, lessonSchema, frontmatter.firstLine);
}

// The schema has judged the value, so it is what the type says.
const frontmatterOf = (keys: Keys): Frontmatter => keys.value as unknown as Frontmatter;

function references(keys: Keys): Pick<LessonReading, 'id' | 'prerequisites'> {
  const { id, prerequisites = [] } = frontmatterOf(keys);
  return {
    id: { name: id, at: keys.spotOf(['id']) },
    prerequisites: prerequisites.map((each, index) => ({
      id: each,
      at: keys.spotOf(['prerequisites', index]),
    })),
  };
}

function assemble(folder: Folder, keys: Keys, markdown: Markdown, activities: Lesson['activities']): Lesson {
  const { id, title, summary, minutes, concepts = [], prerequisites = [] } = frontmatterOf(keys);
  const number = numberOf(folder) ?? 0;
  const { body, headings } = markdown;
  const inOrder = inOrderOf(body, activities);
  return {
    id,
    number,
    title,
    summary,
    minutes,
    concepts,
    prerequisites,
    body,
    headings,
    activities: inOrder,
  };
}

/** Activities are done in the order in which the text places them, whatever their folders are called. */
function inOrderOf(body: Markdown['body'], activities: Lesson['activities']): Lesson['activities'] {
  const placed: string[] = [];
  visit(body, 'element', ({ tagName, properties }) => {
    if (tagName === 'activity-place') placed.push(String(properties['id']));
  });
  return activities.toSorted((one, other) => placed.indexOf(one.id) - placed.indexOf(other.id));
}
