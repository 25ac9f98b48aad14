// The questions that the simulator answers. Pure, so a worker and Node answer them with the same words.
import { explore } from '@/lib/sim/explore/explore';
import { exploredOf } from '@/lib/sim/explore/explored';
import { runOutcome } from '@/lib/sim/look/run-outcome';
import { calledProcess } from '@/lib/sim/process/called-process';
import { ownProcesses } from '@/lib/sim/process/own-processes';
import type { Process } from '@/lib/sim/process/process';
import { remembering } from '@/lib/sim/process/remembered';
import { run } from '@/lib/sim/trace';
import type { Question, RunFinding, SchedulesFinding } from './evidence';

export type ModelQuestion = Extract<Question, { readonly ask: 'run' | 'schedules' }>;

/** Steps of a run that is judged: more than any page plays. */
const MOST_STEPS = 1_000_000;

/** Bytes that the states of an exploration may take: little enough for a phone. */
const MEMORY = 256 * 2 ** 20;

/** Answers it. `process` is what the question's program does, where it has one; whoever made it sees to its limits. */
export function answerModel(question: ModelQuestion, process: Process | null): RunFinding | SchedulesFinding {
  const { id, scenario } = question;
  const own = ownOf(question, process);
  if (question.ask === 'run') return answerRun(question, own);
  const processes = own && ownProcesses({ [own.role]: own.process });
  const exploration = explore(scenario, { memory: MEMORY, ...(processes !== undefined && { processes }) });
  return { ask: 'schedules', id, explored: exploredOf(exploration, own) };
}

type Own = ReturnType<typeof ownOf>;

function answerRun(question: Extract<Question, { readonly ask: 'run' }>, own: Own): RunFinding {
  const { id, scenario, commands = [], steps = MOST_STEPS } = question;
  const told = own && remembering(own.role, own.process);
  const outcome = runOutcome(run(scenario, commands, steps, told?.processes));
  return { ask: 'run', id, outcome, ...(told !== undefined && { did: told.remembered() }) };
}

/** Whose place is taken, and by what. */
function ownOf(question: ModelQuestion, process: Process | null) {
  if (question.ask === 'schedules' && question.called !== undefined)
    return { role: question.called.role, process: calledProcess(question.called) };
  const { program } = question;
  return program === undefined || process === null ? undefined : { role: program.role, process };
}
