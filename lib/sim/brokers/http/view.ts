import { at } from '../../columns';
import { actorOf } from '../../group';
import type { ChannelView } from '../../look/kept-view';
import { viewFirst } from '../../look/lane';
import type { Queues } from '../../queue';
import { MEMBER, type World } from '../../world';

/** Nothing is kept: which services answer, and the calls that each has still to answer. */
export function viewCalls(world: World, most: number): readonly ChannelView[] {
  const { members } = world.broker.own as unknown as { readonly members: Queues };
  return [
    {
      kind: 'channel',
      name: 'calls',
      listeners: world.plan.members.map((_, member) => ({
        name: world.plan.actors[actorOf(world, member)] as string,
        listens: at(world.members.phase, member) !== MEMBER.crashed,
        waiting: at(members.length, member),
        messages: viewFirst(members, member, most),
      })),
    },
  ];
}
