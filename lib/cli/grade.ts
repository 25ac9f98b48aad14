// npm run -s grade -- [--json] LESSON-ID/ACTIVITY FILE…: the verdict that the page would give, for each file.
import { readCourse } from '@/lib/content/read-course';
import type { Activity } from '@/lib/course/course';
import { createGrader } from '@/lib/grading/grader';
import { gradeFiles } from './grade-files';
import { jsonLine, report } from './grade-report';
import { complain } from './output';

const EXIT = { passed: 0, failed: 1, unusable: 2 } as const;

async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  const [name, ...files] = args.filter((argument) => argument !== '--json');
  const option = [name, ...files].find((argument) => /^-./.test(argument ?? ''));
  if (option !== undefined) return unusable(`There is no option ${option}.`);
  if (name === undefined) return unusable('Name an activity and the files to grade.');
  const activity = await findActivity(name);
  if (typeof activity === 'string') return unusable(activity);
  if (files.length === 0) return unusable('Name at least one file to grade, or - for standard input.');
  const verdicts = gradeFiles({ name, activity, format: json ? jsonLine : report }, files, createGrader);
  return EXIT[await verdicts];
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

process.exitCode = await main(process.argv.slice(2));
