// A process that is a learner's, as the model sees it: what it has seen decides what it asks for next.
// How that is found out (a sandbox, a function in a test) is nobody's business here.
import { ask, faultOf, type ProcessFault, type ProcessKind } from './process-fault';
import { isLocal, type Round, roundOf } from './round';

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

const NOTHING: Turn = { calls: [], done: true };

/** Asks a process as little as possible. What touches nothing outside of it is answered at once. */
export function historiesOf(kind: ProcessKind, process: Process, most = MOST_HISTORIES): Histories {
  const rounds: Round[] = [roundOf([], NOTHING)];
  /** Where each answer leads, by place. The beginnings lead on from the place that is none. */
  const ways: Map<number | string, Place>[] = [new Map()];
  let fault: ProcessFault | null = null;

  const keep = (round: Round): Place => {
    rounds.push(round);
    ways.push(new Map());
    return rounds.length - 1;
  };

  const learn = (history: readonly Seen[], before: Turn | null): Place => {
    const turn: Turn | ProcessFault =
      rounds.length > most ? tooMany(history) : ask(kind, process, history, before);
    if ('words' in turn) {
      fault ??= turn;
      return keep(roundOf(history, NOTHING));
    }
    const round = roundOf(history, turn);
    if (!isLocal(round)) return keep(round);
    return learn([...history, { call: round.open[0] as number, reply: { ok: true } }], turn);
  };

  const tooMany = (history: readonly Seen[]): ProcessFault =>
    faultOf(kind, history, {
      call: null,
      endless: true,
      words: `The ${kind} can see more than ${most} different things happen in a round. Fewer events, or shorter rounds, would do.`,
    });

  const follow = (from: Place, key: number | string, seen: Seen | null): Place => {
    const known = (ways[from] as Map<number | string, Place>).get(key);
    if (known !== undefined) return known;
    const { history, turn } = rounds[from] as Round;
    const place = learn(seen === null ? history : [...history, seen], from === 0 ? null : turn);
    ways[from]?.set(key, place);
    return place;
  };

  return {
    begin: () => follow(0, 0, null),
    receive: (event, redelivered) =>
      follow(0, event * 2 + Number(redelivered), { message: event, redelivered }),
    after: (place, call, reply) => follow(place, keyOf(call, reply), { call, reply }),
    round: (place) => rounds[place] as Round,
    fault: () => fault,
  };
}

const ANSWERS = ['refused', 'returned', 'unique'] as const;

/** The answers to one call that tell a process different things have different keys. */
function keyOf(call: number, reply: Reply): number | string {
  if (!reply.ok) return call * 8 + ANSWERS.indexOf(reply.why);
  if (reply.events !== undefined) return `${call}:${reply.events.join()}`;
  return call * 8 + (reply.isNew === undefined ? 3 : 4 + Number(reply.isNew));
}
