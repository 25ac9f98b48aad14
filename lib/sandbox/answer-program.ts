// A question about a learner's program, answered: by the simulator, which asks the sandbox what the program does.
import type { RunFinding, SchedulesFinding } from '@/lib/activities/evidence';
import { answerModel, type ModelQuestion } from '@/lib/activities/model-questions';
import { openProgram } from './open-program';

export async function answerProgram(question: ModelQuestion): Promise<RunFinding | SchedulesFinding> {
  const { program, scenario } = question;
  if (program === undefined) return answerModel(question, null);
  const opened = await openProgram(program.code, scenario);
  try {
    return answerModel(question, opened.process);
  } finally {
    opened.close();
  }
}
