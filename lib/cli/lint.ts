// `npm run lessons:lint`: every problem of the course, and whether each activity proves itself with its own files.
// With `--watch` it does so again whenever a file changes, and grades only what that change is about.
import { type Content, readCourse } from '@/lib/content/read-course';
import { createGateKeeper, type GateKeeper } from '@/lib/grading/gate-keeper';
import { countOf, listProblems } from './report';
import { watchLessons } from './watch-lessons';

const USAGE = 'Usage: npm run lessons:lint [-- --watch]. LESSONS_DIR names another folder than lessons.';

/** Looks at everything once, and says what was found; false if there is any problem. */
async function lint(keeper: GateKeeper, content: Content): Promise<boolean> {
  const reports = await keeper.gate(content.course);
  const problems = [...content.problems, ...reports.flatMap((report) => report.problems)];
  const answers = reports.reduce((sum, report) => sum + report.answers, 0);
  const told =
    problems.length > 0 ? listProblems(problems, content) : `${countOf(content.course, answers)}: no problem`;
  process.stdout.write(`${told}\n`);
  return problems.length === 0;
}

const lintAfterChanges = (keeper: GateKeeper): Promise<void> =>
  watchLessons(async (content) => {
    await lint(keeper, content);
    process.stdout.write('Waiting for a change\n\n');
  });

async function main(args: readonly string[]): Promise<number> {
  if (args.some((argument) => argument !== '--watch')) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const keeper = createGateKeeper();
  try {
    if (args.includes('--watch')) await lintAfterChanges(keeper);
    return (await lint(keeper, await readCourse())) ? 0 : 1;
  } finally {
    await keeper.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
