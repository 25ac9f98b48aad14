// npm run lessons:new -- lesson LEVEL-FOLDER LESSON-ID [--kind KIND], or: activity LESSON-ID ACTIVITY-ID --kind KIND
// Makes a lesson or an activity that passes the gate at once, out of the examples of the guide for authors.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { readCourse } from '@/lib/content/read-course';
import type { CourseFiles } from '@/lib/course/folder';
import { examplesIn } from '@/lib/course/guide';
import { scaffold, type Wanted } from '@/lib/course/scaffold';

const USAGE = [
  'Usage: npm run lessons:new -- lesson LEVEL-FOLDER LESSON-ID [--kind KIND]',
  '       npm run lessons:new -- activity LESSON-ID ACTIVITY-ID --kind KIND',
].join('\n');

/** A first activity is a table, unless somebody wants another. */
const FIRST_KIND = 'schema';

const guide = new URL('../../lessons/README.md', import.meta.url);

async function main(args: readonly string[]): Promise<number> {
  const wanted = wantedBy(args);
  if (wanted === null) return refuse(USAGE);
  const { files: course, folder } = await readCourse();
  const made = scaffold(wanted, course, examplesIn(await readFile(guide, 'utf8')));
  if ('refused' in made) return refuse(made.refused);
  const files = new Map(made.files);
  if (made.newLevel !== null)
    files.set('course.yaml', withLevel(course.get('course.yaml') ?? '', made.newLevel));
  await write(folder, files);
  const told = [...files.keys()].map((path) => `  ${join(folder, path)}`);
  process.stdout.write(
    `Made\n${told.join('\n')}\nNow: npm run dev shows it, npm run lessons:lint holds it to its files.\n`,
  );
  return 0;
}

function refuse(words: string): number {
  process.stderr.write(`${words}\n`);
  return 2;
}

function wantedBy(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { kind: { type: 'string' } },
      allowPositionals: true,
    });
    const [what, where, id, ...rest] = positionals;
    if (where === undefined || id === undefined || rest.length > 0) return null;
    if (what === 'lesson') return { what, level: where, id, kind: values.kind ?? FIRST_KIND };
    if (what === 'activity' && values.kind !== undefined)
      return { what, lesson: where, id, kind: values.kind };
    return null;
  } catch {
    return null;
  }
}

/** Keeps the author's comments and order; levels stand in the order of their numbers. */
function withLevel(text: string, level: string): string {
  const document = parseDocument(text);
  const levels = ((document.toJS() as { readonly levels?: readonly string[] } | null)?.levels ?? []).filter(
    (each) => typeof each === 'string',
  );
  const place = levels.findIndex((each) => each > level);
  if (place < 0) document.addIn(['levels'], level);
  else document.setIn(['levels'], [...levels.slice(0, place), level, ...levels.slice(place)]);
  return document.toString({ lineWidth: 0 });
}

async function write(folder: string, files: CourseFiles): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

process.exitCode = await main(process.argv.slice(2));
