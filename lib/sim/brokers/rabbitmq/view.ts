import { at } from '../../columns';
import type { QueueView } from '../../look/kept-view';
import { handedTo, keptMessage, viewFirst } from '../../look/lane';
import type { Queues } from '../../queue';
import type { World } from '../../world';

/** Each group's queue: what its members have not acknowledged, and behind it what is ready. */
export function viewQueues(world: World, most: number): readonly QueueView[] {
  const queues = world.broker.own as unknown as Queues;
  return world.plan.groups.map(({ settings, index, from, to }) => {
    const handed = handedTo(world, from, to).map((message) => keptMessage(message, 'unacked'));
    const unacked = handed.toSorted((one, other) => one.event - other.event).slice(0, most);
    return {
      kind: 'queue',
      name: settings.name,
      ready: at(queues.length, index),
      unacked: handed.length,
      messages: [...unacked, ...viewFirst(queues, index, most - unacked.length)],
    };
  });
}
