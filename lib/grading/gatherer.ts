import type { Finding, NoFinding, Question } from '@/lib/activities/evidence';
import type { Gather } from '@/lib/activities/judge';
import { answerModel, type ModelQuestion } from '@/lib/activities/model-questions';
import type { Database } from '@/lib/postgres/database';
import { DatabaseDied } from '@/lib/postgres/session';

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
async function openDirect(): Promise<Database> {
  const { openDatabase } = await import('@/lib/postgres/direct');
  return openDatabase();
}

export function createGatherer(open: () => Promise<Database> = openDirect): Gatherer {
  let database: Promise<Database> | null = null;
  let startup = 0;
  let starts = 0;

  const started = async (): Promise<Database> => {
    if (database !== null) return database;
    const begun = performance.now();
    database = open();
    starts += 1;
    const ready = await database;
    startup += performance.now() - begun;
    return ready;
  };

  const ask = async (
    question: Extract<Question, { readonly ask: 'database' }>,
  ): Promise<Finding | NoFinding> => {
    const { id, statements } = question;
    const ready = await started();
    try {
      await ready.reset();
      return { ask: 'database', id, outcomes: await ready.run(statements) };
    } catch (error) {
      database = null;
      if (!(error instanceof DatabaseDied)) throw error;
      return { ask: 'none', id, why: 'died', words: DIED };
    }
  };

  return {
    gather: (question) => {
      switch (question.ask) {
        case 'database':
          return ask(question);
        case 'statements':
          throw new Error('Nobody splits statements yet.');
        default:
          return gatherModel(question);
      }
    },
    startupMs: () => startup,
    starts: () => starts,
    close: async () => {
      const opened = database;
      database = null;
      await (await opened)?.close();
    },
  };
}

function gatherModel(question: ModelQuestion): Promise<Finding> {
  if (question.program !== undefined) throw new Error('Nobody runs programs yet.');
  return Promise.resolve(answerModel(question, null));
}

const DIED = 'The database died under this answer, so nothing more can be said of it.';
