// What becomes of a text that was read: it goes on the stage, or what is wrong with it is said.
import type { StoreApi } from 'zustand/vanilla';
import type { Json } from '@/lib/shared/json';
import type { Result } from '@/lib/shared/result';
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import type { SandboxState } from './sandbox';
import type { Pages } from './sandbox-pages';
import type { StageStore } from './stage';

export interface Reading {
  /** Puts a scenario on the stage, with what was done to the shown run, or with these commands. */
  readonly begin: (scenario: Scenario, commands?: readonly Command[]) => void;
  /** What a text was read as; nothing comes of it if another stands there by now. */
  readonly take: (text: string, read: Result<Scenario>, commands?: readonly Command[]) => void;
  /** There was no answer about a text. */
  readonly fail: (text: string, error: unknown) => void;
}

export function reading(state: StoreApi<SandboxState>, stage: StageStore, pages: Pages): Reading {
  const begin: Reading['begin'] = (scenario, commands) => {
    const isSame = JSON.stringify(scenario) === JSON.stringify(state.getState().scenario);
    if (isSame && commands === undefined) return;
    const done = (commands ?? stage.state.getState().trace.commands) as readonly Command[] as unknown as Json;
    pages.carry({ scenario, commands: done }, () => stage.begin(scenario, commands));
  };
  const isThere = (text: string) => state.getState().text === text;
  return {
    begin,
    take: (text, read, commands) => {
      if (!isThere(text)) return;
      pages.amend(pages.shown(), { reading: 'idle', problems: read.ok ? [] : read.problems });
      if (read.ok) begin(read.value, commands);
    },
    fail: (text, error) => {
      if (isThere(text)) pages.amend(pages.shown(), { reading: { failed: wordsOf(error) } });
    },
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
