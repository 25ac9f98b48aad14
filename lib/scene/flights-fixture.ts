// Flights in one line each, for tests: `100–142 write 1`, what they mean where they mean something, how they end.
import type { Scenario } from '@/lib/sim/scenario/scenario';
import { type Sketch, scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { commands } from '@/lib/sim/tell/notation';
import { run, type Trace } from '@/lib/sim/trace';
import { type Flights, flightsOf } from './flights';
import { COURSE, FLIGHT_MEANINGS, WAYS } from './flights-kinds';

/** The flights of a run in which nobody orders by themselves; those of some ways only, if any are named. */
export const flown = (sketch: Sketch<Scenario>, done = '', ...ways: readonly string[]): readonly string[] =>
  linesOf(
    run(scenarioOf({ ...sketch, workload: { orders: 0, ...sketch.workload } }), commands(done)),
    ...ways,
  );

export function linesOf(trace: Trace, ...ways: readonly string[]): readonly string[] {
  const flights = flightsOf(trace);
  return Array.from({ length: flights.length }, (_, place) => place)
    .filter((place) => ways.length === 0 || ways.includes(WAYS[flights.way[place] as number] as string))
    .map((place) => lineOf(flights, place, trace));
}

function lineOf(flights: Flights, place: number, { actors }: Trace): string {
  const meaning = FLIGHT_MEANINGS[flights.meaning[place] as number] as string;
  const copy = flights.copy[place] as number;
  return [
    `${Math.round(flights.from[place] as number)}–${Math.round(flights.to[place] as number)}`,
    WAYS[flights.way[place] as number],
    copy > 1 ? `${flights.event[place]}/${copy}` : flights.event[place],
    actors[flights.actor[place] as number],
    ...(meaning === 'quiet' ? [] : [meaning]),
    ...courseOf(flights, place),
  ].join(' ');
}

function courseOf(flights: Flights, place: number): readonly string[] {
  const reach = flights.reach[place] as number;
  switch (flights.course[place]) {
    case COURSE.back:
      return [`and back from ${reach}%`];
    case COURSE.fades:
      return [`fades at ${reach}%`];
    default:
      return reach === 100 ? [] : [`to ${reach}%`];
  }
}
