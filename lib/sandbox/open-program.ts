// A learner's program as a process of the simulator: each history is answered by running the round anew.
import type { QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Process, Seen } from '@/lib/sim/process/process';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { guardOf } from './guard';
import { PROGRAM_LIMITS, type ProgramLimits } from './limits';
import { bootQuickJs, leaveQuickJs } from './quickjs';
import { RoundRun } from './round-run';

export interface OpenProgram {
  readonly process: Process;
  /** Rounds that were run from their beginning, and milliseconds in the sandbox. For figures. */
  readonly figures: () => { readonly rounds: number; readonly ms: number };
  /** Gives back what it holds. It can be asked no more. */
  readonly close: () => void;
}

/** Runs that stay alive, each where its answers have brought it. */
const MOST_ALIVE = 24;

interface Alive {
  /** What it has seen, as text: the histories that go on from there begin with it. */
  key: string;
  readonly run: RoundRun;
}

/**
 * Opens one exported round, as JavaScript. The scenario says which ids its rows have. Each run has fresh globals, so
 * that nothing is kept from round to round. The last runs stay alive, and a history that goes on from where one of them
 * stands does not begin anew.
 */
export async function openProgram(
  code: string,
  scenario: Scenario,
  limits: ProgramLimits = PROGRAM_LIMITS,
): Promise<OpenProgram> {
  return programIn(await bootQuickJs(), code, scenario, limits);
}

function programIn(
  quickJs: QuickJSWASMModule,
  code: string,
  scenario: Scenario,
  limits: ProgramLimits,
): OpenProgram {
  /** The one that was asked last is the last. */
  const alive: Alive[] = [];
  let rounds = 0;
  let ms = 0;

  const beginFor = (history: readonly Seen[]): Alive => {
    rounds += 1;
    const run = new RoundRun(quickJs, guardOf(quickJs, limits), limits.stack, scenario);
    run.begin(code, history[0]);
    if (alive.length >= MOST_ALIVE) alive.shift()?.run.end();
    return { key: keyOf(run.history), run };
  };

  /** The furthest of those that stand on the way, taken out of the others. */
  const takeFor = (key: string): Alive | null => {
    const on = alive.filter((each) => key.startsWith(each.key));
    const furthest = on.reduce<Alive | null>(
      (best, each) => (best !== null && best.key.length > each.key.length ? best : each),
      null,
    );
    if (furthest !== null) alive.splice(alive.indexOf(furthest), 1);
    return furthest;
  };

  const next = (history: readonly Seen[]) => {
    const begun = performance.now();
    try {
      const key = keyOf(history);
      const mine = takeFor(key) ?? beginFor(history);
      for (const seen of history.slice(mine.run.history.length)) if ('call' in seen) mine.run.see(seen);
      const turn = mine.run.turn();
      mine.key = key;
      alive.push(mine);
      return turn;
    } catch (error) {
      // What was ended in its midst can be told nothing more, and gives nothing back.
      leaveQuickJs();
      throw error;
    } finally {
      ms += performance.now() - begun;
    }
  };

  const close = (): void => {
    for (const { run } of alive.splice(0)) run.end();
  };

  return { process: { next }, figures: () => ({ rounds, ms }), close };
}

/** Two histories have the same beginning if, and only if, their keys have. */
const keyOf = (history: readonly Seen[]): string =>
  history.map((seen) => `${JSON.stringify(seen)}\n`).join('');
