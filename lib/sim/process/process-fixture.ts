// Processes for tests, written as what they are: a round, one call after the other.
import type { Call, Process, Reply, Seen } from './process';

/** Each `yield` is a call and comes back with its answer; a consumer's round is given its message's event. */
export type Round = (event: number) => Generator<Call, void, Reply>;

/** Runs the round anew for each history, as far as its answers go. Its n-th call stands in line n. */
export const processOf = (round: Round): Process => ({
  next(history) {
    const replies = repliesOf(history);
    const steps = round(eventOf(history[0]));
    const calls: Call[] = [];
    for (let step = steps.next(); ; ) {
      if (step.done === true) return { calls, done: true };
      calls.push(step.value);
      const reply = replies.get(calls.length - 1);
      if (reply === undefined) return { calls, done: false, line: calls.length };
      step = steps.next(reply);
    }
  },
});

/** The relay that is right: each event is marked after its confirm. */
export const goodRelay: Round = function* () {
  for (const event of eventsIn(yield { do: 'pending', limit: 10 })) {
    const reply = yield { do: 'publish', event };
    if (!reply.ok) return;
    yield { do: 'mark', events: [event] };
  }
};

/** The consumer that is right: the id and the effect in one transaction, and then the ack. */
export const goodConsumer: Round = function* () {
  yield { do: 'begin' };
  const reply = yield { do: 'record' };
  if (reply.ok && reply.isNew === true) yield { do: 'effect' };
  yield { do: 'commit' };
  yield { do: 'ack' };
};

const eventOf = (first: Seen | undefined): number =>
  first !== undefined && 'message' in first ? first.message : 0;

/** The answers that a history holds, by the number of their call. */
export const repliesOf = (history: readonly Seen[]): ReadonlyMap<number, Reply> =>
  new Map(history.flatMap((seen) => ('call' in seen ? [[seen.call, seen.reply] as const] : [])));

/** The events that a `pending` was answered with. */
export const eventsIn = (reply: Reply | undefined): readonly number[] =>
  reply?.ok === true ? (reply.events ?? []) : [];
