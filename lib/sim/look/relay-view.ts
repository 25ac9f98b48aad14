// What a relay is doing, as it looks from outside.
import { at, timeAt } from '../columns';
import { OPEN_CALLS } from '../process/process';
import { FIRST_RELAY } from '../step';
import { RELAY, type World } from '../world';
import type { Span, Timetable } from './timetable';
import type { RelayView } from './view';

const PHASES = Object.keys(RELAY) as readonly (keyof typeof RELAY)[];

export function viewRelay(world: World, timetable: Timetable, relay: number): RelayView {
  const { relays, notes, times, plan, now } = world;
  const phase = PHASES[at(relays.phase, relay)] as keyof typeof RELAY;
  const room = relays.batch.length / plan.relays;
  const place = at(relays.place, relay);
  const batch = Array.from(relays.batch.subarray(relay * room, relay * room + at(relays.size, relay)));
  const span = spanOf(world, timetable, relay);
  const paused = phase === 'polling' && at(notes.relays.refusals, relay) > 0;
  const until = paused && plan.timed ? timeAt(times.paused, relay) : 0;
  return {
    name: plan.actors[FIRST_RELAY + relay] as string,
    phase,
    batch,
    place,
    atHand: batch[place] ?? null,
    since: span?.since ?? null,
    dueAt: span?.dueAt ?? null,
    armed: at(notes.relays.armed, relay) === 1,
    crashed: phase === 'crashed',
    cut: at(notes.relays.cut, relay) === 1,
    paused,
    pausedUntil: until > now ? until / 1000 : null,
    skew: plan.timed ? timeAt(times.skew, relay) / 1000 : 0,
  };
}

/** A learner's relay may have several calls open: the one that is answered first counts. */
function spanOf({ plan }: World, timetable: Timetable, relay: number): Span | null {
  if (plan.processes.relay === null) return timetable('relay', relay);
  return soonest(timetable, 'call', relay);
}

/** Of the open calls of one process, the span of the one that is due first. */
export function soonest(timetable: Timetable, what: 'call' | 'member-call', who: number): Span | null {
  const spans = Array.from({ length: OPEN_CALLS }, (_, call) => timetable(what, who * OPEN_CALLS + call));
  return spans.reduce(
    (first, span) => (first === null || (span !== null && span.dueAt < first.dueAt) ? span : first),
    null,
  );
}
