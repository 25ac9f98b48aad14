// Reads and writes scenarios for the page: YAML parser, validators and links are here, so that the page has none of
// them, and a text that takes too long is ended with its worker.
import { commandsFrom } from '@/lib/link/judge-run';
import { readLink } from '@/lib/link/read-link';
import type { SharedRun } from '@/lib/link/run';
import type { Json } from '@/lib/shared/json';
import { failure, type Result, success } from '@/lib/shared/result';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import type { Change } from './reader-change';
import { type Edited, editText } from './reader-edit';
import { writeScenario } from './reader-yaml';

/** A text that was changed, and what it is read as. */
export interface EditedAndRead extends Edited {
  readonly reading: Result<Scenario>;
}

/** A run that was shared, with the text that its scenario is written as. */
export type Opened = SharedRun & { readonly text: string };

/** What a browser kept: a text with its scenario, and what can be done to that. */
export interface Restored {
  readonly reading: Result<Scenario>;
  readonly commands: readonly Command[];
}

/** Nobody mends more at once, and an editor would mark them all. */
const MOST_PROBLEMS = 100;

export const readerService = {
  /** Answers as soon as the worker is loaded. */
  ready: () => true,

  read: (text: string): Result<Scenario> => read(text),

  edit: (text: string, change: Change, own: boolean): Result<EditedAndRead> => {
    const edited = editText(text, change, own);
    return edited.ok ? success({ ...edited.value, reading: read(edited.value.text) }) : edited;
  },

  write: (scenario: Scenario): string => writeScenario(scenario),

  open: async (link: string): Promise<Result<Opened>> => {
    const run = await readLink(link);
    return run.ok ? success({ ...run.value, text: writeScenario(run.value.scenario) }) : run;
  },

  restore: (text: string, commands: Json): Restored => {
    const reading = read(text);
    return { reading, commands: reading.ok ? commandsFrom(commands, reading.value) : [] };
  },
};

export type ReaderService = typeof readerService;

function read(text: string): Result<Scenario> {
  const reading = readScenario(text, 'scenario.yaml');
  return reading.ok ? reading : failure(reading.problems.slice(0, MOST_PROBLEMS));
}
