// `npm run lessons:lint`: every problem of the course, and whether each activity proves itself with its own files.
// With `--watch` it does so again whenever a file changes, and grades only what that change is about.
import { watch } from 'node:fs';
import { readCourse } from '@/lib/content/read-course';
import { createGateKeeper, type GateKeeper } from '@/lib/grading/gate-keeper';
import { countOf, listProblems } from './report';

const USAGE = 'Usage: npm run lessons:lint [-- --watch]. LESSONS_DIR names another folder than lessons.';

/** Editors write a file in several steps, and several files at once. */
const SETTLED_MS = 100;

/** Looks at everything once, and says what was found; false if there is any problem. */
async function lint(keeper: GateKeeper): Promise<boolean> {
  const content = await readCourse();
  const reports = await keeper.gate(content.course);
  const problems = [...content.problems, ...reports.flatMap((report) => report.problems)];
  const answers = reports.reduce((sum, report) => sum + report.answers, 0);
  const told =
    problems.length > 0 ? listProblems(problems, content) : `${countOf(content.course, answers)}: no problem`;
  process.stdout.write(`${told}\n`);
  return problems.length === 0;
}

/** Never ends by itself. A change that comes while it looks is looked at right after. */
async function lintForEver(keeper: GateKeeper): Promise<never> {
  let changed: () => void = () => undefined;
  const { folder } = await readCourse();
  watch(folder, { recursive: true }, () => changed());
  for (;;) {
    const next = new Promise<void>((resolve) => {
      changed = resolve;
    });
    await lint(keeper);
    process.stdout.write('Waiting for a change\n\n');
    await next;
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args.some((argument) => argument !== '--watch')) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const keeper = createGateKeeper();
  if (args.includes('--watch')) return lintForEver(keeper);
  try {
    return (await lint(keeper)) ? 0 : 1;
  } finally {
    await keeper.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
