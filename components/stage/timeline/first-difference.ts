// Where two runs part: the first step that is not the same in both, found in their codes.
import { at } from '@/lib/sim/columns';
import type { Millis } from '@/lib/sim/scenario/scenario';
import { KIND } from '@/lib/sim/step';
import { seconds } from '@/lib/sim/tell/clock';
import { wordsAt } from '@/lib/sim/tell/telling';
import { stepAt, type Trace } from '@/lib/sim/trace';

export interface Difference {
  /** How many steps are the same in both. */
  readonly place: number;
  /** When the first one happens that is not. */
  readonly at: Millis;
  /** Which of the two it happens in: the other does something else, later or at the same time. */
  readonly in: 'first' | 'second' | 'both';
}

/** Null where the two are the same from beginning to end. */
export function firstDifference(a: Trace, b: Trace): Difference | null {
  const shorter = Math.min(a.length, b.length);
  let place = 0;
  while (place < shorter && isSame(a, b, place)) place += 1;
  if (place === a.length && place === b.length) return null;
  const [first, second] = [timeOf(a, place), timeOf(b, place)];
  const where = first < second ? 'first' : 'second';
  return { place, at: Math.min(first, second), in: first === second ? 'both' : where };
}

const timeOf = (trace: Trace, place: number): Millis =>
  place < trace.length ? stepAt(trace, place).at : Number.POSITIVE_INFINITY;

/** As long as all before are the same, so are the places in `lists` that the codes name. */
function isSame(a: Trace, b: Trace, place: number): boolean {
  const [one, other] = [a.codes, b.codes];
  return (
    one.at[place] === other.at[place] &&
    one.kind[place] === other.kind[place] &&
    a.actors[at(one.actor, place)] === b.actors[at(other.actor, place)] &&
    one.event[place] === other.event[place] &&
    one.row[place] === other.row[place] &&
    one.value[place] === other.value[place] &&
    one.dedup[place] === other.dedup[place] &&
    hasSameList(a, b, place)
  );
}

function hasSameList({ codes: one }: Trace, { codes: other }: Trace, place: number): boolean {
  const kind = one.kind[place];
  const value = at(one.value, place);
  if (!(kind === KIND.polled || (kind === KIND.marked && value > 0))) return true;
  const from = at(one.event, place);
  for (let index = from; index < from + 2 * value; index += 1) {
    if (one.lists[index] !== other.lists[index]) return false;
  }
  return true;
}

interface Named {
  readonly title: string;
  readonly trace: Trace;
}

/** Where they part, in words: what happens there, and in which of them. */
export function differenceWords(difference: Difference | null, first: Named, second: Named): string {
  if (difference === null) return `${first.title} and ${second.title} are the same, step by step.`;
  const { place, at: moment } = difference;
  const happens = ({ title, trace }: Named) => `In ${title}: ${wordsAt(trace, place).replaceAll('`', '')}`;
  const told = {
    first: () => happens(first),
    second: () => happens(second),
    both: () => `${happens(first)} ${happens(second)}`,
  }[difference.in]();
  const until = place === 0 ? 'They differ from the start.' : `They are the same until ${seconds(moment)} s.`;
  return `${until} ${told}`;
}
