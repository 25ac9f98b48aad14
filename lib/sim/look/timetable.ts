// When what may happen next is due, for whoever looks at a world and must leave it as it is.

import type { Action } from '../actions';
import { timeAt } from '../columns';
import { earliest } from '../run';
import type { Millis } from '../scenario/scenario';
import { copy, type World } from '../world';

/** From when to when something takes place. */
export interface Span {
  readonly since: Millis;
  readonly dueAt: Millis;
}

/** Of an action of somebody: since when it is to happen, and when it will. Null if it may not, or time is erased. */
export type Timetable = (what: Action['do'], who: number) => Span | null;

/** Due times are drawn by chance as a run goes on, so they are asked of a copy: the world itself draws its own. */
export function createTimetable(world: World): Timetable {
  if (!world.plan.timed) return () => null;
  const { plan, times } = ahead(world);
  return (what, who) => {
    const action = plan.actions.find((other) => other.do === what && other.who === who);
    const due = action === undefined ? Number.POSITIVE_INFINITY : timeAt(times.due, action.slot);
    if (action === undefined || due === Number.POSITIVE_INFINITY) return null;
    return { since: timeAt(times.since, action.slot) / 1000, dueAt: due / 1000 };
  };
}

function ahead(world: World): World {
  const twin = copy(world);
  earliest(twin);
  return twin;
}
