// What a learner's process did, as plain data: whoever has it can go through the same trace without the process.
import type { Processes } from '../plan';
import { ownProcesses } from './own-processes';
import type { Process, Seen, Turn } from './process';
import type { ProcessKind } from './process-fault';

/** Where each history led that came up. */
export interface Remembered {
  readonly role: ProcessKind;
  readonly turns: readonly (readonly [history: string, turn: Turn])[];
}

/** The same process, and what it did so far. */
export function remembering(
  role: ProcessKind,
  process: Process,
): { readonly processes: Processes; readonly remembered: () => Remembered } {
  const turns = new Map<string, Turn>();
  const next = (history: readonly Seen[]): Turn => {
    const turn = process.next(history);
    turns.set(JSON.stringify(history), turn);
    return turn;
  };
  return { processes: ownProcesses({ [role]: { next } }), remembered: () => ({ role, turns: [...turns] }) };
}

/** A process that does once more what was remembered of it. Anything else that it is told is a mistake, and throws. */
export function processesOf(remembered: Remembered): Processes {
  const turns = new Map(remembered.turns);
  const next = (history: readonly Seen[]): Turn => {
    const turn = turns.get(JSON.stringify(history));
    if (turn === undefined) throw new Error('The process was never told this.');
    return turn;
  };
  return ownProcesses({ [remembered.role]: { next } });
}
