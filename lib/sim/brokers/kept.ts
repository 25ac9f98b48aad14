// Queues that keep what was taken from them, as logs and streams do: in the cells before their heads, until it is
// forgotten or they are turned back.
import { at, type Column } from '../columns';
import { copyOf, eventOf, messageOf } from '../message';
import { peek, type Queues, queuesShape } from '../queue';

export interface KeptQueues extends Queues {
  /** How many of those that were taken are still there. */
  readonly kept: Column;
}

export const keptShape = (count: number, room: number) => ({ ...queuesShape(count, room), kept: count });

const roomOf = ({ cells, length }: Queues): number => cells.length / length.length;

/** Takes the first, and keeps it. */
export function pass(queues: KeptQueues, queue: number): number {
  const message = peek(queues, queue);
  const head = at(queues.head, queue) + 1;
  queues.head[queue] = head < roomOf(queues) ? head : 0;
  queues.length[queue] = at(queues.length, queue) - 1;
  queues.kept[queue] = at(queues.kept, queue) + 1;
  return message;
}

/** Before another comes in: where all cells are in use, the oldest that was kept is not kept any longer. */
export function makeRoom(queues: KeptQueues, queue: number, ring: boolean): void {
  const kept = at(queues.kept, queue);
  if (kept > 0 && kept + at(queues.length, queue) >= roomOf(queues)) forgetOldest(queues, queue, ring);
}

/** The oldest that was kept is gone. Where there is no ring the others close up, so that equal queues look equal. */
export function forgetOldest(queues: KeptQueues, queue: number, ring: boolean): void {
  queues.kept[queue] = at(queues.kept, queue) - 1;
  if (ring) return;
  const room = roomOf(queues);
  const from = queue * room;
  queues.head[queue] = at(queues.head, queue) - 1;
  queues.cells.copyWithin(from, from + 1, from + room);
  queues.cells[from + room - 1] = 0;
}

/** One that was kept, counted from 0 with the oldest. */
export function keptAt(queues: KeptQueues, queue: number, index: number): number {
  const room = roomOf(queues);
  const place = at(queues.head, queue) - at(queues.kept, queue) + index;
  return at(queues.cells, queue * room + (place < 0 ? place + room : place));
}

/** All that was kept is there to be taken again, each as it is now to be seen. Returns how many. */
export function turnBack(
  queues: KeptQueues,
  queue: number,
  seenAs: (message: number) => number = (message) => message,
): number {
  const kept = at(queues.kept, queue);
  const room = roomOf(queues);
  for (let turned = 0; turned < kept; turned += 1) {
    const head = (at(queues.head, queue) + room - 1) % room;
    const cell = queue * room + head;
    queues.head[queue] = head;
    queues.cells[cell] = seenAs(at(queues.cells, cell));
  }
  queues.length[queue] = at(queues.length, queue) + kept;
  queues.kept[queue] = 0;
  return kept;
}

/** Nobody can tell any more that it was handed out before. */
export const asNew = (message: number): number => messageOf(eventOf(message), copyOf(message));
