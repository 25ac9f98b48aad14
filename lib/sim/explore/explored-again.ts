// The exploration that was handed over as plain values, with its trace again.
import type { Action } from '../actions';
import { type Plan, type Processes, planOf } from '../plan';
import type { Remembered } from '../process/remembered';
import type { Scenario } from '../scenario/scenario';
import { traceOf } from '../trace';
import type { Exploration } from './explore';
import type { Explored } from './explored';

/** `again` makes a learner's process do what is remembered of it; null where none can have taken part: such a page need not carry the rules for one. */
export function explorationOf(
  scenario: Scenario,
  { path, remembered, ...explored }: Explored,
  again: ((remembered: Remembered) => Processes) | null,
): Exploration {
  if (path === null) return { ...explored, trace: null };
  const plan = planOf(scenario, false, [], remembered && again?.(remembered));
  return { ...explored, trace: traceOf(plan, actionsAt(plan, path)) };
}

const actionsAt = ({ actions }: Plan, path: readonly number[]): readonly Action[] =>
  path.map((slot) => actions[slot] as Action);
