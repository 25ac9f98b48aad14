// Where everything is that travels at a moment: one token for each, or flows where there are too many to be told apart.
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Flights } from './flights';
import { COURSE, FLIGHT_MEANINGS, type FlightMeaning, WAYS, type Way } from './flights-kinds';
import { firstAfter } from './flights-order';
import type { Layout } from './layout';
import { type Flow, flowsAt } from './tokens-flows';
import { labelOf } from './tokens-labels';
import { type Gap, type Line, lineFor, pointOn } from './tokens-lines';

/** Above so many at once, tokens become flows. */
export const MOST_TOKENS = 400;

/** Above so many at once, nobody could read the words. */
export const MOST_LABELS = 24;

export interface Token {
  readonly x: number;
  readonly y: number;
  readonly way: Way;
  readonly meaning: FlightMeaning;
  readonly event: number;
  readonly copy: number;
  /** `3`, `3 again`, `confirm 3`; empty where there are too many for words. */
  readonly label: string;
  /** From 1 down to 0, for one that fades. */
  readonly opacity: number;
  /** The place of its flight. */
  readonly flight: number;
  /** Where its words can stand without covering a box. */
  readonly gap: Gap;
}

export type { Flow };

export type Traffic =
  | { readonly as: 'tokens'; readonly tokens: readonly Token[] }
  | {
      readonly as: 'flows';
      readonly flows: readonly Flow[] /** About how many are on their way. */;
      readonly count: number;
    };

/**
 * What is on its way at a time, in a layout; what leaves or arrives at this very moment as well. `passing`: how much of
 * the run goes by while a person looks once. What comes and goes within it could not be seen, and is a flow if it is
 * much.
 */
export function trafficAt(flights: Flights, layout: Layout, time: Millis, passing: Millis = 0): Traffic {
  const end = firstAfter(flights.from, time);
  const passed = passing === 0 ? 0 : end - firstAfter(flights.from, time - passing);
  if (passed > MOST_TOKENS) {
    const flows = flowsAt(flights, layout, time, 2 * passing);
    return {
      as: 'flows',
      flows,
      count: aboutAloft(flights, firstAfter(flights.from, time - flights.longest - 1), end, time),
    };
  }
  const aloft: number[] = [];
  for (let place = firstAfter(flights.from, time - flights.longest - 1); place < end; place += 1) {
    if ((flights.to[place] as number) < time) continue;
    aloft.push(place);
    if (aloft.length <= MOST_TOKENS) continue;
    const count = aloft.length + aboutAloft(flights, place + 1, end, time);
    return { as: 'flows', flows: flowsAt(flights, layout, time), count };
  }
  return { as: 'tokens', tokens: tokensOf(flights, layout, time, aloft) };
}

/** So many are looked at one by one; of more, every second one, or every third. */
const LOOKED_AT = 8192;

/** How many of those from one place up to another are still on their way. */
function aboutAloft({ to }: Flights, from: number, end: number, time: Millis): number {
  const each = Math.max(1, Math.ceil((end - from) / LOOKED_AT));
  let count = 0;
  for (let place = from; place < end; place += each) if ((to[place] as number) >= time) count += each;
  return count;
}

function tokensOf(
  flights: Flights,
  layout: Layout,
  time: Millis,
  aloft: readonly number[],
): readonly Token[] {
  const lines = new Map<number, Line | null>();
  const worded = aloft.length <= MOST_LABELS;
  const tokens: Token[] = [];
  for (const place of aloft) {
    const line = lineFor(lines, flights, layout, place);
    if (line !== null) tokens.push(tokenOf(flights, line, place, time, worded));
  }
  return tokens;
}

function tokenOf(flights: Flights, line: Line, place: number, time: Millis, worded: boolean): Token {
  const share = shareOf(flights, place, time);
  const way = WAYS[flights.way[place] as number] as Way;
  const event = flights.event[place] as number;
  const { x, y } = pointOn(line, positionOf(flights, place, share), event);
  // Spelled out: a spread here takes ten times as long, in every frame.
  return {
    x,
    y,
    way,
    meaning: FLIGHT_MEANINGS[flights.meaning[place] as number] as FlightMeaning,
    event,
    copy: flights.copy[place] as number,
    label: worded ? labelOf(flights, place) : '',
    opacity: flights.course[place] === COURSE.fades ? 1 - share * share : 1,
    flight: place,
    gap: line.gap,
  };
}

/** How much of its time is behind it. */
function shareOf({ from, to }: Flights, place: number, time: Millis): number {
  const left = from[place] as number;
  const takes = (to[place] as number) - left;
  return takes > 0 ? Math.min(1, Math.max(0, (time - left) / takes)) : 1;
}

/** How much of the way is behind it, from 0 to 1. */
function positionOf({ start, reach, course }: Flights, place: number, share: number): number {
  const first = (start[place] as number) / 100;
  const last = (reach[place] as number) / 100;
  const gone = course[place] === COURSE.back ? 1 - Math.abs(2 * share - 1) : share;
  return first + (last - first) * eased(gone);
}

/** A little slower where it sets out and where it arrives. */
const eased = (share: number): number => (share + share * share * (3 - 2 * share)) / 2;
