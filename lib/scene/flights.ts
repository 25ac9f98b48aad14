// What travels in a run, and when. Columns, in the order of departure: a moment of a long run is found at once.
import type { Millis } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';

/** Ways that something can travel. A flight has the place of its way in this list. */
export const WAYS = [
  /** A row is written: order service to outbox. */
  'write',
  /** A row is read: outbox to relay. */
  'fetch',
  /** Relay, or in a dual write order service, to broker. */
  'publish',
  /** Broker to whoever published. */
  'confirm',
  /** Relay to outbox. */
  'mark',
  /** Broker, or the table that is the queue, to member. */
  'deliver',
  /** Member to broker. */
  'ack',
  /** Member to the results of its group. */
  'effect',
  /** Member to the dead letters of its group. */
  'bury',
  /** From there back to the broker. */
  'redrive',
] as const;

export type Way = (typeof WAYS)[number];

/** What a flight means, by its place in this list; `quiet`: no message (a row, a confirm, a mark, an ack). */
export const FLIGHT_MEANINGS = ['quiet', 'flight', 'delivered', 'duplicate', 'dead', 'lost'] as const;

export type FlightMeaning = (typeof FLIGHT_MEANINGS)[number];

/** One entry a flight, in the order of departure. */
export interface Flights {
  readonly length: number;
  /** Departure and arrival, in milliseconds of the run. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly way: Uint8Array;
  readonly meaning: Uint8Array;
  /** The code of the actor at the end that is not the outbox or the broker: a relay, a member, the order service. */
  readonly actor: Uint8Array;
  readonly event: Int32Array;
  /** Which copy of the event; 0 where it is no message. */
  readonly copy: Int32Array;
  /** Where the broker keeps several queues or partitions: which of them, from 1; 0 where that is not known. */
  readonly lane: Uint8Array;
  /** The longest of them. */
  readonly longest: Millis;
}

/** Everything that travels in a trace. One pass over its steps. */
export declare function flightsOf(trace: Trace): Flights;
