import type { Finding, NoFinding, Question } from '@/lib/activities/evidence';
import type { Gather } from '@/lib/activities/judge';
import { OVERDUE_WORDS } from '@/lib/activities/model-limit';
import type { ModelQuestion } from '@/lib/activities/model-questions';
import type { Database } from '@/lib/postgres/database';
import { DatabaseDied, DatabaseOverdue } from '@/lib/postgres/session';
import type { StatementParser } from '@/lib/postgres/statements';
import { openThreadedPrograms, ProgramOverdue, type ThreadedPrograms } from '@/lib/sandbox/threaded';

/** Finds out in Node what kinds of activities ask. One PostgreSQL for all, started when the first question needs it. */
export interface Gatherer {
  readonly gather: Gather;
  /** Milliseconds spent so far on starting things, which no answer is to blame for. */
  readonly startupMs: () => number;
  /** How many databases were started so far. */
  readonly starts: () => number;
  readonly close: () => Promise<void>;
}

/** Loads PostgreSQL only now: an answer that never gets so far does not wait for it. */
async function openKillable(): Promise<Database> {
  const { openThreaded } = await import('@/lib/postgres/threaded');
  return openThreaded();
}

export function createGatherer(
  open: () => Promise<Database> = openKillable,
  openPrograms: () => Promise<ThreadedPrograms> = openThreadedPrograms,
): Gatherer {
  let database: Promise<Database> | null = null;
  let parser: Promise<StatementParser> | null = null;
  let programs: Promise<ThreadedPrograms> | null = null;
  let startup = 0;
  let starts = 0;

  const timed = async <Started>(begin: Promise<Started>): Promise<Started> => {
    const begun = performance.now();
    const ready = await begin;
    startup += performance.now() - begun;
    return ready;
  };
  const started = (): Promise<Database> => {
    if (database !== null) return database;
    database = open();
    starts += 1;
    return timed(database);
  };
  const split = async ({ id, sql }: Extract<Question, { readonly ask: 'statements' }>): Promise<Finding> => {
    parser ??= timed(import('@/lib/postgres/statements').then(({ openParser }) => openParser()));
    return { ask: 'statements', id, ...(await (await parser).split(sql)) };
  };

  const giveUp = async (lost: Database): Promise<void> => {
    database = null;
    await lost.close();
  };
  const emptied = async (): Promise<Database> => {
    const ready = await started();
    try {
      await ready.reset();
      return ready;
    } catch (error) {
      await giveUp(ready);
      if (!isLoss(error)) throw error;
    }
    // It is as an earlier answer left it, which is no fault of this one.
    const fresh = await started();
    await fresh.reset();
    return fresh;
  };
  const ask = async ({ id, statements }: AskedDatabase): Promise<Finding | NoFinding> => {
    const ready = await emptied();
    try {
      return { ask: 'database', id, outcomes: await ready.run(statements) };
    } catch (error) {
      await giveUp(ready);
      if (error instanceof DatabaseOverdue) return { ask: 'none', id, why: 'overdue', words: OVERDUE };
      if (!(error instanceof DatabaseDied)) throw error;
      return { ask: 'none', id, why: 'died', words: DIED };
    }
  };

  const askModel = async (question: ModelQuestion): Promise<Finding | NoFinding> => {
    programs ??= timed(openPrograms());
    const ready = await programs;
    try {
      return await ready.answer(question);
    } catch (error) {
      programs = null;
      await ready.close();
      if (!(error instanceof ProgramOverdue)) throw error;
      return { ask: 'none', id: question.id, why: 'overdue', words: OVERDUE_WORDS };
    }
  };

  return {
    gather: (question) => {
      switch (question.ask) {
        case 'database':
          return ask(question);
        case 'statements':
          return split(question);
        default:
          return askModel(question);
      }
    },
    startupMs: () => startup,
    starts: () => starts,
    close: async () => {
      const [opened, running] = [database, programs];
      [database, programs] = [null, null];
      await Promise.all([(await opened)?.close(), (await running)?.close()]);
    },
  };
}

type AskedDatabase = Extract<Question, { readonly ask: 'database' }>;

const isLoss = (error: unknown): boolean => error instanceof DatabaseDied || error instanceof DatabaseOverdue;

const OVERDUE =
  'PostgreSQL was stopped after 1.5 seconds: a statement of this answer does not end. Look for a loop, a sleep, a recursion that nothing stops, or a COPY that waits for data.';

const DIED = 'The database died under this answer, so nothing more can be said of it.';
