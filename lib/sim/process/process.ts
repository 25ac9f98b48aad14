// A process that is a learner's, as the model sees it: what it has seen decides what it asks for next.
// How that is found out (a sandbox, a function in a test) is nobody's business here.
import type { ProcessFault } from './process-fault';
import type { Round } from './round';

/** What a relay or a consumer asks of the world. Each may be the last thing that it does before a crash. */
export type Call =
  /** Rows that a relay may take now, oldest first, under the scenario's claim; answered by their events. */
  | { readonly do: 'pending'; readonly limit: number }
  /** Sends an event to the broker; answered by the confirm. `freshId`: under another id than the event's own. */
  | { readonly do: 'publish'; readonly event: number; readonly freshId?: boolean }
  /** Sets `dispatched_at` on the rows of these events; answered by those that were still this relay's to mark. */
  | { readonly do: 'mark'; readonly events: readonly number[] }
  /** From here to `commit` all is one transaction of the consumer's database. */
  | { readonly do: 'begin' }
  /** Notes the message's id; answered by whether it was new. `freshId`: an id that the consumer made up. */
  | { readonly do: 'record'; readonly freshId?: boolean }
  | { readonly do: 'effect' }
  | { readonly do: 'commit' }
  | { readonly do: 'rollback' }
  /** Tells the broker that the message is done. */
  | { readonly do: 'ack' };

export type Reply =
  | { readonly ok: true; readonly events?: readonly number[]; readonly isNew?: boolean }
  /** `refused`: the broker could not be reached; `returned`: it said no; `unique`: another was first. */
  | { readonly ok: false; readonly why: 'refused' | 'returned' | 'unique' };

/** One thing that a process has seen, in the order in which it came to know it. */
export type Seen =
  | { readonly message: number; readonly redelivered: boolean }
  /** The answer to its n-th call of this round, counted from 0. */
  | { readonly call: number; readonly reply: Reply };

/** Where a process stands after what it has seen: all that it has asked for so far, answered or not. */
export interface Turn {
  readonly calls: readonly Call[];
  /** The round is over, once what is still open has been answered. */
  readonly done: boolean;
  /** It ended with an error, in its own words. */
  readonly error?: string;
  /** The line of the learner's text at which it stands, counted from 1. */
  readonly line?: number;
  /** The line of each call, in their order; 0 where it is not known. Left out where no text has lines. */
  readonly lines?: readonly number[];
}

export interface Process {
  /** The same history always leads to the same turn. Rounds begin with an empty history, a consumer's with its message. */
  readonly next: (history: readonly Seen[]) => Turn;
}

/** Calls of one process that may be open at a time; more wait until one of them is answered. */
export const OPEN_CALLS = 8;

/** Where a round stands: a number for each history, so that a world can hold it. 0 is the round that has not begun. */
export type Place = number;

/** Every history that came up, and where it led. So each of them is asked for once. */
export interface Histories {
  /** Where a relay's round begins. */
  readonly begin: () => Place;
  /** Where a consumer's round begins: with its message. */
  readonly receive: (event: number, redelivered: boolean) => Place;
  /** Where the answer to a call leads. */
  readonly after: (place: Place, call: number, reply: Reply) => Place;
  readonly round: (place: Place) => Round;
  /** Why nothing more can be said of the process; null while all is well. Its rounds end where the fault lies. */
  readonly fault: () => ProcessFault | null;
}

/** Histories that an exploration asks for at most. A cell of a state holds a few more. */
export const MOST_HISTORIES = 20_000;
