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
export function lifeOf(trace: Trace, event: number): readonly number[] {
  const { codes, length } = trace;
  const several = severalIn(trace);
  const alone = placesOf(codes.event, event, length).filter((place) => !isSeveral(codes, place));
  const among = placesOf(codes.lists, event, codes.lists.length).flatMap((item) => {
    const place = several[lastBefore(several, codes, item)] ?? -1;
    // Behind the events of a step stand their rows.
    return place >= 0 && item < at(codes.event, place) + at(codes.value, place) ? [place] : [];
  });
  return [...alone, ...among].toSorted((one, other) => one - other);
}

/** Where a number stands in a column. Searched by the engine itself: columns are a million long. */
function placesOf(column: Uint8Array | Int32Array, number: number, length: number): number[] {
  const places: number[] = [];
  for (
    let place = column.indexOf(number);
    place >= 0 && place < length;
    place = column.indexOf(number, place + 1)
  )
    places.push(place);
  return places;
}

function isSeveral({ kind, value }: Trace['codes'], place: number): boolean {
  return at(kind, place) === KIND.polled || (at(kind, place) === KIND.marked && at(value, place) > 0);
}

const found = new WeakMap<Trace, Int32Array>();

/** The places of the steps that are about several events; looked for once. */
function severalIn(trace: Trace): Int32Array {
  const known = found.get(trace);
  if (known !== undefined) return known;
  const { codes, length } = trace;
  const places = [KIND.polled, KIND.marked]
    .flatMap((kind) => placesOf(codes.kind, kind, length))
    .filter((place) => isSeveral(codes, place) && at(codes.value, place) > 0);
  const several = Int32Array.from(places).sort();
  found.set(trace, several);
  return several;
}

/** Which of these steps has the item in its list: the last that begins at or before it. */
function lastBefore(several: Int32Array, codes: Trace['codes'], item: number): number {
  let low = 0;
  let high = several.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(codes.event, at(several, middle)) <= item) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
