import type { Call } from '@/lib/sim/process/process';
import type { Invariant } from '@/lib/sim/scenario/scenario';
import { answersAt, type Cause, firstOf, lineOf, type Moment } from './moments';

/** Why a consumer broke it; null where nothing in particular did. */
export function consumerCause(invariant: Invariant, moments: readonly Moment[]): Cause | null {
  if (invariant === 'I2') return firstOf(moments, ackedFirst) ?? firstOf(moments, recordedFirst);
  return invariant === 'I3' ? doubled(moments) : null;
}

/** What a round's answers have come to, call by call. */
interface Progress {
  inTransaction: boolean;
  /** The id is new, and written: since that call. */
  recorded: number | null;
  effected: boolean;
  isKnown: boolean;
  pending: { recorded: number | null; effected: boolean };
}

const begin = (): Progress => ({
  inTransaction: false,
  recorded: null,
  effected: false,
  isKnown: false,
  pending: { recorded: null, effected: false },
});

function follow(progress: Progress, call: number, asked: Call, isNew: boolean | undefined): void {
  const { pending } = progress;
  switch (asked.do) {
    case 'begin':
      progress.inTransaction = true;
      return;
    case 'record':
      if (isNew === false) progress.isKnown = true;
      else if (progress.inTransaction) pending.recorded = call;
      else progress.recorded = call;
      return;
    case 'effect':
      if (progress.inTransaction) pending.effected = true;
      else progress.effected = true;
      return;
    case 'commit':
      progress.recorded ??= pending.recorded;
      progress.effected ||= pending.effected;
      progress.inTransaction = false;
      progress.pending = { recorded: null, effected: false };
      return;
    case 'rollback':
      progress.inTransaction = false;
      progress.pending = { recorded: null, effected: false };
      return;
    default:
  }
}

/** The broker was told that it is done before it was. */
function ackedFirst(moment: Moment): Cause | null {
  const progress = begin();
  for (const { call, asked, reply } of answersAt(moment)) {
    follow(progress, call, asked, reply.ok ? reply.isNew : undefined);
    if (asked.do === 'ack' && !progress.effected && !progress.isKnown)
      return { name: 'acked-first', line: lineOf(moment, call) };
  }
  return null;
}

/** The id was written, and the effect was not: whoever comes next takes the message for a copy. */
function recordedFirst(moment: Moment): Cause | null {
  const progress = begin();
  for (const { call, asked, reply } of answersAt(moment)) {
    follow(progress, call, asked, reply.ok ? reply.isNew : undefined);
    if (progress.recorded !== null && !progress.effected)
      return { name: 'recorded-first', line: lineOf(moment, progress.recorded) };
  }
  return null;
}

const isRecord = (call: Call): boolean => call.do === 'record';

function doubled(moments: readonly Moment[]): Cause {
  const lineOfFirst = (is: (call: Call) => boolean): number | null => {
    const moment = moments.find(({ turn }) => turn.calls.some(is));
    return moment === undefined ? null : lineOf(moment, moment.turn.calls.findIndex(is));
  };
  const madeUp = (call: Call): boolean => call.do === 'record' && call.freshId === true;
  const line = lineOfFirst(({ do: what }) => what === 'effect');
  if (lineOfFirst(madeUp) !== null || moments.some(({ turn }) => turn.calls.some(madeUp)))
    return { name: 'made-up-id', line: lineOfFirst(madeUp) };
  const ignored = firstOf(moments, answerIgnored);
  if (ignored !== null) return ignored;
  const twice = firstOf(moments, effectTwice);
  if (twice !== null) return twice;
  const records = moments.some(({ turn }) => turn.calls.some(isRecord));
  return records ? { name: 'recorded-apart', line } : { name: 'not-recorded', line };
}

/** It made the effect although it had been told that the id is known; or committed one that it had made before. */
function answerIgnored(moment: Moment): Cause | null {
  let isKnown = false;
  let uncommitted: number | null = null;
  for (const { call, asked, reply } of answersAt(moment)) {
    if (asked.do === 'record' && reply.ok && reply.isNew === false) isKnown = true;
    if (asked.do === 'effect' && isKnown) return { name: 'answer-ignored', line: lineOf(moment, call) };
    if (asked.do === 'effect') uncommitted = call;
    if (asked.do === 'begin' || asked.do === 'rollback') uncommitted = null;
    if (asked.do === 'commit' && isKnown && uncommitted !== null)
      return { name: 'answer-ignored', line: lineOf(moment, uncommitted) };
  }
  return null;
}

/** One round made it more than once. */
function effectTwice(moment: Moment): Cause | null {
  const second = moment.turn.calls.findIndex(
    (call, index) =>
      call.do === 'effect' && moment.turn.calls.slice(0, index).some(({ do: what }) => what === 'effect'),
  );
  return second < 0 ? null : { name: null, line: lineOf(moment, second) };
}
