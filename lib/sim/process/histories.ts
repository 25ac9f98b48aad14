// Asks a process, and remembers where every history led.
import {
  type Histories,
  MOST_HISTORIES,
  type Place,
  type Process,
  type Reply,
  type Seen,
  type Turn,
} from './process';
import { ask, faultOf, type ProcessFault, type ProcessKind } from './process-fault';
import { isLocal, type Round, roundOf } from './round';

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
