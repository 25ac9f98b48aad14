/** A seeded source of chance (sfc32). Its state is data, so a world can hold and copy it. */
export interface Random {
  a: number;
  b: number;
  c: number;
  counter: number;
}

export function seeded(seed: number): Random {
  const random: Random = { a: 0x9e3779b9, b: 0x243f6a88, c: seed | 0, counter: 1 };
  for (let round = 0; round < 12; round += 1) nextUint32(random);
  return random;
}

/** The next whole number from 0 to 2³² − 1; moves the state on. */
export function nextUint32(random: Random): number {
  const t = (((random.a + random.b) | 0) + random.counter) | 0;
  random.counter = (random.counter + 1) | 0;
  random.a = random.b ^ (random.b >>> 9);
  random.b = (random.c + (random.c << 3)) | 0;
  random.c = ((random.c << 21) | (random.c >>> 11)) + t;
  random.c |= 0;
  return t >>> 0;
}

/** A whole number from 0 to `bound` − 1. */
export const nextBelow = (random: Random, bound: number): number =>
  Math.floor((nextUint32(random) / 0x1_0000_0000) * bound);
