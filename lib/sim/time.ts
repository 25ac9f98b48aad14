// Time: when an action that may happen does happen. The rules know nothing of it; exploration leaves it out.

import type { Action } from './actions';
import type { Group } from './cast';
import { at, timeAt } from './columns';
import { crashDelay, LATENCIES, latency, paced } from './latencies';
import { findsAt } from './outbox';
import { arriveAt, purgeAt } from './passing';
import { OPEN_CALLS } from './process/process';
import type { Command } from './scenario/scenario';
import { MEMBER, type Micros, RELAY, SESSION, type World } from './world';

/** When an action that has just become possible will happen, unless something takes it back. */
export function dueAt(world: World, { do: what, who }: Action): Micros {
  const { now, times, plan } = world;
  switch (what) {
    case 'transact':
      return now + sessionTakes(world, who);
    case 'relay':
      return relayDue(world, who);
    case 'call':
      return callDue(world, who);
    case 'member-call':
      return memberCallDue(world, who);
    case 'deliver':
      return (plan.broker.looksAt?.(world, who) ?? now) + latency(world, LATENCIES.pushing);
    case 'handle':
      return handlingDue(world, who);
    case 'redrive':
      if (at(world.notes.groups.redrive, who) === 1) return now;
      return timeAt(times.firstDead, who) + (plan.groups[who] as Group).settings.redriveMs * 1000;
    case 'broker':
      return now + plan.broker.timerDelay(world, who);
    case 'crash-relay':
      return now + crashDelay(plan.scenario);
    case 'arrive':
      return arriveAt(world);
    case 'purge':
      return purgeAt(world);
    case 'input':
      return Math.round((plan.inputs[at(world.notes.nextInput, 0)] as Command).at * 1000);
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** A learner's relay begins at its beats; what it asks for then takes as long as it takes any relay. */
function callDue(world: World, who: number): Micros {
  const relay = Math.floor(who / OPEN_CALLS);
  const phase = at(world.relays.phase, relay);
  if (phase === RELAY.polling || phase === RELAY.crashed) return relayDue(world, relay);
  return (
    world.now + latency(world, at(world.relays.history, relay) === 0 ? LATENCIES.boot : LATENCIES.confirm)
  );
}

function memberCallDue(world: World, who: number): Micros {
  const member = Math.floor(who / OPEN_CALLS);
  if (at(world.members.history, member) === 0) return handlingDue(world, member);
  return world.now + latency(world, LATENCIES.acking);
}

/** Where transactions overlap, every other one takes so long that the next may overtake it. */
function sessionTakes(world: World, session: number): Micros {
  const { sessions, plan } = world;
  switch (at(sessions.phase, session)) {
    case SESSION.idle:
      return 0;
    case SESSION.writing:
      return latency(world, LATENCIES.writing);
    case SESSION.publishing:
      return latency(world, LATENCIES.publishing);
    default: {
      const long = plan.sessions > 1 && at(sessions.event, session) % 2 === 1;
      return latency(world, long ? LATENCIES.longTransaction : LATENCIES.transaction);
    }
  }
}

function relayDue(world: World, relay: number): Micros {
  const { now, relays } = world;
  switch (at(relays.phase, relay)) {
    case RELAY.polling:
      return pollDue(world, relay);
    case RELAY.publishing:
      return now + latency(world, LATENCIES.publishing);
    case RELAY.awaiting:
      return now + latency(world, LATENCIES.confirm);
    case RELAY.marking:
      return now + latency(world, LATENCIES.marking);
    default:
      return now + latency(world, LATENCIES.restart);
  }
}

/** When the relay looks next and finds something: at its beat, or sooner if it has heard of it. */
function pollDue(world: World, relay: number): Micros {
  const { now, times, plan } = world;
  const { publication, relays } = plan.scenario;
  const found = findsAt(world, relay);
  const earliest = Math.max(now, found, timeAt(times.paused, relay));
  const heard = heardAt(world, relay);
  if (publication === 'cdc') return Math.max(earliest, heard);
  const interval = relays.pollMs * 1000;
  const offset = Math.floor((interval * relay) / plan.relays);
  const beat = Math.ceil((earliest - offset) / interval) * interval + offset;
  // A NOTIFY is a hint: it says nothing of rows that come back later, and who was down has not heard it.
  return heard === 0 || found > heard ? beat : Math.min(beat, Math.max(earliest, heard));
}

/** The wake-up takes its length from the moment itself: this is asked again at every step, and stays the same. */
function heardAt({ times, plan }: World, relay: number): Micros {
  const hinted = timeAt(times.hinted, relay);
  const [least, most] = LATENCIES.wakeUp;
  const takes = least * 1000 + (hinted % ((most - least) * 1000 + 1));
  return hinted === 0 ? 0 : hinted + paced(plan.scenario, takes);
}

function handlingDue(world: World, member: number): Micros {
  const { now, times, members, plan } = world;
  switch (at(members.phase, member)) {
    case MEMBER.crashed:
      return now + latency(world, LATENCIES.restart);
    case MEMBER.acking:
      return now + latency(world, LATENCIES.acking);
    case MEMBER.recorded:
      return now + latency(world, LATENCIES.handling);
    default: {
      const arrives = timeAt(times.left, member * plan.prefetch) + latency(world, LATENCIES.delivery);
      const free = now + latency(world, LATENCIES.handling) * timeAt(times.slowness, member);
      return Math.max(arrives, free, timeAt(times.retryAt, member));
    }
  }
}
