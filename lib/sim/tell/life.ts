// One event's way through a trace.
import { at } from '../columns';
import { mint } from '../event';
import type { Scenario } from '../scenario/scenario';
import { KIND, type Step } from '../step';
import type { Trace } from '../trace';

/** The UUID that joins all the steps that one request brought about; null for a step about no event or several. */
export const correlationOf = (
  { event }: Pick<Step, 'event'>,
  { seed, workload }: Pick<Scenario, 'seed' | 'workload'>,
): string | null => (event === 0 ? null : mint(seed, event, workload.aggregates).correlation);

/** The places of all steps about an event, in their order; those of polls and marks that it was one of among them. */
export function lifeOf({ codes, length }: Trace, event: number): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < length; place += 1) if (isAbout(codes, place, event)) places.push(place);
  return places;
}

function isAbout(codes: Trace['codes'], place: number, event: number): boolean {
  const kind = at(codes.kind, place);
  const count = kind === KIND.polled || kind === KIND.marked ? at(codes.value, place) : 0;
  const from = at(codes.event, place);
  if (kind !== KIND.polled && count === 0) return from === event;
  for (let item = from; item < from + count; item += 1) if (at(codes.lists, item) === event) return true;
  return false;
}
