// Where there are too many states to see them all: schedules by chance, one after the other.
import { nextBelow, seeded } from '@/lib/shared/random';
import type { Action } from '../actions';
import { brokenAtRest, brokenIn } from '../invariants';
import type { Plan } from '../plan';
import { apply, enabled, isThreat } from '../rules';
import type { Invariant } from '../scenario/scenario';
import { begin, restore } from '../world';

/** Something goes wrong at one moment in so many at which it could: else the budgets would be spent at once. */
const CALM = 8;

export interface Sampling {
  /** Schedules that were followed to their end, or to what breaks. */
  readonly schedules: number;
  readonly invariant: Invariant | null;
  /** The actions of the last schedule. */
  readonly path: readonly Action[];
  /** Takes so many steps more. Null: there is more to try. */
  readonly advance: (count: number) => 'sampled' | 'broken' | null;
}

/** So many schedules, or as many as go into so many steps. Same plan, same schedules. */
export function createSampling(plan: Plan, schedules: number, steps: number): Sampling {
  const world = begin(plan);
  const first = begin(plan);
  const random = seeded(plan.scenario.seed);
  let ended = 0;
  let taken = 0;
  let invariant: Invariant | null = null;
  let path: Action[] = [];

  const oneOf = (actions: readonly Action[]): Action => actions[nextBelow(random, actions.length)] as Action;

  const choose = (usual: readonly Action[], threats: readonly Action[]): Action => {
    const goesWrong = threats.length > 0 && (usual.length === 0 || nextBelow(random, CALM) === 0);
    return oneOf(goesWrong ? threats : usual);
  };

  /** One action more; false at the end of a schedule. */
  const move = (): boolean => {
    const all = enabled(world);
    const usual = all.filter((action) => !isThreat(action));
    invariant = usual.length === 0 ? brokenAtRest(world) : brokenIn(world);
    if (all.length === 0 || invariant !== null) return false;
    const action = choose(
      usual,
      all.filter((one) => isThreat(one)),
    );
    apply(world, action);
    path.push(action);
    taken += 1;
    return true;
  };

  return {
    get schedules() {
      return ended;
    },
    get invariant() {
      return invariant;
    },
    get path() {
      return path;
    },
    advance(count) {
      for (let step = 0; step < count; step += 1) {
        if (move()) {
          if (taken >= steps) return 'sampled';
          continue;
        }
        ended += 1;
        if (invariant !== null) return 'broken';
        if (ended === schedules) return 'sampled';
        restore(world, first);
        path = [];
      }
      return null;
    },
  };
}
