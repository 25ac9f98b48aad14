// One round of a learner's process as the rules read it: what follows from its history, worked out once.
import type { Call, Reply, Seen, Turn } from './process';

export interface Round {
  readonly history: readonly Seen[];
  readonly turn: Turn;
  /** Calls that may be answered next, by their number. */
  readonly open: readonly number[];
  /** The process has ended its round, and nothing waits for an answer. */
  readonly isOver: boolean;
  /** A consumer's: the event that the round is about. */
  readonly event: number;
  /** A relay's: it changed something, or was refused, which may be different the next time. */
  readonly moved: boolean;
  /** The first of the open calls that publishes; −1 for none. */
  readonly publishing: number;
  readonly acknowledged: boolean;
  /** A transaction of the consumer's database is open. */
  readonly inTransaction: boolean;
  /** That transaction was told that the event's own id is new, and is to record it. */
  readonly claimsId: boolean;
  /** Effects that come about with that transaction. */
  readonly effects: number;
}

/** What of a round follows from the answers so far. */
type Past = Pick<Round, 'event' | 'moved' | 'acknowledged' | 'inTransaction' | 'claimsId' | 'effects'>;

const OUTSIDE = { inTransaction: false, claimsId: false, effects: 0 };

const START: Past = { event: 0, moved: false, acknowledged: false, ...OUTSIDE };

/** A round from all that was seen in it, and where that led. */
export function roundOf(history: readonly Seen[], turn: Turn): Round {
  const answered = new Set<number>();
  let past = START;
  for (const seen of history) {
    if ('call' in seen) answered.add(seen.call);
    past =
      'call' in seen ? afterCall(past, turn.calls[seen.call], seen.reply) : { ...past, event: seen.message };
  }
  const waiting = turn.calls.flatMap((_, call) => (answered.has(call) ? [] : [call]));
  const open = waiting.filter((call) => !isQueued(turn.calls, waiting, call));
  return {
    ...past,
    history,
    turn,
    open,
    isOver: turn.done && waiting.length === 0,
    publishing: open.find((call) => turn.calls[call]?.do === 'publish') ?? -1,
  };
}

function afterCall(past: Past, call: Call | undefined, reply: Reply): Past {
  const moved = past.moved || !reply.ok;
  switch (call?.do) {
    case 'publish':
      return { ...past, moved: true };
    case 'mark':
      return { ...past, moved: moved || (reply.ok && reply.events?.length !== 0) };
    case 'begin':
      // Within a transaction, another `begin` is a warning and no more.
      return past.inTransaction ? past : { ...past, ...OUTSIDE, inTransaction: true };
    case 'commit':
    case 'rollback':
      return { ...past, moved, ...OUTSIDE };
    case 'effect':
      return past.inTransaction ? { ...past, effects: past.effects + 1 } : past;
    case 'record': {
      const claims = past.inTransaction && reply.ok && reply.isNew === true && call.freshId !== true;
      return claims ? { ...past, claimsId: true } : past;
    }
    case 'ack':
      return { ...past, acknowledged: true };
    default:
      return { ...past, moved };
  }
}

/** A consumer has one connection to its database, which answers one thing after the other. */
const isQueued = (calls: readonly Call[], waiting: readonly number[], call: number): boolean =>
  isQuery(calls[call]) && waiting.some((other) => other < call && isQuery(calls[other]));

const isQuery = (call: Call | undefined): boolean =>
  call !== undefined && ['begin', 'record', 'effect', 'commit', 'rollback'].includes(call.do);

/** It waits for nothing but an answer that nobody outside has a part in. */
export function isLocal({ open, turn, inTransaction }: Round): boolean {
  const what = open.length === 1 ? turn.calls[open[0] as number]?.do : undefined;
  return what === 'begin' || what === 'rollback' || (what === 'effect' && inTransaction);
}

/** It waits for nothing but to be told, within a transaction, whether the id is new. */
export const looksUp = ({ open, turn, inTransaction }: Round): boolean =>
  inTransaction && open.length === 1 && turn.calls[open[0] as number]?.do === 'record';
