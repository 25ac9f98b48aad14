// What brokers share that keep nothing themselves: a message stands with the member that has to see to it.
import { at } from '../columns';
import { actorOf } from '../group';
import type { ChannelView } from '../look/kept-view';
import { viewFirst, viewQueue } from '../look/lane';
import type { Plan } from '../plan';
import type { Queues } from '../queue';
import { MEMBER, type World } from '../world';

/** Room for all that can be on its way to one member. */
export const roomOf = ({ events, timed, relays, scenario }: Plan): number =>
  timed ? 2 * events + 64 : events * (Math.max(1, relays) + scenario.budgets.crashes + 1);

/** The queue of each member: what it has still to see to. */
export const waitingOf = (world: World): Queues =>
  (world.broker.own as unknown as { readonly members: Queues }).members;

const nameOf = (world: World, member: number): string => world.plan.actors[actorOf(world, member)] as string;

export const viewMembers = (world: World) =>
  world.plan.members.map((_, member) => ({
    name: nameOf(world, member),
    messages: viewQueue(waitingOf(world), member),
  }));

/** As a channel that keeps nothing: who listens, and what each has still to see to. */
export const viewListeners =
  (name: string) =>
  (world: World, most: number): readonly ChannelView[] => [
    {
      kind: 'channel',
      name,
      listeners: world.plan.members.map((_, member) => ({
        name: nameOf(world, member),
        listens: at(world.members.phase, member) !== MEMBER.crashed,
        waiting: at(waitingOf(world).length, member),
        messages: viewFirst(waitingOf(world), member, most),
      })),
    },
  ];
