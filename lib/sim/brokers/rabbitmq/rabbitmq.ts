// RabbitMQ: an exchange routes each message by its key into every queue that is bound to it, one queue a group.
// A queue hands a message to one member and keeps it until the ack; without one it goes back to where it was.
// The rules [Q…] are in the README.
import type { Broker } from '../../broker';
import { at, type Column } from '../../columns';
import { entryOf, groupOf } from '../../group';
import { viewQueue } from '../../look/lane';
import { asRedelivered, eventOf } from '../../message';
import type { Plan } from '../../plan';
import {
  clear,
  messageAt,
  putBehind,
  putFirst,
  putLast,
  type Queues,
  queuesShape,
  takeFirst,
} from '../../queue';
import { wants } from '../../routing';
import type { World } from '../../world';
import { viewQueues } from './view';

interface Own extends Queues {
  /** The place in the queue's history at which an event last came in, and how many came so far. Where time passes. */
  readonly came: Column;
  readonly arrivals: Column;
}

/** Messages beyond this a queue refuses (`x-overflow: reject-publish`): only a run without end gets there. */
const mostOf = ({ events, timed, relays, scenario }: Plan): number =>
  timed ? 2 * events + 64 : events * (Math.max(1, relays) + scenario.budgets.crashes + 1);

const queuesOf = (world: World): Own => world.broker.own as unknown as Own;

/** To the end of the queue. */
function enqueue(world: World, group: number, message: number): void {
  const own = queuesOf(world);
  putLast(own, group, message);
  if (!world.plan.timed) return;
  const arrival = at(own.arrivals, group) + 1;
  own.arrivals[group] = arrival;
  own.came[entryOf(world, group, eventOf(message))] = arrival;
}

/** Back to its place: behind those that came before it and are back already. */
function requeue(world: World, group: number, message: number): void {
  const own = queuesOf(world);
  const placeOf = (one: number): number => at(own.came, entryOf(world, group, eventOf(one)));
  let before = 0;
  while (before < at(own.length, group) && placeOf(messageAt(own, group, before)) < placeOf(message))
    before += 1;
  putBehind(own, group, asRedelivered(message), before);
}

export const rabbitmq: Broker = {
  kind: 'rabbitmq',
  takesBack: true,
  rejects: true,
  routes: true,
  shape: (plan) => ({
    // What members hold may come back to a queue that is full.
    ...queuesShape(plan.groups.length, mostOf(plan) + plan.members.length * plan.prefetch),
    came: plan.timed ? plan.groups.length * (plan.events + 1) : 0,
    arrivals: plan.timed ? plan.groups.length : 0,
  }),
  timers: () => 0,

  publish(world, message) {
    const { plan, broker } = world;
    const { length } = queuesOf(world);
    if (at(broker.up, 0) === 0) return 'refused';
    let routed = false;
    for (let group = 0; group < plan.groups.length; group += 1) {
      if (!wants(world, group, eventOf(message))) continue;
      if (at(length, group) >= mostOf(plan)) return 'refused';
      enqueue(world, group, message);
      routed = true;
    }
    if (routed) return 'taken';
    return plan.scenario.broker.mandatory ? 'returned' : 'dropped';
  },

  offers: (world, member) => at(queuesOf(world).length, groupOf(world, member).index) > 0,

  deliver: (world, member) => takeFirst(queuesOf(world), groupOf(world, member).index, world.plan.timed),

  // The queue let go of it when it handed it over: an ack leaves nothing to do.
  acknowledge: () => undefined,

  retryLater: (world, member, message) => enqueue(world, groupOf(world, member).index, message),

  redrive: (world, group, message) => enqueue(world, group, message),

  lose(world, member, hand) {
    const group = groupOf(world, member).index;
    for (let place = hand.length - 1; place >= 0; place -= 1) {
      const message = hand[place] as number;
      if (world.plan.timed) requeue(world, group, message);
      else putFirst(queuesOf(world), group, message, false);
    }
  },

  restart(world) {
    const { durable, persistent } = world.plan.scenario.broker;
    if (durable && persistent) return 0;
    const queues = queuesOf(world);
    let lost = 0;
    for (const group of world.plan.groups) {
      lost += at(queues.length, group.index);
      clear(queues, group.index);
    }
    return lost;
  },

  timerReady: () => false,
  timerDelay: () => 0,
  timer: () => undefined,

  view: (world) =>
    world.plan.groups.map(({ settings, index }) => ({
      name: settings.name,
      messages: viewQueue(queuesOf(world), index),
    })),

  keeps: viewQueues,
};
