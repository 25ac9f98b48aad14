// From the states that an exploration found to the actions that lead through them.
import type { Action } from '../actions';
import type { Plan } from '../plan';
import { apply, enabled } from '../rules';
import { begin, restore } from '../world';
import { createSorter } from './symmetry';

/**
 * Actions that lead through these states from the beginning on. A state stands for all that differ in nothing but
 * which of two relays is which, so the actions are found by trying; relays keep who they are.
 */
export function pathThrough(plan: Plan, [, ...chain]: readonly Int32Array[]): readonly Action[] {
  const world = begin(plan);
  const trial = begin(plan);
  const sort = createSorter(trial);
  const words = new Int32Array(trial.state.buffer);
  const leadsTo = (action: Action, state: Int32Array): boolean => {
    restore(trial, world);
    apply(trial, action);
    sort();
    return state.every((word, index) => word === words[index]);
  };
  return chain.map((state) => {
    const action = enabled(world).find((candidate) => leadsTo(candidate, state));
    if (action === undefined) throw new Error('No action leads to the next state of the counterexample.');
    apply(world, action);
    return action;
  });
}
