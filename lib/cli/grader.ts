import type { ActivityKind } from '@/lib/activities/kind';
import type { Verdict } from '@/lib/activities/verdict';
import type { Database } from '@/lib/postgres/database';
import type { Json } from '@/lib/shared/json';

export interface Graded {
  readonly verdict: Verdict;
  /** Milliseconds of grading, without the start of the database. */
  readonly ms: number;
}

/** Grades answers as the page does. One PostgreSQL for all, started when the first answer needs it, emptied between. */
export interface Grader {
  grade(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Verdict>;
  time(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Graded>;
  close(): Promise<void>;
}

/** Loads PostgreSQL only now: an answer that never gets so far does not wait for it. */
async function open(): Promise<Database> {
  const { openDatabase } = await import('@/lib/postgres/direct');
  return openDatabase();
}

export const createGrader = (): Promise<Grader> => Promise.resolve(grader());

function grader(): Grader {
  let database: Promise<Database> | null = null;

  async function time(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Graded> {
    const started = performance.now();
    const reading = kind.read(config, answer);
    const read = performance.now() - started;
    if (reading.wants === null) return { verdict: reading.verdict, ms: read };
    database ??= open();
    const ready = await database;
    const resumed = performance.now();
    try {
      await ready.reset();
      const outcomes = await ready.run(reading.wants.statements);
      const verdict = kind.grade(config, reading, { source: reading.wants.source, outcomes });
      return { verdict, ms: read + performance.now() - resumed };
    } catch (error) {
      // It died; the next answer gets a fresh one.
      database = null;
      throw error;
    }
  }

  return {
    time,
    grade: async (kind, config, answer) => (await time(kind, config, answer)).verdict,
    close: async () => {
      const opened = database;
      database = null;
      await (await opened)?.close();
    },
  };
}
