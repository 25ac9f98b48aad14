import { nextBelow, nextUint32, type Random, seeded } from '@/lib/shared/random';

/** What happened, told once: its id is minted with it and travels in every copy. */
export interface Event {
  /** By order of creation, from 1. */
  readonly number: number;
  /** A UUID; consumers know the event by it. */
  readonly id: string;
  /** The order that it is about: a UUID. */
  readonly order: string;
  /** What the order comes to. */
  readonly total: number;
}

/** The n-th event of every run with this seed, whatever else happens in it. */
export function mint(seed: number, number: number): Event {
  const random = seeded(Math.imul(seed, 0x9e3779b1) ^ number);
  return { number, order: uuid(random), id: uuid(random), total: 10 + nextBelow(random, 90) };
}

/** A version 4 UUID. */
function uuid(random: Random): string {
  const hex = Array.from({ length: 4 }, () => nextUint32(random).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'.charAt(nextUint32(random) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
