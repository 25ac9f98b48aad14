// Finds out in the page what kinds of activities ask: the one database, and a worker for the simulator that lives as
// long as somebody asks it.
import type { Finding, NoFinding, Outcome, Question, Statement } from '@/lib/activities/evidence';
import type { Gather } from '@/lib/activities/judge';
import type { ModelQuestion } from '@/lib/activities/model-questions';
import { WorkerKilled, type WorkerProcess } from '@/lib/rpc/worker-process';
import type { ModelService } from '@/lib/workers/model';

export interface GatherTools {
  readonly runScript: (
    statements: readonly Statement[],
    options: { readonly reset: boolean },
  ) => Promise<readonly Outcome[]>;
  readonly spawnModel: () => WorkerProcess<ModelService>;
}

export interface PageGatherer {
  /** Rejects with words for the learner if it cannot find out, for reasons that are not the answer's. */
  readonly gather: Gather;
  /** Ends what is under way; its promise rejects. */
  readonly stop: () => void;
}

/** Milliseconds for one question of the simulator's; a check that hangs is stopped after that. */
const MODEL_LIMIT_MS = 10_000;

export function createGatherer(tools: GatherTools): PageGatherer {
  let model: WorkerProcess<ModelService> | null = null;

  const askModel = async (question: ModelQuestion): Promise<Finding | NoFinding> => {
    model ??= tools.spawnModel();
    const mine = model;
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

  return {
    gather: async (question) => {
      switch (question.ask) {
        case 'database':
          return {
            ask: 'database',
            id: question.id,
            outcomes: await tools.runScript(question.statements, { reset: true }),
          };
        case 'statements':
          throw new Error('Nobody splits statements yet.');
        default:
          return askModel(question);
      }
    },
    stop: () => {
      const ended = model;
      model = null;
      ended?.stop();
    },
  };
}

const overdue = ({ id }: Question): NoFinding => ({
  ask: 'none',
  id,
  why: 'overdue',
  words: `The check was stopped after ${MODEL_LIMIT_MS / 1000} seconds: this answer leads to more than can be tried in that time.`,
});
