// Keeps one database for the page: starts it, gives it one script at a time, and replaces it when it runs away or
// dies. The worker and what the browser knows come from outside, so that tests can hand in their own.
import { proxy } from 'comlink';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Outcome, Statement } from '@/lib/activities/evidence';
import type { DatabaseFiles } from '@/lib/postgres/boot';
import { WorkerKilled, type WorkerProcess } from '@/lib/rpc/worker-process';
import type { PostgresService, Report } from '@/lib/workers/postgres.worker';
import { beingReplaced, METERED, replaced, SPOILT, whyFailed, whyStopped } from './database-words';
import { DatabaseUnavailable, ScriptEnded } from './script-ended';

/** `waiting`: the connection is metered or saves data, so a person must ask for it with `start`. */
export type DatabasePhase = 'absent' | 'waiting' | 'loading' | 'ready' | 'replacing' | 'failed';

export interface DatabaseState {
  readonly phase: DatabasePhase;
  readonly loadedBytes: number;
  /** 0 until it is known. */
  readonly totalBytes: number;
  /** What a person should know now; null when there is nothing to say. */
  readonly sentence: string | null;
}

export interface DatabaseTools {
  readonly spawn: () => WorkerProcess<PostgresService>;
  /** The address of the folder that holds the database's files. */
  readonly folder: () => string;
  /** The connection costs money, or saves data. */
  readonly isMetered: () => boolean;
  /** Calls back when the page has nothing else to do. */
  readonly whenIdle: (callback: () => void) => void;
}

export interface ScriptOptions {
  /** Drops everything first. */
  readonly reset: boolean;
  /** From when the database begins on it; 5 seconds unless told. */
  readonly limitMs?: number;
  /** Nobody wants it any longer: ends it, with the database if it has begun. */
  readonly signal?: AbortSignal;
}

export interface DatabaseKeeper {
  readonly state: StoreApi<DatabaseState>;
  /** Somebody is interested: the database is made ready when the page is idle, unless the connection is metered. */
  readonly interest: () => void;
  /** A person asks for it: starts at once, on whatever connection; after a failure, tries again. */
  readonly start: () => void;
  /** Runs the statements once the database is ready, in another one where it cannot be emptied. Rejects with `DatabaseUnavailable` if there is none, and with `ScriptEnded` if it went under them. */
  readonly runScript: (
    statements: readonly Statement[],
    options: ScriptOptions,
  ) => Promise<readonly Outcome[]>;
  /** What re-creates the learner's tables in a fresh, empty database, should this one have to be replaced. */
  readonly remember: (statements: readonly Statement[]) => void;
  /** Calls back after each replacement, the remembered statements having run; returns what ends it. */
  readonly onReplaced: (listener: () => void) => () => void;
  /** The sentence was read. */
  readonly dismiss: () => void;
}

const RUN_LIMIT_MS = 5000;
const BOOT_LIMIT_MS = 60_000;

type Process = WorkerProcess<PostgresService>;

