// What a broker holds, as it looks from outside.
import { at } from '../columns';
import { copyOf, eventOf, isRedelivered } from '../message';
import { messageAt, type Queues } from '../queue';
import type { MessageView } from './view';

export const viewMessage = (message: number): MessageView => ({
  event: eventOf(message),
  copy: copyOf(message),
  redelivered: isRedelivered(message),
});

/** The messages of a queue, the next one first. */
export const viewQueue = (queues: Queues, queue: number): readonly MessageView[] =>
  Array.from({ length: at(queues.length, queue) }, (_, index) =>
    viewMessage(messageAt(queues, queue, index)),
  );
