import type { Invariant, Scenario } from '@/lib/sim/scenario/scenario';
import { answersAt, type Cause, type CauseName, firstOf, lineOf, type Moment } from './moments';

/** Why a relay broke it; null where nothing in particular did. */
export function relayCause(
  invariant: Invariant,
  moments: readonly Moment[],
  { workload }: Scenario,
): Cause | null {
  if (invariant === 'I2') return firstOf(moments, markedTooSoon);
  if (invariant === 'I4') {
    const aggregates = Math.max(1, Math.min(workload.aggregates, workload.orders));
    const isSame = (one: number, other: number) => one % aggregates === other % aggregates;
    return (
      firstOf(moments, (moment) => publishedTogether(moment, isSame)) ??
      firstOf(moments, (moment) => wentOn(moment, isSame))
    );
  }
  return invariant === 'I5' ? firstOf(moments, madeUpId) : null;
}

/** A row was marked, and no confirm of its event had come by then. */
function markedTooSoon(moment: Moment): Cause | null {
  const confirmed = new Set<number>();
  const refused = new Set<number>();
  for (const { call, asked, reply } of answersAt(moment)) {
    if (asked.do === 'publish') (reply.ok ? confirmed : refused).add(asked.event);
    const early = asked.do === 'mark' ? asked.events.find((event) => !confirmed.has(event)) : undefined;
    if (early !== undefined)
      return { name: whyEarly(moment, call, early, refused.has(early)), line: lineOf(moment, call) };
  }
  return null;
}

function whyEarly({ turn }: Moment, mark: number, event: number, isRefused: boolean): CauseName {
  if (isRefused) return 'marked-refused';
  const isAsked = turn.calls.slice(0, mark).some((call) => call.do === 'publish' && call.event === event);
  return isAsked ? 'marked-unconfirmed' : 'marked-first';
}

type IsSame = (one: number, other: number) => boolean;

/** Two events of one aggregate were on their way at once. */
function publishedTogether(moment: Moment, isSame: IsSame): Cause | null {
  const { calls } = moment.turn;
  const answered = new Set(answersAt(moment).map(({ call }) => call));
  const open = calls.flatMap((call, index) =>
    call.do === 'publish' && !answered.has(index) ? [{ event: call.event, index }] : [],
  );
  const second = open.find(({ event }, place) =>
    open.slice(0, place).some((other) => other.event !== event && isSame(other.event, event)),
  );
  return second === undefined ? null : { name: 'published-together', line: lineOf(moment, second.index) };
}

/** An event was sent on after one before it, of the same aggregate, had not been taken. */
function wentOn(moment: Moment, isSame: IsSame): Cause | null {
  const answers = answersAt(moment);
  const failed = answers.flatMap(({ call, asked, reply }) =>
    asked.do === 'publish' && !reply.ok ? [{ call, event: asked.event }] : [],
  );
  const later = moment.turn.calls.findIndex(
    (call, index) =>
      call.do === 'publish' &&
      failed.some((one) => one.call < index && one.event < call.event && isSame(one.event, call.event)),
  );
  return later < 0 ? null : { name: 'went-on', line: lineOf(moment, later) };
}

function madeUpId(moment: Moment): Cause | null {
  const call = moment.turn.calls.findIndex((each) => each.do === 'publish' && each.freshId === true);
  return call < 0 ? null : { name: null, line: lineOf(moment, call) };
}
