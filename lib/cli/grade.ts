// npm run -s grade -- [--json] LESSON-ID/ACTIVITY FILE…: the verdict that the page would give, for each file.
import { kinds } from '@/lib/activities/registry';
import { readCourse } from '@/lib/content/read-course';
import type { Activity } from '@/lib/course/course';
import { createGrader, type Grader } from '@/lib/grading/grader';
import { readAnswer, whyUnreadable } from './answer-file';
import { type GradedFile, jsonLine, report } from './grade-report';

const EXIT = { passed: 0, failed: 1, unusable: 2 } as const;

const complain = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const [name, ...files] = args.filter((argument) => argument !== '--json');
  const option = [name, ...files].find((argument) => /^-./.test(argument ?? ''));
  if (option !== undefined) return unusable(`There is no option ${option}.`);
  if (name === undefined) return unusable('Name an activity and the files to grade.');
  const activity = await findActivity(name);
  if (typeof activity === 'string') return unusable(activity);
  if (files.length === 0) return unusable('Name at least one file to grade, or - for standard input.');
  const grader = createGrader();
  try {
    return await gradeFiles(grader, name, activity, files, json ? jsonLine : report);
  } finally {
    await grader.close();
  }
}

function unusable(sentence: string): number {
  complain(`${sentence} Usage: npm run -s grade -- [--json] LESSON-ID/ACTIVITY FILE…`);
  return EXIT.unusable;
}

/** The activity, or one sentence that says why there is none. */
async function findActivity(name: string): Promise<Activity | string> {
  const { course, problems } = await readCourse();
  const known = new Map<string, Activity>();
  for (const lesson of course?.levels.flatMap(({ lessons }) => lessons) ?? []) {
    for (const activity of lesson.activities) known.set(`${lesson.id}/${activity.id}`, activity);
  }
  const found = known.get(name);
  if (found !== undefined) return found;
  const others = known.size === 0 ? '' : ` There is ${[...known.keys()].join(', ')}.`;
  const broken = problems.length === 0 ? '' : ' The course has problems: see npm run -s lessons:lint.';
  return `There is no activity ${name}.${others}${broken}`;
}

async function gradeFiles(
  grader: Grader,
  name: string,
  activity: Activity,
  files: readonly string[],
  format: (graded: GradedFile) => string,
): Promise<number> {
  const kind = kinds.get(activity.kind);
  if (kind === undefined) throw new Error(`The compiler let the kind ${activity.kind} through.`);
  let code: number = EXIT.passed;
  for (const file of files) {
    const answer = await readAnswer(file).catch((error: unknown) => {
      complain(whyUnreadable(file, error));
      return null;
    });
    if (answer === null) {
      code = EXIT.unusable;
      continue;
    }
    const graded = await grader.time(kind, activity.config, answer);
    process.stdout.write(`${format({ file, activity: name, ...graded })}\n`);
    if (!graded.verdict.passed) code = Math.max(code, EXIT.failed);
  }
  return code;
}

process.exitCode = await main(process.argv.slice(2));
