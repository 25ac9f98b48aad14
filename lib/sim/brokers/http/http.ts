// No broker at all: whoever publishes calls every service that wants the event, and each of them has to answer. Nothing
// is kept between the two. The rules [H…] are in the README.
import type { Broker } from '../../broker';
import type { Group } from '../../cast';
import { at } from '../../columns';
import { asRedelivered, eventOf } from '../../message';
import { isFull, putFirst, putLast, queuesShape, takeFirst } from '../../queue';
import { wants } from '../../routing';
import { MEMBER, type World } from '../../world';
import { roomOf, viewListeners, viewMembers, waitingOf } from '../members';

/** The first member of a group that could take a call; -1 where the service is down. */
function whoAnswers(world: World, { from, to }: Group): number {
  for (let member = from; member < to; member += 1) {
    const isUp = at(world.members.phase, member) !== MEMBER.crashed;
    if (isUp && !isFull(waitingOf(world), member)) return member;
  }
  return -1;
}

export const http: Broker = {
  kind: 'http',
  // A caller waits for its answer, so there are never more calls than events and what is called again.
  shape: (plan) => ({ members: queuesShape(plan.members.length, roomOf(plan)) }),
  timers: () => 0,
  settlesWithEffect: true,

  publish(world, message) {
    const { plan, broker } = world;
    if (at(broker.up, 0) === 0) return 'refused';
    const called = plan.groups.filter((group) => wants(world, group.index, eventOf(message)));
    if (called.some((group) => whoAnswers(world, group) < 0)) return 'refused';
    for (const group of called) putLast(waitingOf(world), whoAnswers(world, group), message);
    return 'taken';
  },

  offers: (world, member) => at(waitingOf(world).length, member) > 0,

  deliver: (world, member) => takeFirst(waitingOf(world), member, world.plan.timed),

  // The answer is the settlement.
  acknowledge: () => undefined,

  retryLater: (world, member, message) => putLast(waitingOf(world), member, message),

  redrive(world, group, message) {
    const { from } = world.plan.groups[group] as Group;
    putLast(waitingOf(world), from, message);
  },

  // Its caller has had no answer, and calls again once somebody is there.
  lose(world, member, hand) {
    const { timed } = world.plan;
    for (const message of [...hand].reverse())
      putFirst(waitingOf(world), member, timed ? asRedelivered(message) : message, timed);
  },

  restart: () => 0,

  timerReady: () => false,
  timerDelay: () => 0,
  timer: () => undefined,

  view: viewMembers,

  keeps: viewListeners('calls'),
};
