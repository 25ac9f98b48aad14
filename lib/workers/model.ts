// Answers what kinds of activities ask the simulator, away from the page.
import type { Finding } from '@/lib/activities/evidence';
import { answerModel, type ModelQuestion } from '@/lib/activities/model-questions';

export const modelService = {
  /** Fetches what an answer will need, the sandbox where it is a program. */
  prepare: async (hasProgram: boolean): Promise<void> => {
    if (!hasProgram) return;
    const [{ bootQuickJs }] = await Promise.all([
      import('@/lib/sandbox/quickjs'),
      import('@/lib/sandbox/answer-program'),
    ]);
    await bootQuickJs();
  },
  answer: async (question: ModelQuestion): Promise<Finding> => {
    if (question.program === undefined) return answerModel(question, null);
    // The sandbox comes only when there is something to run in it.
    const { answerProgram } = await import('@/lib/sandbox/answer-program');
    return answerProgram(question);
  },
};

export type ModelService = typeof modelService;
