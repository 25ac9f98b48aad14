// One exploration in the page: how far it has come, what came of it, and a way to stop it.
import { proxy } from 'comlink';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { WorkerKilled, type WorkerProcess } from '@/lib/rpc/worker-process';
import type { Exploration } from '@/lib/sim/explore/explore';
import { explorationOf } from '@/lib/sim/explore/explored-again';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { ExplorerService } from '@/lib/workers/explorer';

export type SchedulesState =
  | { readonly at: 'idle' | 'stopped' }
  | { readonly at: 'exploring'; readonly states: number; readonly depth: number }
  | { readonly at: 'done'; readonly scenario: Scenario; readonly exploration: Exploration }
  | { readonly at: 'failed'; readonly words: string };

export interface Schedules {
  readonly state: StoreApi<SchedulesState>;
  /** Explores a scenario; one that is under way gives way to it. */
  readonly start: (scenario: Scenario) => void;
  readonly stop: () => void;
  /** Back to where nothing was asked; whoever is at work is stopped. */
  readonly clear: () => void;
}

/** Bytes that the states may take: little enough for a phone. */
const MEMORY = 256 * 2 ** 20;

export function createSchedules(spawn: () => WorkerProcess<ExplorerService>): Schedules {
  const state = createStore<SchedulesState>(() => ({ at: 'idle' }));
  let worker: WorkerProcess<ExplorerService> | null = null;

  const end = (next: SchedulesState) => {
    const ended = worker;
    worker = null;
    state.setState(next, true);
    ended?.stop();
  };

  const start = (scenario: Scenario) => {
    end({ at: 'exploring', states: 0, depth: 0 });
    const mine = spawn();
    worker = mine;
    const ifMine = (next: () => void) => worker === mine && next();
    const report = proxy((states: number, depth: number) => {
      ifMine(() => state.setState({ at: 'exploring', states, depth }, true));
    });
    mine
      .call((service) => service.explore(scenario, MEMORY, report), null)
      .then(
        (explored) =>
          ifMine(() => end({ at: 'done', scenario, exploration: explorationOf(scenario, explored, null) })),
        (error: unknown) => ifMine(() => end({ at: 'failed', words: wordsOf(error) })),
      );
  };

  return {
    state,
    start,
    stop: () => {
      if (worker !== null) end({ at: 'stopped' });
    },
    clear: () => end({ at: 'idle' }),
  };
}

const wordsOf = (error: unknown): string =>
  error instanceof WorkerKilled
    ? 'The checker could not be loaded, or ran out of memory. Try again.'
    : `The checker broke down: ${error instanceof Error ? error.message : String(error)}.`;
