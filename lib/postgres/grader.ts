import type { ActivityKind } from '@/lib/activities/kind';
import type { CheckResult, Verdict } from '@/lib/activities/verdict';
import type { Json } from '@/lib/shared/json';
import type { Database } from './database';
import { DatabaseDied } from './session';

export interface Graded {
  readonly verdict: Verdict;
  /** Milliseconds of grading, without the start of the database and what only its first answer pays. */
  readonly ms: number;
}

/** Grades answers as the page does. One PostgreSQL for all, started when the first answer needs it, emptied between. */
export interface Grader {
  grade(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Verdict>;
  /** An answer under which the database died has failed; the next one gets a fresh database. */
  time(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Graded>;
  close(): Promise<void>;
}

/** Loads PostgreSQL only now: an answer that never gets so far does not wait for it. */
async function openDirect(): Promise<Database> {
  const { openDatabase } = await import('./direct');
  return openDatabase();
}

export function createGrader(open: () => Promise<Database> = openDirect): Grader {
  let database: Promise<Database> | null = null;

  async function once(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Graded> {
    const started = performance.now();
    const reading = kind.read(config, answer);
    const read = performance.now() - started;
    if (reading.wants === null) return { verdict: reading.verdict, ms: read };
    const { source, statements } = reading.wants;
    database ??= open();
    const ready = await database;
    const resumed = performance.now();
    const sinceStart = () => read + performance.now() - resumed;
    try {
      await ready.reset();
      const outcomes = await ready.run(statements);
      return { verdict: kind.grade(config, reading, { source, outcomes }), ms: sinceStart() };
    } catch (error) {
      database = null;
      if (!(error instanceof DatabaseDied)) throw error;
      return { verdict: diedUnder(reading.verdict), ms: sinceStart() };
    }
  }

  async function time(kind: ActivityKind<Json>, config: Json, answer: string): Promise<Graded> {
    const wasOpen = database !== null;
    const graded = await once(kind, config, answer);
    // A fresh database is slow at everything it does for the first time: that was a rehearsal.
    return wasOpen || database === null ? graded : once(kind, config, answer);
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

const diedUnder = ({ checks, notes }: Verdict): Verdict => ({
  passed: false,
  checks: [...checks, databaseDied],
  notes,
});

const databaseDied: CheckResult = {
  id: 'database',
  passed: false,
  subject: null,
  message: 'The database died while this answer was graded, so nothing more can be said of it.',
  why: null,
  hints: ['Grade it once more.'],
  place: null,
  database: null,
};
