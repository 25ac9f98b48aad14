// The copies of events that the broker took, and what each group made of them.
import { at } from '../columns';
import type { Millis } from '../scenario/scenario';
import { stepAt, type Trace } from '../trace';
import { follow } from './follow';
import { beginPassage, type Handling, type Outcome } from './passage';

export type { Handling, Outcome } from './passage';

/** One copy of an event; `outcomes` and `handlings` have an entry for each group. */
export interface CopyView {
  readonly event: number;
  /** 1 for the first; 2 and above are duplicates, or dead letters that were sent once more. */
  readonly copy: number;
  /** The event's row in the outbox, by its `id`. */
  readonly row: number;
  /** When the broker took it. */
  readonly takenAt: Millis;
  /** What the group made of it: a later skip of the same copy changes nothing. Null until it has handled it. */
  readonly outcomes: readonly (Outcome | 'unwanted' | null)[];
  /** Each time that the group handled it, in order. */
  readonly handlings: readonly (readonly Handling[])[];
}

/** The copies after so many steps of a trace, in the order in which the broker took them. */
export function copiesBy(trace: Trace, count: number): readonly CopyView[] {
  const passage = beginPassage(trace);
  for (let place = 0; place < count; place += 1) {
    follow(passage, stepAt(trace, place), at(trace.codes.actor, place));
  }
  return passage.copies.map(({ owed: _, ...copy }) => copy);
}
