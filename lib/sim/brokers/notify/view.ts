import { at } from '../../columns';
import { actorOf } from '../../group';
import type { ChannelView } from '../../look/kept-view';
import { viewFirst } from '../../look/lane';
import type { Queues } from '../../queue';
import { MEMBER, type World } from '../../world';

/** The channel keeps nothing: who listens, and what each has in memory. */
export function viewChannel(world: World, most: number): readonly ChannelView[] {
  const { members } = world.broker.own as unknown as { readonly members: Queues };
  return [
    {
      kind: 'channel',
      name: 'channel',
      listeners: world.plan.members.map((_, member) => ({
        name: world.plan.actors[actorOf(world, member)] as string,
        listens: at(world.members.phase, member) !== MEMBER.crashed,
        waiting: at(members.length, member),
        messages: viewFirst(members, member, most),
      })),
    },
  ];
}
