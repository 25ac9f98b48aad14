// The way from order to consumer in simjs, as its documentation has it: entities that start, wait by timers and pass
// objects on through stores, and latencies from the library's own source of chance. The stages are those of the
// course's simulator and take as long as there; a relay waits at the outbox instead of polling it. Classes are what
// the library asks for.

import type { Store as AnyStore, Random, Sim as Simulation } from 'simjs';
import { loadSimjs } from './load-simjs';

const simjs = loadSimjs();

/** Milliseconds between two orders. The others keep up with that, so that little ever waits in a store. */
export const ORDER_EVERY = 200;

interface Row {
  readonly id: number;
  readonly occurredAt: number;
  dispatchedAt: number | null;
}

/** What the actors share. */
interface Pipeline {
  readonly sim: Simulation;
  readonly random: Random;
  readonly outbox: AnyStore;
  readonly queue: AnyStore;
}

function addOrders({ sim, random, outbox }: Pipeline, messages: number): void {
  let written = 0;
  class Orders extends simjs.Entity {
    start(): void {
      if (written < messages) this.setTimer(ORDER_EVERY).done(this.insert);
    }

    insert(): void {
      written += 1;
      this.setTimer(random.uniform(40, 60)).done(this.commit);
      this.start();
    }

    commit(): void {
      const row: Row = { id: written, occurredAt: this.time(), dispatchedAt: null };
      this.putStore(outbox, row);
    }
  }
  sim.addEntity(Orders, 'orders');
}

function addRelay({ sim, random, outbox, queue }: Pipeline): void {
  let row: Row | null = null;
  class Relay extends simjs.Entity {
    start(): void {
      this.getStore(outbox).done(this.take);
    }

    take(): void {
      row = this.callbackMessage as Row;
      this.setTimer(random.uniform(72, 114)).done(this.publish);
    }

    publish(): void {
      if (row !== null) this.putStore(queue, row).done(this.awaitConfirm);
    }

    awaitConfirm(): void {
      this.setTimer(random.uniform(50, 80)).done(this.confirm);
    }

    confirm(): void {
      this.setTimer(random.uniform(14, 26)).done(this.mark);
    }

    mark(): void {
      if (row !== null) row.dispatchedAt = this.time();
      this.start();
    }
  }
  sim.addEntity(Relay, 'relay');
}

function addConsumer({ sim, random, queue }: Pipeline): ReadonlySet<number> {
  const inbox = new Set<number>();
  let id = 0;
  class Consumer extends simjs.Entity {
    start(): void {
      this.getStore(queue).done(this.receive);
    }

    receive(): void {
      ({ id } = this.callbackMessage as Row);
      this.setTimer(random.uniform(90, 130)).done(this.apply);
    }

    apply(): void {
      if (!inbox.has(id)) inbox.add(id);
      this.setTimer(random.uniform(10, 20)).done(this.start);
    }
  }
  sim.addEntity(Consumer, 'consumer');
  return inbox;
}

/** Runs that many orders through to the last ack: how many events the library dispatched, and effects there are. */
export function simulatePipeline(messages: number): { events: number; applied: number } {
  const sim = new simjs.Sim();
  const pipeline: Pipeline = {
    sim,
    random: new simjs.Random(1),
    outbox: new simjs.Store(Number.POSITIVE_INFINITY),
    queue: new simjs.Store(Number.POSITIVE_INFINITY),
  };
  addOrders(pipeline, messages);
  addRelay(pipeline);
  const inbox = addConsumer(pipeline);
  sim.simulate(Number.POSITIVE_INFINITY);
  // Nothing is ever cancelled and the heap is empty, so each request put in was dispatched once.
  return { events: sim.queue.order, applied: inbox.size };
}
