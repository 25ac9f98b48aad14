// A course of as many lessons as wanted, each with an activity of its own, out of the examples of the guide for authors.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CourseFiles } from '@/lib/course/folder';
import { examplesIn } from '@/lib/course/guide';
import { scaffold } from '@/lib/course/scaffold';

const guide = new URL('../../lessons/README.md', import.meta.url);

/** Lessons of one level. */
const LEVEL = 50;

/** About as long as a real lesson, so that there is something to compile. */
const PARAGRAPHS = 12;

export async function generateCourse(folder: string, lessons: number): Promise<void> {
  const examples = examplesIn(await readFile(guide, 'utf8'));
  const made = new Map<string, string>();
  for (let level = 0; level * LEVEL < lessons; level += 1) {
    const own = new Map<string, string>();
    const name = `${String(level + 1).padStart(2, '0')}-level`;
    for (let place = level * LEVEL; place < Math.min(lessons, (level + 1) * LEVEL); place += 1)
      for (const [path, text] of lessonFiles(name, place, own, examples)) own.set(path, text);
    for (const [path, text] of own) made.set(path, text);
  }
  made.set('course.yaml', courseText(Math.ceil(lessons / LEVEL)));
  for (const [path, text] of made) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** No two are the same: what is the same would be read once. */
function lessonFiles(level: string, place: number, there: CourseFiles, examples: CourseFiles): CourseFiles {
  const wanted = { what: 'lesson', level, id: `lesson-${place + 1}`, kind: 'schema' } as const;
  const made = scaffold(wanted, there, examples);
  if ('refused' in made) throw new Error(made.refused);
  return new Map(
    [...made.files].map(([path, text]) => [
      path,
      path.endsWith('/lesson.md')
        ? withParagraphs(text, place)
        : text.replaceAll('events', `events_${place + 1}`),
    ]),
  );
}

const withParagraphs = (text: string, place: number): string =>
  text.replace(
    '\n::activity',
    `\n${Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(place, at)).join('\n\n')}\n\n::activity`,
  );

const paragraph = (place: number, at: number): string =>
  at % 4 === 3
    ? `\`\`\`sql\nSELECT id, payload FROM events_${place} WHERE dispatched_at IS NULL ORDER BY id LIMIT ${at};\n\`\`\``
    : `An order is placed, and ${place} services want to hear of it. **Each** of them reads the row \`${at}\` in its own time, ` +
      'and whichever of them is away hears of it later: a row waits, a call does not.';

const courseText = (levels: number): string =>
  [
    'title: A large course',
    'summary: As many lessons as wanted.',
    'levels:',
    ...Array.from({ length: levels }, (_, level) => `  - ${String(level + 1).padStart(2, '0')}-level`),
    '',
  ].join('\n');
