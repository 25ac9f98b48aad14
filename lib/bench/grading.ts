// How long grading takes: learners' code under every schedule, many answers one after the other.
import { kinds } from '@/lib/activities/registry';
import { readCourse } from '@/lib/content/read-course';
import type { Activity } from '@/lib/course/course';
import { lessonsInOrder } from '@/lib/course/find';
import { createGrader } from '@/lib/grading/grader';
import { type Figures, median, repeated } from './figures';
import { measureStopping } from './stopping';

const TABLE = 'asynchronous-integration/outbox-table';
const RELAY = 'the-relay/write-the-relay';
const PROGRAMS = [RELAY, 'the-idempotent-consumer/write-the-consumer'];

const ANSWERS = 200;
const RUNS = 5;

/** All of it in Node, but for what is stopped in a page of the site at an address. */
export async function measureGrading(address: string): Promise<Figures> {
  const { solutions } = await find(RELAY);
  return {
    'grade.codeDefaultBudgetMs': await slowestMs(PROGRAMS),
    'grade.batch200Ms': await batchMs(),
    ...(await measureStopping(`${address}/lessons/the-relay/`, solutions[0] ?? '')),
  };
}

/** One after the other: they would only slow each other down. */
async function slowestMs(names: readonly string[]): Promise<number> {
  const all: number[] = [];
  for (const name of names) all.push(await referenceMs(name));
  return Math.max(...all);
}

/** The reference answer, from the text to the verdict; the middle of several. */
async function referenceMs(name: string): Promise<number> {
  const activity = await find(name);
  const { kind, config } = kindOf(activity);
  const grader = createGrader();
  try {
    const answer = activity.solutions[0] ?? '';
    return median(await repeated(RUNS, async () => (await grader.time(kind, config, answer)).ms));
  } finally {
    await grader.close();
  }
}

/** Two hundred answers, right and wrong ones, with the start of the database. */
async function batchMs(): Promise<number> {
  const activity = await find(TABLE);
  const { kind, config } = kindOf(activity);
  const texts = [...activity.accept, ...activity.wrong].map(({ text }) => text);
  const begun = performance.now();
  const grader = createGrader();
  try {
    for (let place = 0; place < ANSWERS; place += 1)
      await grader.grade(kind, config, texts[place % texts.length] ?? '');
    return performance.now() - begun;
  } finally {
    await grader.close();
  }
}

function kindOf({ kind: name, config }: Activity) {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return { kind, config };
}

async function find(name: string): Promise<Activity> {
  const { course } = await readCourse();
  const [lessonId, id] = name.split('/');
  const lessons = course === null ? [] : lessonsInOrder(course).map(({ lesson }) => lesson);
  const found = lessons
    .find((lesson) => lesson.id === lessonId)
    ?.activities.find((activity) => activity.id === id);
  if (found === undefined) throw new Error(`There is no activity ${name} to measure.`);
  return found;
}
