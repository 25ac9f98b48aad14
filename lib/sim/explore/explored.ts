// An exploration as plain values that a worker can hand over.
import { planOf } from '../plan';
import type { Process } from '../process/process';
import type { ProcessKind } from '../process/process-fault';
import { type Remembered, remembering } from '../process/remembered';
import { traceOf } from '../trace';
import type { Exploration } from './explore';

/** What came of an exploration. Its trace is given by the places of its actions in the plan. */
export type Explored = Omit<Exploration, 'trace'> & {
  /** Null where nothing was found. */
  readonly path: readonly number[] | null;
  /** What the learner's process did on that path; left out where none took part. */
  readonly remembered?: Remembered;
};

/** Without its trace. A learner's process goes through the trace once more, to be remembered. */
export function exploredOf(
  { trace, ...exploration }: Exploration,
  own?: { readonly role: ProcessKind; readonly process: Process },
): Explored {
  const actions = trace?.path ?? null;
  const path = actions?.map(({ slot }) => slot) ?? null;
  if (trace === null || actions === null || own === undefined) return { ...exploration, path };
  const { processes, remembered } = remembering(own.role, own.process);
  traceOf(planOf(trace.scenario, false, [], processes), actions);
  return { ...exploration, path, remembered: remembered() };
}