export function keepDatabase(tools: DatabaseTools): DatabaseKeeper {
  const state = createStore<DatabaseState>(() => ({
    phase: 'absent',
    loadedBytes: 0,
    totalBytes: 0,
    sentence: null,
  }));
  const listeners = new Set<() => void>();
  let files: DatabaseFiles | null = null;
  let running: Promise<Process> | null = null;
  let remembered: readonly Statement[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const fail = (error: unknown) => {
    running = null;
    state.setState({ phase: 'failed', sentence: whyFailed(error) });
  };

  /** A worker with an empty database. What was downloaded once is kept. */
  const boot = async (): Promise<Process> => {
    const process = tools.spawn();
    const kept = files;
    try {
      const report = await (kept === null
        ? process.call((service) => service.load(tools.folder(), proxy(progress)), null)
        : process.call((service) => service.boot(kept), BOOT_LIMIT_MS));
      files = answerOf(report);
      return process;
    } catch (error) {
      process.stop();
      throw error;
    }
  };
  const progress = (loadedBytes: number, totalBytes: number) => state.setState({ loadedBytes, totalBytes });

  const start = () => {
    if (running !== null) return;
    running = boot();
    running.then(() => state.setState({ phase: 'ready' }), fail);
    state.setState({ phase: 'loading', sentence: null });
  };

  /** Whether it may begin unasked; on a metered connection it then waits for a person to say so. */
  const mayStart = (): boolean => {
    if (state.getState().phase === 'absent' && tools.isMetered()) {
      state.setState({ phase: 'waiting', sentence: METERED });
    }
    return state.getState().phase !== 'waiting';
  };

  const ready = async (): Promise<Process> => {
    if (running === null && mayStart()) start();
    if (running === null) await phaseAfterWaiting(state);
    return running ?? ready();
  };

  const restore = (process: Process): Promise<boolean> => {
    const statements = remembered;
    return process
      .call((service) => service.run(statements, { reset: false }), RUN_LIMIT_MS)
      .then(
        (report) => report.alive,
        () => false,
      );
  };

  /** A fresh database with what was remembered; without it, should that be what ends it. */
  const replace = async (why: string): Promise<Process> => {
    let fresh = await boot();
    const whole = await restore(fresh);
    if (!whole) {
      fresh.stop();
      fresh = await boot();
    }
    state.setState({ phase: 'ready', sentence: replaced(why, whole) });
    for (const listener of listeners) listener();
    return fresh;
  };

  const beginReplacing = (why: string) => {
    state.setState({ phase: 'replacing', sentence: beingReplaced(why) });
    running = replace(why);
    running.catch(fail);
  };

  const run = async (
    statements: readonly Statement[],
    options: ScriptOptions,
    isAgain = false,
  ): Promise<readonly Outcome[]> => {
    const { reset, limitMs = RUN_LIMIT_MS, signal } = options;
    const process = await ready().catch((error: unknown) => {
      throw new DatabaseUnavailable(whyFailed(error), { cause: error });
    });
    if (signal?.aborted) throw new ScriptEnded('It was stopped before it began.', { why: 'stopped' });
    const stop = () => process.stop();
    signal?.addEventListener('abort', stop);
    try {
      return answerOf(await process.call((service) => service.run(statements, { reset }), limitMs));
    } catch (error) {
      process.stop();
      if (isSpoilt(error) && !isAgain) {
        beginReplacing(SPOILT);
        return await run(statements, options, true);
      }
      const reason = error instanceof WorkerKilled ? error.reason : 'died';
      const why = whyStopped(reason, limitMs);
      beginReplacing(why);
      throw new ScriptEnded(`${why}.`, { why: reason === 'deadline' ? 'overdue' : reason, cause: error });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  };

  return {
    state,
    interest: () => {
      if (state.getState().phase === 'absent' && mayStart()) tools.whenIdle(start);
    },
    start,
    runScript: (statements, options) => {
      const outcomes = last.then(() => run(statements, options));
      last = outcomes.catch(() => undefined);
      return outcomes;
    },
    remember: (statements) => {
      remembered = statements;
    },
    onReplaced: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dismiss: () => state.setState({ sentence: null }),
  };
}

/** Resolves once a person has asked for the database. */
const phaseAfterWaiting = ({ subscribe }: StoreApi<DatabaseState>): Promise<void> =>
  new Promise((resolve) => {
    const end = subscribe(({ phase }) => {
      if (phase === 'waiting') return;
      end();
      resolve();
    });
  });

/** What ran before has left it so; by name, since a worker's boundary keeps no class. */
const isSpoilt = (error: unknown): boolean => error instanceof Error && error.name === 'DatabaseSpoilt';

function answerOf<Value>(report: Report<Value>): Value {
  if (!report.alive) throw Object.assign(new Error(report.error.message), report.error);
  return report.value;
}
