// The sandbox in the page: one scenario as text and as a form, the stage that runs it, and the check of its schedules.
import type { StoreApi } from 'zustand/vanilla';
import { WorkerProcess } from '@/lib/rpc/worker-process';
import type { Json } from '@/lib/shared/json';
import type { Problem } from '@/lib/shared/problem';
import type { YamlPath } from '@/lib/shared/yaml';
import type { PresetMaterial } from '@/lib/sim/presets/preset';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { ExplorerService } from '@/lib/workers/explorer';
import type { ReaderService } from '@/lib/workers/reader';
import { pageSimulations } from './page-simulations';
import { whenQuiet } from './quiet';
import { inBrowser } from './sandbox-address';
import { createSandbox } from './sandbox-core';
import { browserSandbox } from './sandbox-keep';
import { createReader } from './sandbox-reader';
import { createSchedules, type Schedules } from './schedules';
import { createStage, type StageStore } from './stage';

export type { PresetMaterial };

export interface SandboxState {
  /** What stands in the editor: the text of the run on the stage, as all up to `commands` is that run's. */
  readonly text: string;
  /** The last that could be read, whole. */
  readonly scenario: Scenario;
  /** Of the text as it stands. */
  readonly problems: readonly Problem[];
  readonly reading: 'idle' | 'reading' | { readonly failed: string };
  /** The name of the preset that the text is, word for word. */
  readonly preset: string | null;
  /** What was done to it, as it is kept. */
  readonly commands: Json;
  /** A link that could not be opened, or a change that could not be made. */
  readonly notice: string | null;
  /** What somebody wrote, or did to a preset, and a link or preset replaced: it can be brought back. */
  readonly earlier: string | null;
}

export interface SandboxStore {
  readonly state: StoreApi<SandboxState>;
  readonly stage: StageStore;
  readonly schedules: Schedules;
  /** It is read once its author pauses, and run if it can be. */
  readonly setText: (text: string) => void;
  /** Changes one key of the text; undefined takes it away. One place beyond the end of a list is a new item. */
  readonly setKey: (path: YamlPath, value: Json | undefined) => void;
  /** Puts an item into a list, before the one that stands there. */
  readonly insert: (path: YamlPath, value: Json) => void;
  readonly choose: (preset: PresetMaterial) => void;
  readonly bringBack: () => void;
  /** The hash of an address that reproduces what is shown. Rejects with words where no link can hold it. */
  readonly link: () => Promise<string>;
  /** Explores the scenario as it is. */
  readonly checkEvery: () => void;
  readonly end: () => void;
}

interface Opening {
  /** One at least: the first is what is shown to whoever brings nothing. */
  readonly presets: readonly PresetMaterial[];
  /** Of the page's address: it goes before what was kept. */
  readonly hash: string;
}

/** Nothing is fetched for a short preset: the reader is started by the first change, link or draft. */
export function openSandbox(opening: Opening): SandboxStore {
  const { run, stop, end } = pageSimulations();
  const sandbox = createSandbox({
    ...opening,
    reader: createReader(spawnReader),
    keep: browserSandbox,
    address: inBrowser,
    whenQuiet,
    stageOf: (scenario) => createStage(scenario, { simulate: run, stopSimulating: stop }),
    schedules: createSchedules(spawnExplorer),
  });
  return {
    ...sandbox,
    end: () => {
      sandbox.end();
      end();
    },
  };
}

const spawnReader = () =>
  new WorkerProcess<ReaderService>(
    new Worker(new URL('../workers/reader.worker.ts', import.meta.url), { type: 'module' }),
  );

const spawnExplorer = () =>
  new WorkerProcess<ExplorerService>(
    new Worker(new URL('../workers/explorer.worker.ts', import.meta.url), { type: 'module' }),
  );
