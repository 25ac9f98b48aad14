// What a stage is given to show, and who computes it.
import type { Flights } from '@/lib/scene/flights';
import type { Ledger } from '@/lib/sim/look/ledger';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';

/** A trace, with what is drawn of it and counted in it. */
export interface Run {
  readonly trace: Trace;
  readonly flights: Flights;
  readonly ledger: Ledger;
}

/** Why there is no run: somebody stopped it or asked for another, it is more than a page runs, or something broke. */
export class NoRun extends Error {
  override readonly name = 'NoRun';
  readonly at: 'stopped' | 'refused' | 'failed';

  /** The message is in words for the reader. */
  constructor(at: NoRun['at'], words: string) {
    super(words);
    this.at = at;
  }
}

export interface Simulations {
  /** Rejects with `NoRun`. A run that is under way gives way to it. `report` hears how many steps there are so far. */
  readonly run: (
    scenario: Scenario,
    commands: readonly Command[],
    report?: (steps: number) => void,
  ) => Promise<Run>;
  /** Ends the run that is under way; nothing if there is none. */
  readonly stop: () => void;
  /** The page wants no more runs for now: the worker goes as well. */
  readonly end: () => void;
}

/** What a simulator that broke down says of it. */
export function noRunAfter(error: unknown): NoRun {
  const words = error instanceof Error ? error.message : String(error);
  return new NoRun('failed', `The simulator broke down: ${words}.`);
}

/** Where the simulator is not there, or not any more. */
export const noSimulator = (): NoRun =>
  new NoRun('failed', 'The simulator could not be loaded, or ran out of memory. Try again.');

/** What a run that was given up says. */
export const stoppedRun = (): NoRun => new NoRun('stopped', 'The run was stopped.');
