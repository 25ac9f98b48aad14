// What a broker holds, as it looks from outside.
import { at } from '../columns';
import { copyOf, eventOf, isRedelivered } from '../message';
import { messageAt, type Queues } from '../queue';
import type { World } from '../world';
import type { KeptMessage } from './kept-view';
import type { MessageView } from './view';

export const viewMessage = (message: number): MessageView => ({
  event: eventOf(message),
  copy: copyOf(message),
  redelivered: isRedelivered(message),
});

export const keptMessage = (message: number, state: KeptMessage['state']): KeptMessage => ({
  ...viewMessage(message),
  state,
});

/** The messages of a queue, the next one first. */
export const viewQueue = (queues: Queues, queue: number): readonly MessageView[] =>
  Array.from({ length: at(queues.length, queue) }, (_, index) =>
    viewMessage(messageAt(queues, queue, index)),
  );

/** The first of them, as many as there is room for. */
export const viewFirst = (queues: Queues, queue: number, most: number): readonly KeptMessage[] =>
  Array.from({ length: Math.min(most, at(queues.length, queue)) }, (_, index) =>
    keptMessage(messageAt(queues, queue, index), 'waiting'),
  );

/** What the members from one to another have in hand, by their places. */
export function handedTo({ members, plan }: World, from: number, to: number): readonly number[] {
  const hand = members.hand.subarray(from * plan.prefetch, to * plan.prefetch);
  return Array.from(hand).filter((message) => message > 0);
}
