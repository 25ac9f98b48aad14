// What a sandbox does. Reader, storage and stage come from outside, so that tests can hand in their own.
import { createStore } from 'zustand/vanilla';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { SandboxState, SandboxStore } from './sandbox';
import { createDrafts } from './sandbox-drafts';
import type { SandboxKeep } from './sandbox-keep';
import { linkOf } from './sandbox-link';
import { firstState, open, planOf } from './sandbox-opening';
import { createPages } from './sandbox-pages';
import type { Reader } from './sandbox-reader';
import { reading } from './sandbox-reading';
import { replacing } from './sandbox-replacing';
import { writing } from './sandbox-writing';
import type { Schedules } from './schedules';
import type { StageStore } from './stage';

export interface SandboxTools {
  readonly presets: readonly PresetMaterial[];
  readonly hash: string;
  readonly reader: Reader;
  readonly keep: SandboxKeep;
  /** Hears the hash of what stands there now, as often as that changes. */
  readonly address: (hash: string) => void;
  /** Calls back when the author pauses. */
  readonly whenQuiet: (callback: () => void) => void;
  readonly stageOf: (scenario: Scenario) => StageStore;
  readonly schedules: Schedules;
}

export function createSandbox(tools: SandboxTools): SandboxStore {
  const { schedules, presets, reader } = tools;
  const plan = planOf(tools);
  const state = createStore<SandboxState>(() => firstState(plan, presets));
  const stage = tools.stageOf(state.getState().scenario);
  const pages = createPages(tools, state, stage);
  const drafts = createDrafts(tools, state, pages);
  const taking = reading(state, stage, pages);
  const { setText, change } = writing(tools, state, pages, drafts, taking);
  const replacer = replacing(tools, stage, pages, drafts, taking);
  open(plan, tools, state, drafts, replacer);
  return {
    state,
    stage,
    schedules,
    setText,
    setKey: (path, value) =>
      change(value === undefined ? { do: 'remove', path } : { do: 'set', path, value }),
    insert: (path, value) => change({ do: 'insert', path, value }),
    choose: ({ text, scenario }) => replacer.replace({ text, scenario, commands: [] }),
    bringBack: replacer.bringBack,
    link: () => linkOf(stage, presets),
    checkEvery: () => {
      pages.checked();
      schedules.start(state.getState().scenario);
    },
    end: () => {
      drafts.end();
      pages.end();
      reader.stop();
      schedules.clear();
      stage.stop();
    },
  };
}
