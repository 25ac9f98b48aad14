// `npm run lessons:lint`: every problem of the course, and whether each activity proves itself with its own files.
import { kinds } from '@/lib/activities/registry';
import { readCourse } from '@/lib/content/read-course';
import type { Activity, Course } from '@/lib/course/course';
import { type GateReport, passGate } from '@/lib/course/gate';
import { createGrader } from '@/lib/grading/grader';
import { countOf, listProblems } from './report';

const activitiesOf = (course: Course | null): readonly Activity[] =>
  course?.levels.flatMap(({ lessons }) => lessons.flatMap(({ activities }) => activities)) ?? [];

async function gateAll(activities: readonly Activity[]): Promise<readonly GateReport[]> {
  if (activities.length === 0) return [];
  const grader = createGrader();
  const reports: GateReport[] = [];
  try {
    for (const activity of activities) {
      const kind = kinds.get(activity.kind);
      if (kind === undefined) throw new Error(`The compiler let the kind ${activity.kind} through.`);
      reports.push(await passGate(activity, (answer) => grader.grade(kind, activity.config, answer)));
    }
  } finally {
    await grader.close();
  }
  return reports;
}

const content = await readCourse();
const reports = await gateAll(activitiesOf(content.course));
const problems = [...content.problems, ...reports.flatMap((report) => report.problems)];
const answers = reports.reduce((sum, report) => sum + report.answers, 0);
if (problems.length > 0) process.exitCode = 1;
process.stdout.write(
  problems.length > 0
    ? `${listProblems(problems, content)}\n`
    : `${countOf(content.course, answers)}: no problem\n`,
);
