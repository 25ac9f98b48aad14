// The copies of one event: what became of each is followed through the steps about it, and through those few that
// are about everything a consumer or the broker holds.
import { at } from '@/lib/sim/columns';
import type { CopyView } from '@/lib/sim/look/copies';
import { follow } from '@/lib/sim/look/follow';
import { beginPassage } from '@/lib/sim/look/passage';
import { KIND } from '@/lib/sim/step';
import { stepAt, type Trace } from '@/lib/sim/trace';

const ABOUT_ALL: readonly number[] = [
  KIND.redriven,
  KIND.replayed,
  KIND['broker-down'],
  KIND['broker-restarted'],
  KIND['consumer-crashed'],
];

/** The places of all steps that matter to an event with this life, in their order. */
export function placesFor({ codes, length }: Trace, life: readonly number[]): readonly number[] {
  const first = life[0] ?? length;
  const others: number[] = [];
  for (const kind of ABOUT_ALL) {
    for (
      let place = codes.kind.indexOf(kind, first);
      isIn(place, length);
      place = codes.kind.indexOf(kind, place + 1)
    )
      others.push(place);
  }
  return [...new Set([...life, ...others])].sort((one, other) => one - other);
}

const isIn = (place: number, length: number): boolean => place >= 0 && place < length;

/** The copies after these steps, in the order in which the broker took them. */
export function copiesAfter(trace: Trace, event: number, places: readonly number[]): readonly CopyView[] {
  const passage = beginPassage(trace);
  for (const place of places) follow(passage, stepAt(trace, place), at(trace.codes.actor, place));
  return passage.byEvent[event] ?? [];
}

/** How many of these places come before another. */
export function countBefore(places: readonly number[], place: number): number {
  const after = places.findIndex((one) => one >= place);
  return after === -1 ? places.length : after;
}
