// npm run dev: Next's development server, with what follows the command handed on, such as `-- --port 3001`. Beside it the
// gate looks at every activity, and again at those that change; the pages show what it finds.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { dirname } from 'node:path';
import { runNext } from '@/lib/build/next';
import { makeDatabaseFiles } from '@/lib/build/snapshot';
import { GATE_REPORT, type GateReportFile } from '@/lib/content/gate-report';
import { createGateKeeper } from '@/lib/grading/gate-keeper';
import { watchLessons } from './watch-lessons';

async function reportAfterChanges(): Promise<void> {
  await mkdir(dirname(GATE_REPORT), { recursive: true });
  const keeper = createGateKeeper();
  return watchLessons(async ({ course, stamp }) => {
    const reports = await keeper.gate(course);
    const report: GateReportFile = { stamp, problems: reports.flatMap(({ problems }) => problems) };
    await writeFile(GATE_REPORT, JSON.stringify(report));
  });
}

await makeDatabaseFiles();
await rm(GATE_REPORT, { force: true });
const served = runNext(['dev', ...process.argv.slice(2)]);
// Pages come first: the gate of a whole course is a minute's work.
setPriority(constants.priority.PRIORITY_LOW);
void reportAfterChanges();
process.exit((await served) ?? 0);
