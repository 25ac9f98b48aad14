import { readGateReport } from '@/lib/content/gate-report';
import { readCourse } from '@/lib/content/read-course';
import { reportCourse } from '@/lib/course/report';

export const dynamic = 'force-static';

/** Tells an open page what state the lessons are in. Exists in development only, as its ending says. */
export async function GET(): Promise<Response> {
  const { stamp, problems, files } = await readCourse();
  const gate = await readGateReport(stamp);
  const state = gate === null ? stamp : `${stamp} and its gate`;
  return Response.json(reportCourse(state, [...problems, ...(gate ?? [])], files));
}
