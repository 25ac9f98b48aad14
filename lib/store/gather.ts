// Finds out in the page what kinds of activities ask: the one database, and workers for the simulator and for
// PostgreSQL's parser that live as long as somebody asks them.
import type { Finding, NoFinding, Outcome, Question, Statement } from '@/lib/activities/evidence';
import type { Gather } from '@/lib/activities/judge';
import { MODEL_LIMIT_MS, OVERDUE_WORDS } from '@/lib/activities/model-limit';
import type { ModelQuestion } from '@/lib/activities/model-questions';
import { WorkerKilled, type WorkerProcess } from '@/lib/rpc/worker-process';
import type { ModelService } from '@/lib/workers/model';
import type { StatementsService } from '@/lib/workers/statements.worker';
import { ScriptEnded } from './script-ended';

export interface GatherTools {
  readonly runScript: (
    statements: readonly Statement[],
    options: { readonly reset: boolean; readonly signal: AbortSignal },
  ) => Promise<readonly Outcome[]>;
  readonly spawnModel: () => WorkerProcess<ModelService>;
  readonly spawnStatements: () => WorkerProcess<StatementsService>;
}

export interface PageGatherer {
  /** Rejects with words for the learner if it cannot find out, for reasons that are not the answer's. */
  readonly gather: Gather;
  /** Ends what is under way; its promise rejects. */
  readonly stop: () => void;
}

export function createGatherer(tools: GatherTools): PageGatherer {
  let model: WorkerProcess<ModelService> | null = null;
  let statements: WorkerProcess<StatementsService> | null = null;
  let stopping = new AbortController();

  const askDatabase = async (question: Asked<'database'>): Promise<Finding | NoFinding> => {
    const { id } = question;
    try {
      const options = { reset: true, signal: stopping.signal };
      return { ask: 'database', id, outcomes: await tools.runScript(question.statements, options) };
    } catch (error) {
      if (!(error instanceof ScriptEnded) || error.why === 'stopped') throw error;
      return { ask: 'none', id, why: error.why, words: error.message };
    }
  };

  const split = async ({ id, sql }: Asked<'statements'>): Promise<Finding> => {
    statements ??= tools.spawnStatements();
    const mine = statements;
    try {
      // It goes through the text once, so it comes to its end.
      return { ask: 'statements', id, ...(await mine.call((service) => service.split(sql), null)) };
    } catch (error) {
      if (statements === mine) statements = null;
      mine.stop();
      throw new Error(
        'What reads your SQL could not be loaded. Your text is safe. See whether you are online, and try again.',
        { cause: error },
      );
    }
  };

  const askModel = async (question: ModelQuestion): Promise<Finding | NoFinding> => {
    model ??= tools.spawnModel();
    const mine = model;
    // What is to be fetched first takes as long as it takes, and no answer is to blame for that.
    await prepared(mine, question);
    try {
      return await mine.call((service) => service.answer(question), MODEL_LIMIT_MS);
    } catch (error) {
      if (!(error instanceof WorkerKilled)) throw error;
      if (model === mine) model = null;
      if (error.reason === 'deadline') return overdue(question);
      throw new Error(
        'The simulator could not be loaded, or ran out of memory. Your text is safe. Try again.',
        { cause: error },
      );
    }
  };

  const prepared = async (mine: WorkerProcess<ModelService>, { program }: ModelQuestion): Promise<void> => {
    try {
      await mine.call((service) => service.prepare(program !== undefined), null);
    } catch (error) {
      if (model === mine) model = null;
      mine.stop();
      throw new Error(
        'What runs your answer could not be loaded. Your text is safe. See whether you are online, and try again.',
        { cause: error },
      );
    }
  };

  return {
    gather: (question) => {
      switch (question.ask) {
        case 'database':
          return askDatabase(question);
        case 'statements':
          return split(question);
        default:
          return askModel(question);
      }
    },
    stop: () => {
      stopping.abort();
      stopping = new AbortController();
      const ended = [model, statements];
      model = null;
      statements = null;
      for (const worker of ended) worker?.stop();
    },
  };
}

type Asked<Ask extends Question['ask']> = Extract<Question, { readonly ask: Ask }>;

const overdue = ({ id }: Question): NoFinding => ({
  ask: 'none',
  id,
  why: 'overdue',
  words: OVERDUE_WORDS,
});
