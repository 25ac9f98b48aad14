// What is done to the run on the stage. Nothing is patched: each deed is one command more, or less, of a whole run.
import type { Command } from '@/lib/sim/scenario/scenario';
import { emptyRun } from './empty-run';
import type { StageStore } from './stage';
import {
  beside,
  branchOf,
  homeOf,
  inOrder,
  insertAfter,
  insertBefore,
  parted,
  wholeMicros,
} from './stage-branches';
import type { Inputs } from './stage-computing';
import type { Core } from './stage-core';

const FOUND = 'This is a schedule that the checker found, without clocks. Go back to a run to do something.';

/** Deeds: at or after what was seen the run goes on; before it they make a run of their own. */
export const acting = (core: Core): Pick<StageStore, 'act'> => ({
  act: (deed, asked) => {
    const { state, computing, awaited, refuse } = core;
    const { branches, shown, time, playing } = state.getState();
    const branch = branchOf(branches, shown);
    const inputs = computing.wantedOf(shown);
    if (inputs === undefined) return refuse(FOUND);
    const at = wholeMicros(asked ?? time);
    const isPast = at < wholeMicros(Math.max(branch.seen, time));
    const command: Command = { at, ...deed };
    // A fork begins where it parts. Whoever steps sees what was done there; whoever plays comes to see it.
    const isHere = isPast ? at <= wholeMicros(time) : at === wholeMicros(time);
    if (isPast) {
      if (!fork(core, withMore(inputs, insertBefore(inputs.commands, command)), at)) return;
    } else {
      core.put({ branches: parted(branches, shown, at) });
      computing.want(shown, withMore(inputs, insertAfter(inputs.commands, command)));
    }
    if (isHere && !playing) awaited.add();
  },
});

const withMore = ({ scenario }: Inputs, commands: readonly Command[]): Inputs => ({ scenario, commands });

/** A run like the shown one but for one command, in its place on the stage. False if there is no room for it. */
function fork({ state, put, computing, awaited, another }: Core, inputs: Inputs, at: number): boolean {
  const { branches, shown, time } = state.getState();
  const { run } = branchOf(branches, shown);
  const seen = Math.min(time, at);
  const branch = another({ run, from: { of: shown, at }, seen });
  if (branch === null) return false;
  awaited.clear();
  put({ branches: [...branches, branch], shown: branch.id, time: seen });
  computing.fork(branch.id, shown, inputs);
  return true;
}

type Editing = Pick<StageStore, 'withdraw' | 'move' | 'begin' | 'startOver' | 'stop'>;

/** What changes a run in place: placed faults, its scenario, its whole past. */
export function editing(core: Core): Editing {
  const { state, put, computing } = core;
  /** Another list of commands, in which the one at a place of the shown run is another, or none. */
  const edit = (place: number, others: (command: Command) => readonly Command[]) => {
    const { branches, shown } = state.getState();
    const wanted = computing.wantedOf(shown);
    const command = computing.heldOf(shown)?.commands[place];
    if (wanted === undefined || command === undefined || !wanted.commands.includes(command)) return;
    const instead = others(command);
    const commands = inOrder([...wanted.commands.filter((one) => one !== command), ...instead]);
    put({ branches: parted(branches, shown, Math.min(...[command, ...instead].map(({ at }) => at))) });
    computing.wantInstead(shown, { ...wanted, commands });
  };
  return {
    withdraw: (place) => edit(place, () => []),
    move: (place, at) => edit(place, (command) => [{ ...command, at: wholeMicros(at) }]),
    begin: (scenario, commands) => {
      const home = homeIn(core);
      if (home === null) return beginBeside(core, { scenario, commands: inOrder(commands ?? []) });
      const kept = computing.wantedOf(home)?.commands ?? [];
      put({
        ...beside(state.getState(), home),
        branches: parted(state.getState().branches, home, Number.NEGATIVE_INFINITY),
      });
      computing.wantInstead(home, { scenario, commands: commands === undefined ? kept : inOrder(commands) });
    },
    startOver: () => {
      const { trace } = state.getState();
      core.restart(computing.wantedOf(homeIn(core) ?? 0)?.scenario ?? trace.scenario);
    },
    stop: () => {
      if (computing.stop()) state.setState({ work: { at: 'stopped' } });
    },
  };
}

const homeIn = ({ state }: Core): number | null => homeOf(state.getState())?.id ?? null;

/** Found schedules alone are left: a run joins them. */
function beginBeside({ state, put, computing, another }: Core, inputs: Inputs): void {
  const branch = another({ run: emptyRun(inputs), from: null, seen: 0 });
  if (branch === null) return;
  put({ branches: [...state.getState().branches, branch], shown: branch.id, compared: null, time: 0 });
  computing.begin(branch.id, inputs);
}
