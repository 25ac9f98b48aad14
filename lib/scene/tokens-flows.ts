// Streams of messages, where there are too many to be told apart: how many a second on each way.
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Flights } from './flights';
import { FLIGHT_KINDS, FLIGHT_MEANINGS, type FlightMeaning, WAYS, type Way } from './flights-kinds';
import { firstAfter, TALLIED } from './flights-order';
import type { Layout } from './layout';
import { type Line, laneLine, stretchOf } from './tokens-lines';

/** A stream of messages on one way. */
export interface Flow {
  readonly way: Way;
  readonly meaning: FlightMeaning;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** Messages a second. */
  readonly rate: number;
}

/** Rates are counted over so long, or less where the run goes by slowly. */
const WINDOW: Millis = 500;

/** At the start of a run there is less to count over, and not too little. */
const LEAST_WINDOW: Millis = 20;

/** What left shortly before this time, by way and meaning, from lane to lane. */
export function flowsAt(
  flights: Flights,
  layout: Layout,
  time: Millis,
  window: Millis = WINDOW,
): readonly Flow[] {
  const over = Math.max(LEAST_WINDOW, Math.min(WINDOW, window, time));
  const counts = departures(flights, firstAfter(flights.from, time - over), firstAfter(flights.from, time));
  const seconds = over / 1000;
  const streams = [...counts.entries()].flatMap(([kind, count]) => {
    const way = WAYS[Math.floor(kind / FLIGHT_MEANINGS.length)] as Way;
    const meaning = FLIGHT_MEANINGS[kind % FLIGHT_MEANINGS.length] as FlightMeaning;
    const line = count === 0 ? null : laneLine(layout, way);
    return line === null ? [] : [{ way, meaning, line, rate: count / seconds }];
  });
  return streams.map((stream) => {
    const beside = streams.filter(({ way }) => stretchOf(way) === stretchOf(stream.way));
    return flowOf(stream, beside.indexOf(stream), beside.length);
  });
}

/** How many of each kind are among the flights from one place up to another. */
export function departures(flights: Flights, from: number, to: number): Int32Array {
  const counts = countsBefore(flights, to);
  const before = countsBefore(flights, from);
  for (let kind = 0; kind < FLIGHT_KINDS; kind += 1) {
    counts[kind] = (counts[kind] as number) - (before[kind] as number);
  }
  return counts;
}

function countsBefore({ tally, way, meaning }: Flights, place: number): Int32Array {
  const known = Math.floor(place / TALLIED);
  const counts = tally.slice(known * FLIGHT_KINDS, (known + 1) * FLIGHT_KINDS);
  for (let one = known * TALLIED; one < place; one += 1) {
    const kind = (way[one] as number) * FLIGHT_MEANINGS.length + (meaning[one] as number);
    counts[kind] = (counts[kind] as number) + 1;
  }
  return counts;
}

/** Between the middles of two streams, in pixels: one above the other, or side by side, each with its words. */
const APART = { x: 42, y: 150 };

interface Stream {
  readonly way: Way;
  readonly meaning: FlightMeaning;
  readonly line: Line;
  readonly rate: number;
}

/** Streams between the same two lanes lie side by side. */
function flowOf({ way, meaning, line, rate }: Stream, index: number, count: number): Flow {
  const aside = (index - (count - 1) / 2) * APART[line.along];
  const start = (line.from.low + line.from.high) / 2 + aside;
  const end = (line.to.low + line.to.high) / 2 + aside;
  return line.along === 'x'
    ? { way, meaning, fromX: line.from.at, fromY: start, toX: line.to.at, toY: end, rate }
    : { way, meaning, fromX: start, fromY: line.from.at, toX: end, toY: line.to.at, rate };
}
