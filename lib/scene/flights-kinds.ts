// What a flight can be: its way, what it means, and how it goes.

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
  /** Member to broker: an ack, a row's mark where the table is the queue, or a message that is to be tried again later. */
  'ack',
  /** Member to the results of its group. */
  'effect',
  /** Member to the dead letters of its group. */
  'bury',
  /** From there back to the broker. */
  'redrive',
  /** From there to the member that handles it by itself: dead letters that halted their key never see the broker again. */
  'retake',
] as const;

export type Way = (typeof WAYS)[number];

/** The place of each way in the list. */
export const WAY = Object.fromEntries(WAYS.map((way, place) => [way, place])) as {
  readonly [Name in Way]: number;
};

/** What a flight means, by its place in this list; `quiet`: no message (a row, a confirm, a mark, an ack). */
export const FLIGHT_MEANINGS = ['quiet', 'flight', 'delivered', 'duplicate', 'dead', 'lost'] as const;

export type FlightMeaning = (typeof FLIGHT_MEANINGS)[number];

/** The place of each meaning in the list. */
export const MEANS = Object.fromEntries(FLIGHT_MEANINGS.map((meaning, place) => [meaning, place])) as {
  readonly [Name in FlightMeaning]: number;
};

/** How a flight goes: on to where it ends, there and back again, or out of sight where it stands. */
export const COURSE = { on: 0, back: 1, fades: 2 } as const;

/** Kinds of flights: each way with each meaning. */
export const FLIGHT_KINDS = WAYS.length * FLIGHT_MEANINGS.length;
