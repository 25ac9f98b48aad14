// What stands beside a token: the event's number, and what else there is to say in a word.
import type { Flights } from './flights';
import { COURSE, MEANS, WAY } from './flights-kinds';

/** `3`, `3 again`, `3 lost`, `row 5`, `confirm 3`. */
export function labelOf(flights: Flights, place: number): string {
  const words = subjectOf(flights, place);
  const meaning = flights.meaning[place];
  if (flights.course[place] === COURSE.back) return `${words} ${turnOf(flights.way[place] as number)}`;
  if (meaning === MEANS.lost) return `${words} lost`;
  return meaning === MEANS.duplicate ? `${words} again` : words;
}

/** Rows by the number that stands in the table, messages by their event. */
function subjectOf({ way, event, row, meaning }: Flights, place: number): string {
  const number = event[place] as number;
  switch (way[place]) {
    case WAY.write:
    case WAY.fetch:
      return `row ${row[place] || number}`;
    case WAY.mark:
      return `mark ${row[place] || number}`;
    case WAY.confirm:
      return `confirm ${number}`;
    case WAY.ack:
      return meaning[place] === MEANS.quiet ? `ack ${number}` : `${number} later`;
    default:
      return String(number);
  }
}

/** Why it turns round. */
const turnOf = (way: number): string => (way === WAY.write ? 'rolled back' : 'refused');
