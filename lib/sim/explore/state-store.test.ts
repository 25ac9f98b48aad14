import { describe, expect, it } from 'vitest';
import { nextBelow, seeded } from '@/lib/shared/random';
import { createStateStore, type Hash } from './state-store';

const endless = { states: 1e9, bytes: 1e12 };

/** A state of three words. */
const state = (number: number): Int32Array => Int32Array.of(number % 7, Math.floor(number / 7), -number);

/** Hashes that make trouble: all alike, alike for many, and beyond the index. */
const hashes: readonly (readonly [string, Hash | undefined])[] = [
  ['its own hash', undefined],
  ['one hash for all', () => 0],
  ['three hashes', (words, start) => (words[start] ?? 0) % 3],
  ['hashes below zero', (words, start) => -(words[start + 1] ?? 0) - 1],
];

describe.each(hashes)('a store of states, with %s', (_, hash) => {
  it('numbers new states in the order of their arrival, and knows them again', () => {
    const store = createStateStore(3, endless, hash);
    const numbers = Array.from({ length: 900 }, (_, number) => store.add(state(number), number - 1));
    expect(numbers).toEqual(Array.from({ length: 900 }, (_, number) => number));
    expect([store.add(state(899), 5), store.add(state(0), 7), store.count]).toEqual([899, 0, 900]);
  });

  it('gives back every state as it came, and where it was first reached from', () => {
    const store = createStateStore(3, endless, hash);
    for (let number = 0; number < 900; number += 1) store.add(state(number), number - 1);
    for (let number = 0; number < 900; number += 1) store.add(state(number), 0);
    const read = new Int32Array(3);
    for (let number = 0; number < 900; number += 1) {
      store.read(number, read);
      expect([...read]).toEqual([...state(number)]);
      expect(store.origin(number)).toBe(number - 1);
    }
  });

  it('keeps states apart that differ in one bit of any word', () => {
    const store = createStateStore(4, endless, hash);
    const plain = Int32Array.of(0, 0, 0, 0);
    store.add(plain, -1);
    const flipped = Array.from({ length: 128 }, (_, bit) => {
      const other = plain.slice();
      other[bit >> 5] = 1 << (bit & 31);
      return store.add(other, 0);
    });
    expect(flipped).toEqual(Array.from({ length: 128 }, (_, bit) => bit + 1));
  });

  it('agrees with a plain map over random states', () => {
    const store = createStateStore(3, endless, hash);
    const plain = new Map<string, number>();
    const random = seeded(3);
    for (let turn = 0; turn < 1500; turn += 1) {
      const words = Int32Array.from({ length: 3 }, () => nextBelow(random, 8) - 4);
      const key = words.join();
      const known = plain.get(key) ?? plain.size;
      plain.set(key, known);
      expect(store.add(words, turn)).toBe(known);
    }
    expect(store.count).toBe(plain.size);
  });
});

describe('the room of a store', () => {
  it('takes no new state beyond so many, and still knows the old ones', () => {
    const store = createStateStore(3, { states: 2, bytes: 1e12 });
    expect([0, 1, 2, 1, 0].map((number) => store.add(state(number), -1))).toEqual([0, 1, -1, 1, 0]);
    expect(store.count).toBe(2);
  });

  it('takes no new state beyond so many bytes, but always one', () => {
    const store = createStateStore(3, { states: 1e9, bytes: 1 });
    expect([0, 1, 0].map((number) => store.add(state(number), -1))).toEqual([0, -1, 0]);
  });

  it.each([4000, 10_000, 33_000, 100_000])(
    'takes under 200 bytes a state of 120 with %i of them',
    (count) => {
      const store = createStateStore(30, endless);
      const words = new Int32Array(30);
      for (let number = 0; number < count; number += 1) {
        words[number % 30] = number;
        store.add(words, number - 1);
      }
      expect(store.count).toBe(count);
      expect(store.bytes / count).toBeLessThan(200);
    },
  );

  it('keeps states that are wider than a block', () => {
    const store = createStateStore(50_000, endless);
    const wide = new Int32Array(50_000);
    for (let number = 0; number < 5; number += 1) {
      wide[49_999] = number;
      expect(store.add(wide, number - 1)).toBe(number);
    }
    const read = new Int32Array(50_000);
    store.read(3, read);
    expect([read[49_999], store.origin(3)]).toEqual([3, 2]);
  });
});
