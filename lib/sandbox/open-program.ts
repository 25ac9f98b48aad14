// A learner's program as a process of the simulator: each history is answered by running the round anew.
import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Process, Seen } from '@/lib/sim/process/process';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { guardOf } from './guard';
import { PROGRAM_LIMITS, type ProgramLimits } from './limits';
import { bootQuickJs } from './quickjs';
import { RoundRun } from './round-run';

export interface OpenProgram {
  readonly process: Process;
  /** Rounds that were run from their beginning, and milliseconds in the sandbox. For figures. */
  readonly figures: () => { readonly rounds: number; readonly ms: number };
  /** Gives back what it holds. It can be asked no more. */
  readonly close: () => void;
}

/**
 * Opens one exported round, as JavaScript. The scenario says which ids its rows have. Each run has fresh globals, so that nothing is kept from round to round. The
 * last run stays alive, and a history that goes on from there does not begin anew.
 */
export async function openProgram(
  code: string,
  scenario: Scenario,
  limits: ProgramLimits = PROGRAM_LIMITS,
): Promise<OpenProgram> {
  const quickJs = await bootQuickJs();
  return programIn(quickJs, code, scenario, limits);
}

function programIn(
  quickJs: QuickJSWASMModule,
  code: string,
  scenario: Scenario,
  limits: ProgramLimits,
): OpenProgram {
  const start = quickJs.getWasmMemory().buffer.byteLength;
  let last: RoundRun | null = null;
  let rounds = 0;
  let ms = 0;

  const drop = (): void => {
    last?.end();
    last = null;
  };

  const runFor = (history: readonly Seen[]): RoundRun => {
    if (last !== null && goesOn(last.history, history)) return last;
    drop();
    rounds += 1;
    last = new RoundRun(quickJs, guardOf(quickJs, start, limits), limits.stack, scenario);
    last.begin(code, history[0]);
    return last;
  };

  const next = (history: readonly Seen[]) => {
    const begun = performance.now();
    try {
      const run = runFor(history);
      for (const seen of history.slice(run.history.length)) if ('call' in seen) run.see(seen);
      return run.turn();
    } catch (error) {
      // A run that was stopped can be told nothing more.
      last = null;
      throw error;
    } finally {
      ms += performance.now() - begun;
    }
  };

  return { process: { next }, figures: () => ({ rounds, ms }), close: drop };
}

const goesOn = (before: readonly Seen[], history: readonly Seen[]): boolean =>
  before.length <= history.length &&
  before.every((seen, place) => JSON.stringify(seen) === JSON.stringify(history[place]));
