// LISTEN/NOTIFY: a notification is handed to every connection that listens at that moment, and kept for nobody.
// What a connection has not handled yet is only in its memory, and gone with it. The rules [N…] are in the README.
import type { Broker } from '../../broker';
import type { Group } from '../../cast';
import { at } from '../../columns';
import { actorOf } from '../../group';
import { viewQueue } from '../../look/lane';
import { copyOf, eventOf } from '../../message';
import type { Plan } from '../../plan';
import { clear, isFull, messageAt, putLast, type Queues, queuesShape, takeFirst } from '../../queue';
import { record } from '../../record';
import { wants } from '../../routing';
import { KIND } from '../../step';
import { MEMBER, type World } from '../../world';
import { viewChannel } from './view';

/** A payload of so many bytes is refused: `payload string too long`, 22023. */
const TOO_LONG = 8000;

/** PostgreSQL keeps 8 GB of what listeners have not read; then a transaction that notifies fails at its commit. */
const roomOf = ({ events, timed, relays, scenario }: Plan): number =>
  timed ? 2 * events + 64 : events * (Math.max(1, relays) + scenario.budgets.crashes + 1);

const memoriesOf = (world: World): Queues =>
  (world.broker.own as unknown as { readonly members: Queues }).members;

const isListening = ({ members }: World, member: number): boolean =>
  at(members.phase, member) !== MEMBER.crashed;

/** Puts it into the memory of all members of a group that listen; the others never hear of it. */
function tell(world: World, { from, to }: Group, message: number): boolean {
  let heard = false;
  for (let member = from; member < to; member += 1) {
    if (isListening(world, member)) {
      putLast(memoriesOf(world), member, message);
      heard = true;
    } else {
      record(world, KIND.missed, actorOf(world, member), eventOf(message), copyOf(message));
    }
  }
  return heard;
}

function hasRoom(world: World): boolean {
  const { length } = world.plan.members;
  for (let member = 0; member < length; member += 1) {
    if (isFull(memoriesOf(world), member)) return false;
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

  offers: (world, member) => at(memoriesOf(world).length, member) > 0,

  deliver: (world, member) => takeFirst(memoriesOf(world), member, world.plan.timed),

  // There is nobody to tell.
  acknowledge: () => undefined,

  // The database knows nothing of it: the member puts it behind what it has heard since.
  retryLater: (world, member, message) => putLast(memoriesOf(world), member, message),

  redrive(world, group, message) {
    tell(world, world.plan.groups[group] as Group, message);
  },

  lose(world, member, hand) {
    const memories = memoriesOf(world);
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

  view: (world) =>
    world.plan.members.map((_, member) => ({
      name: world.plan.actors[actorOf(world, member)] as string,
      messages: viewQueue(memoriesOf(world), member),
    })),

  keeps: viewChannel,
};
