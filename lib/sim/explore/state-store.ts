// Every state seen so far, whole: found by a hash, and then compared word by word.
// Records lie in blocks, so that a large store takes little more than its states do.

/** Words of one block, roughly: 128 kB. */
const BLOCK_WORDS = 1 << 15;

const FIRST_SLOTS = 1024;

export interface StateStore {
  /** How many states there are; each is known by its number, in the order of arrival. */
  readonly count: number;
  /** Bytes of memory that the states, their origins and the index take. */
  readonly bytes: number;
  /** The number of this state, new or known. `from` is the state that it is first reached from. −1: it is new, and there is no room. */
  readonly add: (state: Int32Array, from: number) => number;
  /** Writes a state's words into `into`. */
  readonly read: (state: number, into: Int32Array) => void;
  /** The state that this one was first reached from; −1 for the first of all. */
  readonly origin: (state: number) => number;
}

/** What a store may hold. One state always has room. */
export interface Room {
  readonly states: number;
  readonly bytes: number;
}

/** Spreads states over the index. Equal words must have equal hashes; nothing else is asked of it. */
export type Hash = (words: Int32Array, start: number, length: number) => number;

/** An empty store for states of so many 32-bit words. */
export function createStateStore(words: number, room: Room, hash: Hash = mix): StateStore {
  // A record is a state and its origin.
  const width = words + 1;
  const shift = Math.max(0, Math.floor(Math.log2(BLOCK_WORDS / width)));
  const within = 2 ** shift - 1;
  const blocks: Int32Array[] = [];
  let index = new Int32Array(FIRST_SLOTS).fill(-1);
  let count = 0;
  let bytes = index.byteLength;

  const blockOf = (state: number): Int32Array => blocks[state >>> shift] as Int32Array;

  const isAt = (state: Int32Array, number: number): boolean => {
    const block = blockOf(number);
    const start = (number & within) * width;
    for (let word = 0; word < words; word += 1) if (block[start + word] !== state[word]) return false;
    return true;
  };

  const append = (state: Int32Array, from: number): void => {
    if ((count & within) === 0) {
      blocks.push(new Int32Array((within + 1) * width));
      bytes += (within + 1) * width * 4;
    }
    const block = blockOf(count);
    const start = (count & within) * width;
    block.set(state, start);
    block[start + words] = from;
    count += 1;
    // At most half full: beyond that, looking for a free slot takes long.
    if (count * 2 > index.length) widen();
  };

  const widen = (): void => {
    bytes += index.byteLength;
    index = new Int32Array(index.length * 2).fill(-1);
    const mask = index.length - 1;
    for (let number = 0; number < count; number += 1) {
      let slot = hash(blockOf(number), (number & within) * width, words) & mask;
      while (index[slot] !== -1) slot = (slot + 1) & mask;
      index[slot] = number;
    }
  };

  return {
    get count() {
      return count;
    },
    get bytes() {
      return bytes;
    },
    add(state, from) {
      const mask = index.length - 1;
      let slot = hash(state, 0, words) & mask;
      let found = index[slot] as number;
      while (found !== -1) {
        if (isAt(state, found)) return found;
        slot = (slot + 1) & mask;
        found = index[slot] as number;
      }
      if (count > 0 && (count >= room.states || bytes >= room.bytes)) return -1;
      index[slot] = count;
      append(state, from);
      return count - 1;
    },
    read(state, into) {
      const block = blockOf(state);
      const start = (state & within) * width;
      for (let word = 0; word < words; word += 1) into[word] = block[start + word] as number;
    },
    origin: (state) => blockOf(state)[(state & within) * width + words] as number,
  };
}

function mix(words: Int32Array, start: number, length: number): number {
  let mixed = 0x9e3779b9;
  for (let word = start; word < start + length; word += 1) {
    mixed = Math.imul(mixed ^ (words[word] as number), 0x85ebca6b);
    mixed ^= mixed >>> 15;
  }
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
