// A process that is a plain list of calls, in their order: what somebody has put together without writing a program.
import type { Call, Process, Reply, Seen } from './process';
import type { ProcessKind } from './process-fault';

/** One call by its name. What it is about (which events, which message) follows from where it stands. */
export type CallName = Call['do'];

export const RELAY_CALLS: readonly CallName[] = ['pending', 'publish', 'mark'];

export const CONSUMER_CALLS: readonly CallName[] = ['begin', 'record', 'effect', 'commit', 'ack'];

/** One round of a relay or of a consumer. */
export interface CalledRound {
  readonly role: ProcessKind;
  readonly calls: readonly CallName[];
}

/**
 * A relay does all that follows its first `pending` for each row that it found, and ends the round when the broker
 * does not take one; what stands before finds no row. A consumer makes no effect of an id that it had recorded before.
 */
export const calledProcess = ({ role, calls }: CalledRound): Process => ({
  next(history) {
    const replies = repliesIn(history);
    const made: Call[] = [];
    const steps = role === 'relay' ? relayRound(calls) : consumerRound(calls);
    for (let step = steps.next(); ; ) {
      if (step.done === true) return { calls: made, done: true };
      made.push(step.value);
      const reply = replies.get(made.length - 1);
      if (reply === undefined) return { calls: made, done: false };
      step = steps.next(reply);
    }
  },
});

const LIMIT = 10;

function* relayRound(calls: readonly CallName[]): Generator<Call, void, Reply> {
  const first = calls.indexOf('pending');
  if (first < 0) return;
  const reply = yield { do: 'pending', limit: LIMIT };
  const events = reply.ok ? (reply.events ?? []) : [];
  for (const event of events) {
    for (const name of calls.slice(first + 1)) {
      if (name === 'publish' && !(yield { do: 'publish', event }).ok) return;
      if (name === 'mark') yield { do: 'mark', events: [event] };
    }
  }
}

function* consumerRound(calls: readonly CallName[]): Generator<Call, void, Reply> {
  let isNew = true;
  for (const name of calls) {
    if (name === 'record') {
      const reply = yield { do: 'record' };
      isNew = reply.ok && reply.isNew === true;
    } else if (name === 'effect') {
      if (isNew) yield { do: 'effect' };
    } else if (name === 'begin' || name === 'commit' || name === 'rollback' || name === 'ack') {
      yield { do: name };
    }
  }
}

const repliesIn = (history: readonly Seen[]): ReadonlyMap<number, Reply> =>
  new Map(history.flatMap((seen) => ('call' in seen ? [[seen.call, seen.reply] as const] : [])));
