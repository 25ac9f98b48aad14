// LISTEN/NOTIFY: a notification is handed to every connection that listens at that moment, and kept for nobody.
// What a connection has not handled yet is only in its memory, and gone with it. The rules [N…] are in the README.
import type { Broker } from '../../broker';
import type { Group } from '../../cast';
import { at } from '../../columns';
import { actorOf } from '../../group';
import { copyOf, eventOf } from '../../message';
import { clear, isFull, messageAt, putLast, queuesShape, takeFirst } from '../../queue';
import { record } from '../../record';
import { wants } from '../../routing';
import { KIND } from '../../step';
import { MEMBER, type World } from '../../world';
import { roomOf, viewListeners, viewMembers, waitingOf } from '../members';

/** A payload of so many bytes is refused: `payload string too long`, 22023. */
const TOO_LONG = 8000;

const isListening = ({ members }: World, member: number): boolean =>
  at(members.phase, member) !== MEMBER.crashed;

/** Puts it into the memory of all members of a group that listen; the others never hear of it. */
function tell(world: World, { from, to }: Group, message: number): boolean {
  let heard = false;
  for (let member = from; member < to; member += 1) {
    if (isListening(world, member)) {
      putLast(waitingOf(world), member, message);
      heard = true;
    } else {
      record(world, KIND.missed, actorOf(world, member), eventOf(message), copyOf(message));
    }
  }
  return heard;
}

/** PostgreSQL keeps 8 GB of what listeners have not read; then a transaction that notifies fails at its commit. */
function hasRoom(world: World): boolean {
  const { length } = world.plan.members;
  for (let member = 0; member < length; member += 1) {
    if (isFull(waitingOf(world), member)) return false;
  }
  return true;
}

export const notify: Broker = {
  kind: 'notify',
  shape: (plan) => ({ members: queuesShape(plan.members.length, roomOf(plan)) }),
  timers: () => 0,
  settlesWithEffect: true,

  publish(world, message) {
    const { plan, broker } = world;
    if (at(broker.up, 0) === 0 || !hasRoom(world)) return 'refused';
    if (plan.scenario.workload.payloadBytes >= TOO_LONG) return 'returned';
    let heard = false;
    for (const group of plan.groups) {
      if (wants(world, group.index, eventOf(message)) && tell(world, group, message)) heard = true;
    }
    return heard ? 'taken' : 'dropped';
  },

  offers: (world, member) => at(waitingOf(world).length, member) > 0,

  deliver: (world, member) => takeFirst(waitingOf(world), member, world.plan.timed),

  // There is nobody to tell.
  acknowledge: () => undefined,

  // The database knows nothing of it: the member puts it behind what it has heard since.
  retryLater: (world, member, message) => putLast(waitingOf(world), member, message),

  redrive(world, group, message) {
    tell(world, world.plan.groups[group] as Group, message);
  },

  lose(world, member, hand) {
    const memories = waitingOf(world);
    const actor = actorOf(world, member);
    for (const message of hand) record(world, KIND.missed, actor, eventOf(message), copyOf(message));
    for (let place = 0; place < at(memories.length, member); place += 1) {
      const message = messageAt(memories, member, place);
      record(world, KIND.missed, actor, eventOf(message), copyOf(message));
    }
    clear(memories, member);
  },

  // What there was to lose went with the connections.
  restart: () => 0,

  timerReady: () => false,
  timerDelay: () => 0,
  timer: () => undefined,

  view: viewMembers,

  keeps: viewListeners('channel'),
};
