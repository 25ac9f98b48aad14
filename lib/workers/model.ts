// Answers what kinds of activities ask the simulator, away from the page.
import type { Finding } from '@/lib/activities/evidence';
import { answerModel, type ModelQuestion } from '@/lib/activities/model-questions';

export const modelService = {
  answer: (question: ModelQuestion): Promise<Finding> => {
    if (question.program !== undefined) throw new Error('Nobody runs programs yet.');
    return Promise.resolve(answerModel(question, null));
  },
};

export type ModelService = typeof modelService;
