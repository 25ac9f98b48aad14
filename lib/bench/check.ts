// How long the check takes for the reference answer: the layers without a database, which run at every key, and all
// of them with the database warm. The code is that of the page; the database is PGlite in Node rather than in a worker.

import { kinds } from '@/lib/activities/registry';
import { readCourse } from '@/lib/content/read-course';
import { createGrader } from '@/lib/grading/grader';
import { type Figures, percentile95, repeated } from './figures';
import { elapsed } from './timing';

const WARM_UP = 200;
const STATIC_RUNS = 2000;
const FULL_RUNS = 200;

const TABLE = 'asynchronous-integration/outbox-table';
const SQL = 'one-transaction/order-and-event';

export async function measureChecks(): Promise<Figures> {
  const [table, sql] = [await measureCheck(TABLE), await measureCheck(SQL)];
  return {
    'check.staticP95Ms': table.reading,
    'check.fullP95Ms': table.whole,
    'check.sqlStaticP95Ms': sql.reading,
    'check.sqlFullP95Ms': sql.whole,
  };
}

/** Milliseconds that 95 of 100 readings, and 95 of 100 whole checks of the reference answer, do not exceed. */
async function measureCheck(name: string): Promise<{ readonly reading: number; readonly whole: number }> {
  const { kind, config, answer } = await find(name);
  const grader = createGrader();
  try {
    for (let done = 0; done < WARM_UP; done += 1) kind.read(config, answer);
    const reading = Array.from({ length: STATIC_RUNS }, () => elapsed(() => kind.read(config, answer)));
    await grader.time(kind, config, answer);
    const whole = await repeated(FULL_RUNS, async () => (await grader.time(kind, config, answer)).ms);
    return { reading: percentile95(reading), whole: percentile95(whole) };
  } finally {
    await grader.close();
  }
}

async function find(name: string) {
  const { course } = await readCourse();
  const [lessonId, activityId] = name.split('/');
  const lessons = course?.levels.flatMap((level) => level.lessons) ?? [];
  const activity = lessons
    .find((lesson) => lesson.id === lessonId)
    ?.activities.find((candidate) => candidate.id === activityId);
  const kind = kinds.get(activity?.kind ?? '');
  const [answer] = activity?.solutions ?? [];
  if (!(activity && kind) || answer === undefined)
    throw new Error(`There is no activity ${name} to measure.`);
  return { kind, config: activity.config, answer };
}
