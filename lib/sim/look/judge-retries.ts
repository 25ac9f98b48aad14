// I7, bounded retries: no more attempts than there may be, and none before the backoff allows it.
// Judged in time, from the steps of a run. An outage pauses and counts as no attempt.
import { bounds } from '../retry';
import type { Millis, Scenario } from '../scenario/scenario';
import { FIRST_RELAY, type Step } from '../step';
import { stepsOf, type Trace } from '../trace';

export interface Finding {
  /** The place of the step that should not be, counted from 0. */
  readonly place: number;
  readonly words: string;
}

/** What somebody must wait for before the next attempt. */
interface Wait {
  readonly since: Millis;
  readonly least: Millis;
}

interface Judge {
  readonly scenario: Scenario;
  readonly groups: ReadonlyMap<
    string,
    { readonly name: string; readonly most: number; readonly inPlace: boolean }
  >;
  /** By row, by group and event, and by relay. */
  readonly waits: Map<string, Wait>;
  /** Attempts that count no more: what came after them begins anew. */
  readonly forgiven: Map<string, number>;
  /** How often a relay was refused in a row. */
  readonly refusals: Map<string, number>;
  /** How many attempts at an event's row an outage took. */
  readonly outages: Map<number, number>;
}

/** Every attempt of a run that comes too soon, or that there should not be. */
export function judgeRetries(trace: Trace): readonly Finding[] {
  const judge = judgeOf(trace);
  return stepsOf(trace).flatMap((step, place) => {
    const words = judgeStep(judge, step, trace.actors);
    return words === null ? [] : [{ place, words }];
  });
}

const judgeOf = ({ scenario }: Trace): Judge => ({
  scenario,
  groups: new Map(
    scenario.consumers.flatMap(({ name, count, maxAttempts, retry }) => {
      const group = { name, most: maxAttempts, inPlace: retry === 'in-place' };
      return [name, ...Array.from({ length: count }, (_, member) => `${name} ${member + 1}`)].map(
        (member) => [member, group] as const,
      );
    }),
  ),
  waits: new Map(),
  forgiven: new Map(),
  refusals: new Map(),
  outages: new Map(),
});

function judgeStep(judge: Judge, step: Step, actors: readonly string[]): string | null {
  switch (step.kind) {
    case 'published':
    case 'dropped':
    case 'returned':
    case 'refused':
    case 'gave-up':
      return judgePublish(judge, step, actors);
    case 'polled':
      return tooSoon(judge, step.actor, step.at, `${capital(step.actor)} asked again`);
    case 'unconfirmed':
      refuse(judge, step.actor, step.at, 1);
      return null;
    case 'confirmed':
    case 'crashed':
      judge.refusals.delete(step.actor);
      return null;
    case 'broker-up':
      for (const relay of actors) judge.waits.delete(relay);
      judge.refusals.clear();
      return null;
    case 'failed':
    case 'applied':
    case 'recorded':
    case 'dead-lettered':
    case 'redriven':
      return judgeHandling(judge, step);
    default:
      return null;
  }
}

function judgePublish(judge: Judge, step: Step, actors: readonly string[]): string | null {
  const { kind, event, value, at } = step;
  const key = `row of event ${event}`;
  const { retry } = judge.scenario.relays;
  const name = `The row of event ${event}`;
  if (kind === 'gave-up') return tooMany(name, value, retry.max) ?? blamed(judge, name, event, value);
  const early = tooSoon(judge, key, at, `${name} was tried again`);
  // It was no attempt at the row, and what it waited for is over all the same.
  if (kind === 'refused' && value > 0) {
    const relay = actors[FIRST_RELAY + value - 1] as string;
    refuse(judge, relay, at, (judge.refusals.get(relay) ?? 0) + 1);
  }
  if (kind === 'refused' && value === 0 && step.actor !== 'orders')
    judge.outages.set(event, (judge.outages.get(event) ?? 0) + 1);
  if (kind !== 'returned' || value === 0) return early;
  judge.waits.set(key, { since: at, least: bounds(retry, value)[0] });
  return tooMany(name, value, retry.max) ?? early;
}

/** A row was given up although the broker had said no to the row itself less often than it may. */
function blamed({ scenario, outages }: Judge, name: string, event: number, attempts: number): string | null {
  const away = outages.get(event) ?? 0;
  if (attempts - away >= scenario.relays.retry.max) return null;
  return `${name} was given up over an outage: at ${away} of its ${attempts} attempts the broker was away.`;
}

function refuse({ scenario, waits, refusals }: Judge, relay: string, since: Millis, times: number): void {
  refusals.set(relay, times);
  waits.set(relay, { since, least: bounds(scenario.relays.retry, times)[0] });
}

function judgeHandling(judge: Judge, { kind, actor, event, value, at }: Step): string | null {
  const { scenario, groups, waits, forgiven } = judge;
  const group = groups.get(actor);
  if (group === undefined) return null;
  const key = `${group.name} ${event}`;
  if (kind === 'redriven') {
    for (const waiting of waits.keys()) if (waiting.startsWith(`${group.name} `)) waits.delete(waiting);
    return null;
  }
  if (kind === 'dead-lettered') {
    // A further copy, or a redrive, counts anew.
    forgiven.set(key, value);
    waits.delete(key);
    return null;
  }
  const early = tooSoon(judge, key, at, `${capital(actor)} tried event ${event} again`);
  if (kind !== 'failed') return early;
  if (group.inPlace) waits.set(key, { since: at, least: bounds(scenario.relays.retry, value)[0] });
  const attempts = value - (forgiven.get(key) ?? 0);
  return tooMany(`Event ${event} at ${actor}`, attempts, group.most) ?? early;
}

const tooMany = (name: string, attempts: number, most: number): string | null =>
  attempts > most ? `${name} has had ${attempts} attempts, of ${most} at most.` : null;

/** Ends a wait, and says so if it ended too soon. */
function tooSoon({ waits }: Judge, key: string, now: Millis, what: string): string | null {
  const wait = waits.get(key);
  waits.delete(key);
  if (wait === undefined) return null;
  // Whole microseconds: what is left after the point is the fault of floating numbers.
  const after = Math.round((now - wait.since) * 1000) / 1000;
  if (after >= Math.round(wait.least * 1000) / 1000) return null;
  return `${what} after ${after} ms, and was to wait ${wait.least} ms at least.`;
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
