// Joins an activity with what the page has: its material, its kind, the database, the storage, and progress.

import type { Verdict } from '@/lib/activities/verdict';
import { WorkerProcess } from '@/lib/rpc/worker-process';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { ExplorerService } from '@/lib/workers/explorer';
import type { ModelService } from '@/lib/workers/model';
import type { StatementsService } from '@/lib/workers/statements.worker';
import { type ActivityMaterial, type ActivityOutline, type ActivityStore, createActivity } from './activity';
import { browserKeep } from './answer-keep';
import type { Played } from './explained-stage';
import { createGatherer } from './gather';
import { answerQuestions, passActivity } from './progress';
import type { Simulations } from './run';
import type { Schedules } from './schedules';
import type { StageStore } from './stage';

/** The store of one activity of a lesson. Nothing is fetched before somebody shows interest. */
export function openActivity(lessonId: string, outline: ActivityOutline): ActivityStore {
  const gatherer = createGatherer({
    runScript: async (statements, options) => (await loadDatabase()).runScript(statements, options),
    spawnModel,
    spawnStatements,
  });
  return createActivity(outline, {
    load: () => loadActivity(outline),
    gather: gatherer.gather,
    stopGathering: gatherer.stop,
    interest: () => {
      if (!outline.asksDatabase) return;
      loadDatabase().then(
        (database) => database.interest(),
        // Offline: the check, when it comes, says so.
        () => undefined,
      );
    },
    keep: browserKeep(`${lessonId}/${outline.id}`),
    beforeFrame: (callback) => requestAnimationFrame(callback),
    now: Date.now,
    onPassed: () => passActivity(lessonId, outline.id),
    ...(outline.kind === 'quiz' && {
      onChecked: (verdict: Verdict) => answerQuestions(lessonId, outline.id, verdict),
    }),
  });
}

const loadDatabase = async () => (await import('./database')).database;

/** The stage of the answer that passed: the activity's scenario, in the learner's own tables. Null without a scenario. */
export async function openStage(activity: ActivityStore): Promise<OpenStage | null> {
  const [
    { createStage },
    { followInDatabase },
    { createSchedules },
    { pageSimulations },
    database,
    creates,
    plays,
  ] = await Promise.all([
    import('./stage'),
    import('./stage-database'),
    import('./schedules'),
    import('./page-simulations'),
    loadDatabase(),
    activity.passedTables(),
    activity.passedRun(),
  ]);
  const scenario = plays?.scenario ?? activity.state.getState().material?.scenario ?? null;
  if (scenario === null) return null;
  // Its reader wrote it when the course was compiled.
  const simulations = pageSimulations();
  const store = createStage(scenario as unknown as Scenario, {
    simulate: simulations.run,
    stopSimulating: simulations.stop,
    commands: plays?.commands ?? [],
    // Without tables of the learner's there is nothing to replay the run in.
    ...(creates.length > 0 && {
      database: (state: StageStore['state']) => followInDatabase(state, database.runScript),
    }),
  });
  const schedules = createSchedules(spawnExplorer);
  const unfollow = database.onReplaced(store.follow);
  database.remember(creates);
  store.open(creates);
  return {
    store,
    schedules,
    ownTables: creates.length > 0,
    end: () => {
      unfollow();
      schedules.clear();
      simulations.end();
    },
  };
}

/** The stage of what explains a check, with the model's rows. Null where nothing can be played of it. */
export async function openExplained(played: Played): Promise<Pick<OpenStage, 'store' | 'end'> | null> {
  const [{ explainedStage }, { pageSimulations }] = await Promise.all([
    import('./explained-stage'),
    import('./page-simulations'),
  ]);
  const simulations = pageSimulations();
  const store = explainedStage(played, { simulate: simulations.run, stopSimulating: simulations.stop });
  return store && { store, end: simulations.end };
}

/** Runs that show what comes of an answer while it is being written. */
export async function openRuns(): Promise<Simulations> {
  const { pageSimulations } = await import('./page-simulations');
  return pageSimulations();
}

const spawnExplorer = () =>
  new WorkerProcess<ExplorerService>(
    new Worker(new URL('../workers/explorer.worker.ts', import.meta.url), { type: 'module' }),
  );

const spawnModel = () =>
  new WorkerProcess<ModelService>(
    new Worker(new URL('../workers/model.worker.ts', import.meta.url), { type: 'module' }),
  );

const spawnStatements = () =>
  new WorkerProcess<StatementsService>(
    new Worker(new URL('../workers/statements.worker.ts', import.meta.url), { type: 'module' }),
  );

export interface OpenStage {
  readonly store: StageStore;
  readonly schedules: Schedules;
  /** The run is replayed in tables that the learner's answer made. */
  readonly ownTables: boolean;
  readonly end: () => void;
}

async function loadActivity({ kind: name, dataUrl }: ActivityOutline) {
  const [{ loadKind }, material] = await Promise.all([
    import('@/lib/activities/load-kind'),
    fetchMaterial(dataUrl),
  ]);
  const kind = await loadKind(name);
  return { kind, material };
}

async function fetchMaterial(url: string): Promise<ActivityMaterial> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json();
}
