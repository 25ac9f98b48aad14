import type { Flights } from './flights';
import { FLIGHT_KINDS } from './flights-kinds';

/** Nothing travels: what a page draws before there is a run, without the rules of flights. */
export const NO_FLIGHTS: Flights = {
  length: 0,
  from: new Float64Array(),
  to: new Float64Array(),
  way: new Uint8Array(),
  meaning: new Uint8Array(),
  actor: new Uint8Array(),
  event: new Int32Array(),
  copy: new Int32Array(),
  row: new Int32Array(),
  lane: new Uint8Array(),
  start: new Uint8Array(),
  reach: new Uint8Array(),
  course: new Uint8Array(),
  longest: 0,
  tally: new Int32Array(FLIGHT_KINDS),
  relays: 0,
  groups: new Uint8Array(),
};
