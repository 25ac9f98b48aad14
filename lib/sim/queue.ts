// First in, first out, in columns: a ring where time passes, and always from the first cell where it does not,
// so that equal queues look equal.
import { at, type Column } from './columns';

/** Several queues of one size, side by side. */
export interface Queues {
  readonly cells: Column;
  readonly head: Column;
  readonly length: Column;
}

export const queuesShape = (count: number, room: number) => ({
  cells: count * room,
  head: count,
  length: count,
});

const roomOf = ({ cells, length }: Queues): number => cells.length / length.length;

export const isFull = (queues: Queues, queue: number): boolean => at(queues.length, queue) >= roomOf(queues);

const placeOf = (queues: Queues, queue: number, index: number): number => {
  const room = roomOf(queues);
  const place = at(queues.head, queue) + index;
  return queue * room + (place < room ? place : place - room);
};

export const peek = (queues: Queues, queue: number): number => at(queues.cells, placeOf(queues, queue, 0));

/** The message at a place of the queue, counted from 0 at its head. */
export const messageAt = (queues: Queues, queue: number, index: number): number =>
  at(queues.cells, placeOf(queues, queue, index));

export function putLast(queues: Queues, queue: number, message: number): void {
  const length = at(queues.length, queue);
  queues.cells[placeOf(queues, queue, length)] = message;
  queues.length[queue] = length + 1;
}

export function takeFirst(queues: Queues, queue: number, ring: boolean): number {
  const message = peek(queues, queue);
  const room = roomOf(queues);
  const length = at(queues.length, queue) - 1;
  queues.length[queue] = length;
  if (ring) {
    queues.cells[placeOf(queues, queue, 0)] = 0;
    const head = at(queues.head, queue) + 1;
    queues.head[queue] = head < room ? head : 0;
    return message;
  }
  const from = queue * room;
  const last = from + length;
  // By hand: for so few cells the call of `copyWithin` takes longer.
  for (let place = from; place < last; place += 1) queues.cells[place] = at(queues.cells, place + 1);
  queues.cells[last] = 0;
  return message;
}

/** Back to where it was taken from. */
export function putFirst(queues: Queues, queue: number, message: number, ring: boolean): void {
  const room = roomOf(queues);
  const length = at(queues.length, queue);
  queues.length[queue] = length + 1;
  if (ring) {
    queues.head[queue] = (at(queues.head, queue) + room - 1) % room;
  } else {
    const from = queue * room;
    for (let place = from + length; place > from; place -= 1) {
      queues.cells[place] = at(queues.cells, place - 1);
    }
  }
  queues.cells[placeOf(queues, queue, 0)] = message;
}

/** Among the others, behind so many of them. In a ring only. */
export function putBehind(queues: Queues, queue: number, message: number, others: number): void {
  putFirst(queues, queue, message, true);
  for (let index = 0; index < others; index += 1) {
    queues.cells[placeOf(queues, queue, index)] = messageAt(queues, queue, index + 1);
  }
  queues.cells[placeOf(queues, queue, others)] = message;
}

/** Takes out the message at a place of the queue; those before it close up. */
export function takeAt(queues: Queues, queue: number, index: number, ring: boolean): number {
  const message = messageAt(queues, queue, index);
  for (let place = index; place > 0; place -= 1) {
    queues.cells[placeOf(queues, queue, place)] = messageAt(queues, queue, place - 1);
  }
  takeFirst(queues, queue, ring);
  return message;
}

export function clear(queues: Queues, queue: number): void {
  const room = roomOf(queues);
  queues.cells.fill(0, queue * room, (queue + 1) * room);
  queues.head[queue] = 0;
  queues.length[queue] = 0;
}
