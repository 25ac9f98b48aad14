// What the benchmark uses of simjs 2.0.3, which brings no types. Types alone stand here, since nothing can be
// imported from it in Node: the package exports nothing and puts its classes on `window.Sim`.

declare module 'simjs' {
  /** One actor. `send` to itself is its way to wait without the cost of a timer's callback list. */
  export interface Entity {
    /** What a store handed over, while the callback of `getStore` runs. */
    readonly callbackMessage: unknown;
    time(): number;
    send(message: number | string, delay: number, to: Entity): void;
    setTimer(duration: number): Request;
    putStore(store: Store, object: object): Request;
    getStore(store: Store): Request;
  }

  /** Something asked of the library. Callbacks are called on the entity that asked. */
  export interface Request {
    done(callback: () => void): Request;
  }

  /** Objects, first in, first out; who gets from an empty one waits. */
  export interface Store {
    current(): number;
  }

  export interface Random {
    uniform(lower: number, upper: number): number;
  }

  /** The event loop. */
  export interface Sim {
    /** The heap of what is to come; `order` counts every request that was ever put in. */
    readonly queue: { readonly order: number };
    /** Makes an entity and calls its `start` with what follows the name. */
    addEntity<Actor extends { start(...args: Args): void }, Args extends readonly unknown[]>(
      type: new (sim: Sim, name: string) => Actor,
      name: string,
      ...args: Args
    ): Actor;
    /** Runs until nothing is left to do (true), or until the time is up. */
    simulate(until: number): boolean;
  }

  export interface Library {
    readonly Sim: new () => Sim;
    readonly Entity: new (sim: Sim, name?: string) => Entity;
    readonly Store: new (capacity: number, name?: string) => Store;
    readonly Random: new (seed: number) => Random;
  }
}
