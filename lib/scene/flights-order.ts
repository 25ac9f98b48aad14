// Puts flights in the order of their departures, in columns that are as long as there are flights.
import type { Flights } from './flights';
import type { Columns } from './flights-columns';
import { FLIGHT_KINDS, FLIGHT_MEANINGS } from './flights-kinds';
import type { Sky } from './flights-sky';

/** How many flights lie between two counts. */
export const TALLIED = 4096;

export function inOrder({ flights, plan }: Sky): Flights {
  const order = byDeparture(flights);
  const { length } = order;
  const way = taken(new Uint8Array(length), flights.way, order);
  const meaning = taken(new Uint8Array(length), flights.meaning, order);
  const from = inMillis(flights.from, order);
  const to = inMillis(flights.to, order);
  return {
    length,
    from,
    to,
    way,
    meaning,
    actor: taken(new Uint8Array(length), flights.actor, order),
    event: taken(new Int32Array(length), flights.event, order),
    copy: taken(new Int32Array(length), flights.copy, order),
    row: taken(new Int32Array(length), flights.row, order),
    lane: taken(new Uint8Array(length), flights.lane, order),
    start: taken(new Uint8Array(length), flights.start, order),
    reach: taken(new Uint8Array(length), flights.reach, order),
    course: taken(new Uint8Array(length), flights.course, order),
    longest: longestOf(from, to),
    tally: tallyOf(way, meaning),
    relays: plan.relays,
    groups: Uint8Array.from(plan.members, ({ index }) => index),
  };
}

const DIGITS = 2 ** 16;

/** The places of all flights by their departure, in whole microseconds: digit by digit, those of one moment as they came. */
function byDeparture({ from, length }: Columns): Int32Array {
  let order = new Int32Array(length);
  for (let place = 0; place < length; place += 1) order[place] = place;
  let other = new Int32Array(length);
  const digits = new Uint16Array(length);
  for (let unit = 1; takeDigits(from, unit, digits); unit *= DIGITS) {
    sortByDigit(digits, order, other);
    [order, other] = [other, order];
  }
  return order;
}

/** The digits of one unit; false where no departure comes up to it. */
function takeDigits(from: Float64Array, unit: number, digits: Uint16Array): boolean {
  let some = false;
  for (let place = 0; place < digits.length; place += 1) {
    const rest = Math.floor((from[place] as number) / unit);
    // Taken as whole numbers of 16 bits, what is above them falls away.
    digits[place] = rest;
    if (rest > 0) some = true;
  }
  return some;
}

function sortByDigit(digits: Uint16Array, order: Int32Array, into: Int32Array): void {
  const starts = new Int32Array(DIGITS + 1);
  for (const digit of digits) starts[digit + 1] = (starts[digit + 1] as number) + 1;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
  }
  for (const place of order) {
    const digit = digits[place] as number;
    const next = starts[digit] as number;
    starts[digit] = next + 1;
    into[next] = place;
  }
}

function taken<Column extends Uint8Array | Int32Array>(
  into: Column,
  column: Column,
  order: Int32Array,
): Column {
  for (let place = 0; place < order.length; place += 1) {
    into[place] = column[order[place] as number] as number;
  }
  return into;
}

function inMillis(micros: Float64Array, order: Int32Array): Float64Array {
  const millis = new Float64Array(order.length);
  for (let place = 0; place < order.length; place += 1) {
    millis[place] = (micros[order[place] as number] as number) / 1000;
  }
  return millis;
}

function longestOf(from: Float64Array, to: Float64Array): number {
  let longest = 0;
  for (let place = 0; place < from.length; place += 1) {
    longest = Math.max(longest, (to[place] as number) - (from[place] as number));
  }
  return longest;
}

/** Before every so many flights, how many of each kind had left. */
function tallyOf(way: Uint8Array, meaning: Uint8Array): Int32Array {
  const tally = new Int32Array((Math.floor(way.length / TALLIED) + 1) * FLIGHT_KINDS);
  const counts = new Int32Array(FLIGHT_KINDS);
  for (let place = 0; place < way.length; place += 1) {
    if (place % TALLIED === 0) tally.set(counts, (place / TALLIED) * FLIGHT_KINDS);
    const kind = (way[place] as number) * FLIGHT_MEANINGS.length + (meaning[place] as number);
    counts[kind] = (counts[kind] as number) + 1;
  }
  if (way.length % TALLIED === 0) tally.set(counts, (way.length / TALLIED) * FLIGHT_KINDS);
  return tally;
}

/** How many have left by a time: the first that has not. */
export function firstAfter(from: Float64Array, time: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((from[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
