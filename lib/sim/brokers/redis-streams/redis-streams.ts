// Redis Streams: one stream, and a group that reads it hands each entry to one of its members. What is not
// acknowledged stays in that member's list of pending entries. The rules [S…] are in the README.
import type { Broker } from '../../broker';
import { at } from '../../columns';
import { actorOf, groupOf } from '../../group';
import { viewQueue } from '../../look/lane';
import { copyOf, eventOf } from '../../message';
import { record } from '../../record';
import { KIND } from '../../step';
import type { World } from '../../world';
import { AMONG, claim, idleSince, isAnyClaimable, oldestClaimable } from './claiming';
import { leaveOther, loseHand, nextOwn, pendingOf, pendingShape, settle, takeOwn } from './pending';
import { add, isTrimmed, loseStream, mostOf, replay, streamsOf, streamsShape, take } from './stream';
import { viewStream } from './view';

const minIdle = ({ plan }: World): number => plan.scenario.broker.minIdleMs * 1000;

/** The next of the member's own list. Of one that was trimmed meanwhile nothing is left but its id. */
function readOwn(world: World, member: number, group: number): number {
  const message = takeOwn(world, member);
  if (!isTrimmed(world, group, message)) return message;
  record(world, KIND.missed, actorOf(world, member), eventOf(message), copyOf(message));
  return 0;
}

const isAlone = (world: World, member: number): boolean => {
  const { from, to } = groupOf(world, member);
  return to - from === 1;
};

export const redisStreams: Broker = {
  kind: 'redis-streams',
  shape: (plan) => ({
    ...streamsShape(plan),
    members: pendingShape(plan),
  }),
  timers: (members) => (members > 1 ? members : 0),

  publish(world, message) {
    const { plan, broker } = world;
    const { length } = streamsOf(world);
    if (at(broker.up, 0) === 0) return 'refused';
    for (let group = 0; group < plan.groups.length; group += 1) {
      if (at(length, group) >= mostOf(plan)) return 'refused';
    }
    for (let group = 0; group < plan.groups.length; group += 1) add(world, group, message);
    return 'taken';
  },

  offers: (world, member) =>
    nextOwn(world, member) !== 0 || at(streamsOf(world).length, groupOf(world, member).index) > 0,

  deliver(world, member) {
    const { index } = groupOf(world, member);
    if (nextOwn(world, member) !== 0) return readOwn(world, member, index);
    const message = take(world, index);
    if (world.plan.timed && at(streamsOf(world).replayed, index) === 1) leaveOther(world, member, message);
    return message;
  },

  acknowledge: settle,

  // Acknowledged, and added to a stream of retries, which is read after what is here by now.
  retryLater(world, member, message) {
    settle(world, member, message);
    add(world, groupOf(world, member).index, message);
  },

  redrive: add,

  lose: loseHand,

  replay,

  restart(world) {
    if (world.plan.scenario.broker.persistent) return 0;
    const { waiting, since } = pendingOf(world);
    let lost = 0;
    for (const message of waiting) if (message !== 0) lost += 1;
    for (const { index } of world.plan.groups) lost += loseStream(world, index);
    waiting.fill(0);
    since.fill(0);
    return lost;
  },

  timerReady(world, member) {
    if (isAlone(world, member)) return false;
    if (world.plan.timed) return isAnyClaimable(world, member);
    return oldestClaimable(world, member, AMONG.lost, 0) !== -1;
  },

  timerDelay: (world, member) => Math.max(0, idleSince(world, member) + minIdle(world) - world.now),

  timer(world, member) {
    const { timed } = world.plan;
    const place = timed
      ? oldestClaimable(world, member, AMONG.all, world.now - minIdle(world))
      : oldestClaimable(world, member, AMONG.lost, 0);
    // What was idle when the timer was set may be settled by now.
    if (place !== -1) claim(world, member, place);
  },

  seizure: {
    isPossible: (world, member) =>
      !isAlone(world, member) && oldestClaimable(world, member, AMONG.inHand, 0) !== -1,
    seize: (world, member) => claim(world, member, oldestClaimable(world, member, AMONG.inHand, 0)),
  },

  view: (world) =>
    world.plan.groups.map(({ settings, index }) => ({
      name: settings.name,
      messages: viewQueue(streamsOf(world), index).filter(({ event }) => event !== 0),
    })),

  keeps: viewStream,
};
