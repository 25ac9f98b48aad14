// The questions that the simulator answers. Pure, so a worker and Node answer them with the same words.
import { explore } from '@/lib/sim/explore/explore';
import { exploredOf } from '@/lib/sim/explore/explored';
import { runOutcome } from '@/lib/sim/look/run-outcome';
import { calledProcess } from '@/lib/sim/process/called-process';
import { ownProcesses } from '@/lib/sim/process/own-processes';
import type { Process } from '@/lib/sim/process/process';
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
  const processes = own && ownProcesses({ [own.role]: own.process });
  if (question.ask === 'run') {
    const trace = run(scenario, question.commands ?? [], MOST_STEPS, processes);
    return { ask: 'run', id, outcome: runOutcome(trace) };
  }
  const exploration = explore(scenario, { memory: MEMORY, ...(processes !== undefined && { processes }) });
  return { ask: 'schedules', id, explored: exploredOf(exploration, own) };
}

/** Whose place is taken, and by what. */
function ownOf(question: ModelQuestion, process: Process | null) {
  if (question.ask === 'schedules' && question.called !== undefined)
    return { role: question.called.role, process: calledProcess(question.called) };
  const { program } = question;
  return program === undefined || process === null ? undefined : { role: program.role, process };
}
