import { nextBelow, nextUint32, type Random, seeded } from '@/lib/shared/random';

/** What happened, told once: its ids are minted with it and travel in every copy. */
export interface Event {
  /** By order of creation, from 1. */
  readonly number: number;
  /** A UUID; consumers know the event by it. */
  readonly id: string;
  /** The aggregate that it is about, an order: a UUID. */
  readonly order: string;
  /** A UUID that joins all that one request brought about. */
  readonly correlation: string;
  /** What the order comes to. */
  readonly total: number;
}

/** The n-th event of every run with this seed, whatever else happens in it. */
export function mint(seed: number, number: number, aggregates: number): Event {
  const random = chanceOf(seed, number);
  const order = orderOf(seed, ((number - 1) % aggregates) + 1);
  uuid(random);
  const id = uuid(random);
  const total = 10 + nextBelow(random, 90);
  return { number, order, id, total, correlation: uuid(random) };
}

/** An order has the id that its first event came with. */
const orderOf = (seed: number, first: number): string => uuid(chanceOf(seed, first));

const chanceOf = (seed: number, number: number): Random => seeded(Math.imul(seed, 0x9e3779b1) ^ number);

/** A version 4 UUID. */
function uuid(random: Random): string {
  const hex = Array.from({ length: 4 }, () => nextUint32(random).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'.charAt(nextUint32(random) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** What an aggregate's first, second, … event is called, and the key that it is routed by. */
const TYPES = [
  { name: 'OrderPlaced', routingKey: 'order.placed' },
  { name: 'OrderPaid', routingKey: 'order.paid' },
  { name: 'OrderShipped', routingKey: 'order.shipped' },
] as const;

const LATER = { name: 'OrderNoted', routingKey: 'order.noted' } as const;

export type EventType = (typeof TYPES)[number] | typeof LATER;

/** An aggregate's events are placed, paid, shipped, and noted from then on; `version` counts from 1. */
export const typeOf = (version: number): EventType => TYPES[version - 1] ?? LATER;
