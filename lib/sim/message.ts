// A message as one number: which event, which copy of it, and whether the broker handed it out before.
// Where time is erased only the event is kept: the rest decides nothing and would multiply the states.

const EVENT_BITS = 21;
const COPY_BITS = 9;
const EVENT = 2 ** EVENT_BITS - 1;
const COPY = 2 ** COPY_BITS - 1;
const REDELIVERED = 2 ** (EVENT_BITS + COPY_BITS);

/** Events of one run: their numbers fit into a message. */
export const MOST_EVENTS = EVENT;

/** A message of an event; `copy` is 1 for the first that the broker took. */
export const messageOf = (event: number, copy: number): number =>
  event | (Math.min(copy, COPY) << EVENT_BITS);

export const eventOf = (message: number): number => message & EVENT;

export const copyOf = (message: number): number => (message >> EVENT_BITS) & COPY;

export const isRedelivered = (message: number): boolean => message >= REDELIVERED;

export const asRedelivered = (message: number): number => message | REDELIVERED;
