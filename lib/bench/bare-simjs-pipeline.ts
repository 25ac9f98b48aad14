// The way from order to consumer in simjs's bare event loop: what its heap can do at most. It is written for speed,
// measured one by one: messages to oneself instead of timers, whole milliseconds, rows in typed arrays, short queues,
// no stores, no logging, no chance. The library asks for classes.

import type { Entity as AnyEntity, Sim as Simulation } from 'simjs';
import { loadSimjs } from './load-simjs';

const { Sim, Entity } = loadSimjs();

// Milliseconds. Relay and consumer keep up with the orders, so that little ever waits in the library's heap.
const orderEvery = 5;
const pollEvery = 100;
const hop = 1;
const batchSize = 100;

/** Rows are numbered from 1. Those up to `taken` are with the relay; `sentAt` is 0 for one not sent. */
interface Outbox {
  committed: number;
  taken: number;
  readonly sentAt: Float64Array;
}

class OrderService extends Entity {
  readonly #outbox: Outbox;
  readonly #messages: number;

  constructor(sim: Simulation, outbox: Outbox, messages: number) {
    super(sim);
    this.#outbox = outbox;
    this.#messages = messages;
    if (messages > 0) this.send('insert', orderEvery, this);
  }

  onMessage(_: AnyEntity, step: 'insert' | 'commit'): void {
    if (step === 'insert') this.send('commit', hop, this);
    else this.#commit();
  }

  #commit(): void {
    this.#outbox.committed += 1;
    if (this.#outbox.committed < this.#messages) this.send('insert', orderEvery - hop, this);
  }
}

class Relay extends Entity {
  readonly #outbox: Outbox;
  readonly #messages: number;
  readonly #broker: Broker;
  #current = 0;

  constructor(sim: Simulation, outbox: Outbox, messages: number, broker: Broker) {
    super(sim);
    this.#outbox = outbox;
    this.#messages = messages;
    this.#broker = broker;
    if (messages > 0) this.send('poll', pollEvery, this);
  }

  /** Its own next step, or the broker's confirm. */
  onMessage(_: AnyEntity, message: number | 'poll' | 'mark'): void {
    if (message === 'poll') this.#poll();
    else if (message === 'mark') this.#mark();
    else this.send('mark', hop, this);
  }

  #poll(): void {
    const { committed, taken } = this.#outbox;
    this.#outbox.taken = Math.min(committed, taken + batchSize);
    this.#publishNext();
  }

  #publishNext(): void {
    if (this.#current < this.#outbox.taken) {
      this.#current += 1;
      this.send(this.#current, hop, this.#broker);
    } else if (this.#current < this.#messages) this.send('poll', pollEvery, this);
  }

  #mark(): void {
    this.#outbox.sentAt[this.#current] = this.time();
    this.#publishNext();
  }
}

/** One queue, and one message at a time with its consumer. */
class Broker extends Entity {
  readonly #consumer: Consumer;
  readonly #queue: number[] = [];
  #busy = false;

  constructor(sim: Simulation, consumer: Consumer) {
    super(sim);
    this.#consumer = consumer;
  }

  /** The consumer's ack, or what the relay publishes. */
  onMessage(sender: AnyEntity, id: number): void {
    if (sender === this.#consumer) {
      this.#busy = false;
    } else {
      this.#queue.push(id);
      this.send(id, hop, sender);
    }
    this.#deliverNext();
  }

  #deliverNext(): void {
    const next = this.#busy ? undefined : this.#queue.shift();
    if (next === undefined) return;
    this.#busy = true;
    this.send(next, hop, this.#consumer);
  }
}

class Consumer extends Entity {
  readonly #inbox: Uint8Array;
  #current = 0;
  #broker: AnyEntity = this;
  applied = 0;

  constructor(sim: Simulation, messages: number) {
    super(sim);
    this.#inbox = new Uint8Array(messages + 1);
  }

  /** A delivery, or its own next step. */
  onMessage(sender: AnyEntity, message: number | 'apply'): void {
    if (message === 'apply') {
      this.#apply();
      return;
    }
    this.#current = message;
    this.#broker = sender;
    this.send('apply', hop, this);
  }

  #apply(): void {
    if (this.#inbox[this.#current] === 0) {
      this.#inbox[this.#current] = 1;
      this.applied += 1;
    }
    this.send(this.#current, hop, this.#broker);
  }
}

/** Runs that many orders through to the last ack: how many events the library dispatched, and effects there are. */
export function simulateBarely(messages: number): { events: number; applied: number } {
  const sim = new Sim();
  const outbox: Outbox = { committed: 0, taken: 0, sentAt: new Float64Array(messages + 1) };
  const consumer = new Consumer(sim, messages);
  new Relay(sim, outbox, messages, new Broker(sim, consumer));
  new OrderService(sim, outbox, messages);
  sim.simulate(Number.POSITIVE_INFINITY);
  // Nothing is ever cancelled and the heap is empty, so each request put in was dispatched once.
  return { events: sim.queue.order, applied: consumer.applied };
}
