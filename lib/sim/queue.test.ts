import { describe, expect, it } from 'vitest';
import { memory } from './columns';
import {
  clear,
  isFull,
  messageAt,
  peek,
  putBehind,
  putFirst,
  putLast,
  type Queues,
  queuesShape,
  takeFirst,
} from './queue';

/** Two queues with room for four messages each. */
function twoQueues(): { readonly queues: Queues; readonly cells: () => readonly number[] } {
  const { cells, columns } = memory(queuesShape(2, 4), Int32Array);
  return { queues: columns, cells: () => Array.from(cells) };
}

const messagesOf = (queues: Queues, queue: number): readonly number[] =>
  Array.from({ length: queues.length[queue] as number }, (_, index) => messageAt(queues, queue, index));

describe.each([
  ['a ring', true],
  ['a row that begins at its first cell', false],
])('%s', (_, ring) => {
  it('hands out what came first', () => {
    const { queues } = twoQueues();
    for (const message of [1, 2, 3]) putLast(queues, 0, message);
    expect(peek(queues, 0)).toBe(1);
    expect([takeFirst(queues, 0, ring), takeFirst(queues, 0, ring)]).toEqual([1, 2]);
    expect(messagesOf(queues, 0)).toEqual([3]);
  });

  it('goes round and round in the room that it has, beside another', () => {
    const { queues } = twoQueues();
    putLast(queues, 1, 99);
    for (let message = 1; message <= 10; message += 1) {
      putLast(queues, 0, message);
      if (message > 3) expect(takeFirst(queues, 0, ring)).toBe(message - 3);
    }
    expect(messagesOf(queues, 0)).toEqual([8, 9, 10]);
    expect(messagesOf(queues, 1)).toEqual([99]);
  });

  it('takes back what was handed out, in its place', () => {
    const { queues } = twoQueues();
    for (const message of [1, 2, 3, 4]) putLast(queues, 0, message);
    const hand = [takeFirst(queues, 0, ring), takeFirst(queues, 0, ring)];
    for (const message of hand.toReversed()) putFirst(queues, 0, message, ring);
    expect(messagesOf(queues, 0)).toEqual([1, 2, 3, 4]);
  });

  it('is full where its room ends', () => {
    const { queues } = twoQueues();
    for (const message of [1, 2, 3]) putLast(queues, 1, message);
    expect(isFull(queues, 1)).toBe(false);
    putLast(queues, 1, 4);
    expect([isFull(queues, 0), isFull(queues, 1)]).toEqual([false, true]);
  });

  it('leaves nothing behind when it is cleared', () => {
    const { queues, cells } = twoQueues();
    for (const message of [1, 2, 3]) putLast(queues, 0, message);
    takeFirst(queues, 0, ring);
    clear(queues, 0);
    expect(cells()).toEqual(twoQueues().cells());
  });
});

describe('a ring', () => {
  it('puts one behind those that came before it, across its end', () => {
    const { queues } = twoQueues();
    for (const message of [1, 2, 3, 4]) putLast(queues, 0, message);
    for (let taken = 0; taken < 3; taken += 1) takeFirst(queues, 0, true);
    putFirst(queues, 0, 2, true);
    putBehind(queues, 0, 3, 1);
    expect(messagesOf(queues, 0)).toEqual([2, 3, 4]);
  });
});

describe('without time', () => {
  it('equal queues look equal, however they came about', () => {
    const long = twoQueues();
    for (const message of [5, 6, 7, 8]) putLast(long.queues, 0, message);
    for (let taken = 0; taken < 2; taken += 1) takeFirst(long.queues, 0, false);
    const short = twoQueues();
    putLast(short.queues, 0, 8);
    putFirst(short.queues, 0, 7, false);
    expect(long.cells()).toEqual(short.cells());
  });
});
