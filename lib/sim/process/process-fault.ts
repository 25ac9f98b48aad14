// A process that cannot be gone on with: what it asked for that nobody can answer, in words.
import type { Call, Process, Seen, Turn } from './process';

export type ProcessKind = 'relay' | 'consumer';

/** Why nothing more can be said of a process. It is no verdict on its design. */
export interface ProcessFault {
  readonly process: ProcessKind;
  /** The number of the call in its round, from 0; null where it is not about one. */
  readonly call: number | null;
  /** What it had seen in the round. */
  readonly history: readonly Seen[];
  /** The line of the learner's text at which it stood, if it was known. */
  readonly line?: number;
  readonly words: string;
  /** It comes to no end: with its round, with its steps or memory, or with its work. Left out where it asked wrongly. */
  readonly endless?: true;
}

/** What a process throws that nobody can go on with: in words, and where. */
export class ProcessStopped extends Error {
  override readonly name = 'ProcessStopped';
  readonly line: number | null;
  readonly endless: boolean;

  constructor(
    words: string,
    { line = null, endless = false }: Partial<Pick<ProcessStopped, 'line' | 'endless'>> = {},
  ) {
    super(words);
    this.line = line;
    this.endless = endless;
  }
}

/** Calls of one round, answered or not. */
const MOST_CALLS = 500;

const KNOWN: { readonly [Kind in ProcessKind]: readonly string[] } = {
  relay: ['pending', 'publish', 'mark'],
  consumer: ['begin', 'record', 'effect', 'commit', 'rollback', 'ack'],
};

/** A relay whose rounds never leave things as they are. */
export const circling: ProcessFault = {
  process: 'relay',
  call: null,
  history: [],
  endless: true,
  words:
    'The relay goes round in circles: after every round there is something left to do, and it does the same again. ' +
    'Does it mark what it has published?',
};

/** What is wrong with a turn, by itself or after the turn before it. */
interface Wrong {
  readonly call: number | null;
  readonly words: string;
  readonly endless?: true;
}

/** Asks the process. One that throws, or whose turn cannot be, comes back as a fault. */
export function ask(
  kind: ProcessKind,
  process: Process,
  history: readonly Seen[],
  before: Turn | null,
): Turn | ProcessFault {
  let turn: Turn;
  try {
    turn = process.next(history);
  } catch (error) {
    if (error instanceof ProcessStopped) return stopFault(kind, history, error);
    return faultOf(kind, history, { call: null, words: `The ${kind} cannot be asked: ${wordsOf(error)}` });
  }
  const wrong = wrongIn(kind, turn, history, before);
  return wrong === null ? plain(turn) : faultOf(kind, history, wrong, turn);
}

const stopFault = (
  process: ProcessKind,
  history: readonly Seen[],
  { message, line, endless }: ProcessStopped,
): ProcessFault => ({
  process,
  call: null,
  history,
  words: message,
  ...(line !== null && line > 0 && { line }),
  ...(endless && { endless }),
});

/** Nothing but what a turn is: what else a process hangs on it is not looked at. */
const plain = ({ calls, done, error, line, lines }: Turn): Turn => ({
  calls,
  done,
  ...(error !== undefined && { error: String(error) }),
  ...(typeof line === 'number' && { line }),
  ...(lines !== undefined && { lines }),
});

export function faultOf(
  kind: ProcessKind,
  history: readonly Seen[],
  { call, words, endless }: Wrong,
  turn?: Turn,
): ProcessFault {
  // The call at fault has a line of its own, where lines are known.
  const line = turn?.lines?.[call ?? -1] ?? turn?.line;
  return {
    process: kind,
    call,
    history,
    words,
    ...(typeof line === 'number' && { line }),
    ...(endless && { endless }),
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function wrongIn(kind: ProcessKind, turn: Turn, history: readonly Seen[], before: Turn | null): Wrong | null {
  if (!Array.isArray(turn?.calls) || typeof turn.done !== 'boolean')
    return { call: null, words: `The ${kind} answered with something that is no turn.` };
  const { length } = turn.calls;
  if (length > MOST_CALLS)
    return {
      call: MOST_CALLS,
      endless: true,
      words: `The ${kind} asks for more than ${MOST_CALLS} things in one round. Does it ever end?`,
    };
  const changed = before?.calls.findIndex((call, index) => !isSame(call, turn.calls[index])) ?? -1;
  if (changed >= 0) return { call: changed, words: changedWords(kind, changed) };
  const shown = shownIn(history, before);
  // What stood in the turn before has been looked at.
  for (let call = before?.calls.length ?? 0; call < length; call += 1) {
    const words = wrongWith(kind, turn.calls[call], shown);
    if (words !== null) return { call, words: `Call ${call + 1} of the ${kind}’s round: ${words}` };
  }
  return null;
}

const changedWords = (kind: ProcessKind, call: number): string =>
  `The ${kind} asked for something else as call ${call + 1} when it had seen the same. ` +
  'What it does may depend on nothing but what it is told: no chance, no clock, nothing kept from other rounds.';

const isSame = (one: Call, other: Call | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The events that were shown to a relay in this round. */
function shownIn(history: readonly Seen[], before: Turn | null): ReadonlySet<unknown> {
  const pending = history.filter((seen) => 'call' in seen && before?.calls[seen.call]?.do === 'pending');
  return new Set(
    pending.flatMap((seen) => ('call' in seen && seen.reply.ok ? (seen.reply.events ?? []) : [])),
  );
}

function wrongWith(kind: ProcessKind, call: Call | undefined, shown: ReadonlySet<unknown>): string | null {
  const what: unknown = call?.do;
  if (typeof what !== 'string' || !KNOWN[kind].includes(what))
    return `a ${kind} can ask for ${listed(KNOWN[kind])}, and not for ${JSON.stringify(what) ?? 'nothing'}.`;
  switch (call?.do) {
    case 'pending':
      return Number.isInteger(call.limit) && call.limit >= 0
        ? null
        : `the limit of pending is a whole number, 0 or more, and not ${JSON.stringify(call.limit) ?? 'nothing'}.`;
    case 'publish':
      return unseen(call.do, [call.event], shown);
    case 'mark':
      return Array.isArray(call.events)
        ? unseen(call.do, call.events, shown)
        : 'mark takes a list of events.';
    default:
      return null;
  }
}

function unseen(what: string, events: readonly unknown[], shown: ReadonlySet<unknown>): string | null {
  const stranger = events.findIndex((event) => !shown.has(event));
  if (stranger === -1) return null;
  return `${what} names event ${JSON.stringify(events[stranger]) ?? 'nothing'}, which no pending of this round has shown.`;
}

const listed = (words: readonly string[]): string =>
  `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
