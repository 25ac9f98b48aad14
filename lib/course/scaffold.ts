// What a new lesson or activity begins as: files that pass the gate at once, made from the examples of the guide.
import type { CourseFiles } from './folder';
import { exampleOf } from './guide';

export type Wanted =
  | {
      readonly what: 'lesson';
      /** A level's folder, such as `04-reliable-publication`. */
      readonly level: string;
      /** The lesson's id. */
      readonly id: string;
      readonly kind: string;
    }
  | {
      readonly what: 'activity';
      /** The id of a lesson that is there. */
      readonly lesson: string;
      /** The activity's id. */
      readonly id: string;
      readonly kind: string;
    };

/** Files to write, by path below the course, or one sentence that says why there are none. */
export type Scaffold =
  | {
      readonly files: CourseFiles;
      /** The folder of a level that is new and is to be listed in `course.yaml`, which is there already; null for none. */
      readonly newLevel: string | null;
    }
  | { readonly refused: string };

const refuse = (refused: string): Scaffold => ({ refused });

/** `examples` are those of the guide; `course` is what there is already. Nothing that is there is replaced but the text of the lesson that gets an activity. */
export function scaffold(wanted: Wanted, course: CourseFiles, examples: CourseFiles): Scaffold {
  if (!isSlug(wanted.id))
    return refuse(`\`${wanted.id}\` is no id: write lower-case words joined by hyphens.`);
  const example = exampleOf(wanted.kind, examples);
  if (example === null) return refuse(`There is no kind \`${wanted.kind}\`. There is ${kindsIn(examples)}.`);
  const made = wanted.what === 'lesson' ? newLesson(wanted, course) : placed(wanted, course);
  if ('refused' in made) return made;
  const activity = copyOf(example, examples, `${made.folder}/${made.activity}`);
  return { files: new Map([...made.files, ...activity]), newLevel: made.newLevel };
}

/** The folder that gets an activity, and the files around it. */
type Ground =
  | {
      readonly folder: string;
      readonly activity: string;
      readonly files: CourseFiles;
      readonly newLevel: string | null;
    }
  | { readonly refused: string };

const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

const kindsIn = (examples: CourseFiles): string =>
  [...examples]
    .flatMap(([path, text]) =>
      path.endsWith('/activity.yaml') ? (/^kind: (\w+)/m.exec(text)?.[1] ?? []) : [],
    )
    .map((kind) => `\`${kind}\``)
    .join(', ');

function newLesson({ level, id, kind }: Wanted & { readonly what: 'lesson' }, course: CourseFiles): Ground {
  if (!/^\d{2,}-[a-z0-9]+(-[a-z0-9]+)*$/.test(level))
    return {
      refused: `\`${level}\` is no level's folder: write a number and words, such as \`04-${level}\`.`,
    };
  const taken = lessonFolder(id, course);
  if (taken !== null) return { refused: `There is a lesson \`${id}\` already, in \`${taken}\`.` };
  const folder = `${level}/${nextNumber(level, course)}-${id}`;
  const activity = `first-${kind}`;
  const isNew = !course.has(`${level}/level.yaml`);
  const files = new Map([[`${folder}/lesson.md`, lessonText(id, activity)]]);
  if (isNew) files.set(`${level}/level.yaml`, levelText(level));
  if (!course.has('course.yaml')) files.set('course.yaml', courseText(level));
  return { folder, activity, files, newLevel: isNew && course.has('course.yaml') ? level : null };
}

const levelText = (level: string): string =>
  `title: ${titleOf(level.replace(/^\d+-/, ''))}\nsummary: What is learned in this level.\n`;

const courseText = (level: string): string =>
  `title: A course\nsummary: What this course is for.\nlevels:\n  - ${level}\n`;

const nextNumber = (level: string, course: CourseFiles): string => {
  const numbers = [...course.keys()].flatMap((path) => {
    const [first, second] = path.split('/');
    return first === level ? [Number(/^(\d+)-/.exec(second ?? '')?.[1] ?? 0)] : [];
  });
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0');
};

const titleOf = (slug: string): string => {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const lessonText = (id: string, activity: string): string => `---
id: ${id}
title: ${titleOf(id)}
summary: What this lesson says, in one sentence.
minutes: 10
---

Say here why this matters, in a paragraph that somebody would send to a colleague.

## What happens

Explain it with one example that is worked out.

::activity{#${activity}}
`;

function placed({ lesson, id }: Wanted & { readonly what: 'activity' }, course: CourseFiles): Ground {
  const folder = lessonFolder(lesson, course);
  if (folder === null) return { refused: `There is no lesson \`${lesson}\`.` };
  if ([...course.keys()].some((path) => path.startsWith(`${folder}/${id}/`)))
    return { refused: `The lesson \`${lesson}\` has an activity \`${id}\` already.` };
  const text = course.get(`${folder}/lesson.md`) ?? '';
  const whole = `${text.trimEnd()}\n\n::activity{#${id}}\n`;
  return { folder, activity: id, files: new Map([[`${folder}/lesson.md`, whole]]), newLevel: null };
}

/** The folder of the lesson whose frontmatter has the id. */
function lessonFolder(id: string, course: CourseFiles): string | null {
  const found = [...course].find(
    ([path, text]) => path.endsWith('/lesson.md') && new RegExp(`^id:\\s*${id}\\s*(#.*)?$`, 'm').test(text),
  );
  return found === undefined ? null : found[0].slice(0, -'/lesson.md'.length);
}

const copyOf = (folder: string, examples: CourseFiles, to: string): CourseFiles =>
  new Map(
    [...examples].flatMap(([path, text]): [string, string][] =>
      path.startsWith(`${folder}/`) ? [[`${to}${path.slice(folder.length)}`, text]] : [],
    ),
  );
