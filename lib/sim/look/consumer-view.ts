// The members of a group with what they have in hand, and what their group knows, as it looks from outside.

import type { Group } from '../cast';
import { at, timeAt } from '../columns';
import { actorOf, entryOf, groupOf } from '../group';
import { dedupOf, isKnown } from '../inbox';
import { longestDelivery } from '../latencies';
import { DEAD, MEMBER, type Micros, type World } from '../world';
import { viewMessage } from './lane';
import { soonest } from './relay-view';
import type { Span, Timetable } from './timetable';
import type { GroupView, HandView, MemberView } from './view';

const PHASES = Object.keys(MEMBER) as readonly (keyof typeof MEMBER)[];

export function viewMember(world: World, timetable: Timetable, member: number): MemberView {
  const { members, times, plan } = world;
  const own = plan.processes.consumer !== null;
  const span = own ? soonest(timetable, 'member-call', member) : timetable('handle', member);
  return {
    name: plan.actors[actorOf(world, member)] as string,
    group: groupOf(world, member).settings.name,
    phase: PHASES[at(members.phase, member)] as keyof typeof MEMBER,
    hand: viewHand(world, member, span),
    since: span?.since ?? null,
    dueAt: span?.dueAt ?? null,
    slowness: plan.timed ? timeAt(times.slowness, member) : 1,
  };
}

function viewHand(world: World, member: number, span: Span | null): readonly HandView[] {
  const { members, times, plan } = world;
  const from = member * plan.prefetch;
  const hand = Array.from(members.hand.subarray(from, from + plan.prefetch)).filter((message) => message > 0);
  return hand.map((message, place) => {
    const left = plan.timed ? timeAt(times.left, from + place) : null;
    return {
      ...viewMessage(message),
      leftAt: left === null ? null : left / 1000,
      arrivesAt: left === null ? null : arrival(world, member, left, place === 0 ? span : null) / 1000,
    };
  });
}

/** It is there when its handling ends, and in any case after the longest delivery; before a second attempt it was there. */
function arrival(world: World, member: number, left: Micros, span: Span | null): Micros {
  const latest = left + longestDelivery(world.plan.scenario);
  if (span === null) return latest;
  const waits = at(world.members.phase, member) === MEMBER.handling;
  const again = timeAt(world.times.retryAt, member) > left;
  return Math.min(latest, (waits && !again ? span.dueAt : span.since) * 1000);
}

export function viewGroup(world: World, group: number): GroupView {
  const { groups, plan } = world;
  const events = Array.from({ length: plan.events }, (_, index) => index + 1);
  const fate = (event: number): number => at(groups.dead, entryOf(world, group, event));
  return {
    name: (plan.groups[group] as Group).settings.name,
    dedup: dedupOf(world, group),
    inbox: events.filter((event) => isKnown(world, group, event)),
    effects: events
      .map((event) => ({ event, times: at(groups.effects, entryOf(world, group, event)) }))
      .filter(({ times }) => times > 0),
    deadLetters: events.filter((event) => fate(event) === DEAD.dead),
    parked: events.filter((event) => fate(event) === DEAD.parked),
    halted: Array.from({ length: plan.aggregates }, (_, index) => index)
      .filter((aggregate) => at(groups.halted, group * plan.aggregates + aggregate) > 0)
      .map((aggregate) => aggregate + 1),
  };
}
