// One thing that a step changed, and the ways in which the changes of several kinds are alike.
import type { Json } from '@/lib/shared/json';
import type { Scenario } from '../scenario/scenario';
import type { Step } from '../step';
import { consumerOf, orderOf } from './words';

/** One thing that a step changed: which, and what is true of it now. What it does not name stayed as it was. */
export interface Change {
  readonly what: /** A transaction, by its number. */
    | 'transaction'
    /** An order, by its number. */
    | 'orders'
    /** A row, by its id. */
    | 'orders_outbox'
    /** A relay or the connector, by its name. */
    | 'relay'
    /** Where relays go on reading; its id is what it counts: `row`, `transaction` or `log`. */
    | 'cursor'
    /** The broker, by its kind. */
    | 'broker'
    /** A partition, by its number from 0. */
    | 'partition'
    /** An event as the broker has it, by its number. */
    | 'message'
    /** An event on its way to a consumer: `shipping/1`. So the next three. */
    | 'delivery'
    | 'inbox'
    | 'effects'
    | 'dead-letter-queue'
    /** A consumer, by its name; one of its members by theirs. */
    | 'consumer';
  readonly id: number | string;
  readonly set: { readonly [property: string]: Json };
}

/** How the changes of a kind of step are found. */
export type Changes = (step: Step, scenario: Scenario) => readonly Change[];

/** One change. */
export const change = (what: Change['what'], id: Change['id'], set: Change['set']): Change => ({
  what,
  id,
  set,
});

/** The order's and, unless it is a dual write, the row's. */
export const written =
  (order: (step: Step) => Change['set'], row: Change['set']): Changes =>
  (step, scenario) => [
    change('orders', orderOf(step, scenario), order(step)),
    ...(scenario.publication === 'dual-write' || step.row === 0
      ? []
      : [change('orders_outbox', step.row, row)]),
  ];

/** Neither order nor row ever was. */
export const rolledBack = written(() => ({ state: 'rolled-back' }), { state: 'rolled-back' });

/** Something of the relay that acts. */
export const relayIs =
  (set: Change['set']): Changes =>
  ({ actor }) => [change('relay', actor, set)];

/** Something of the member that acts. */
export const memberIs =
  (set: Change['set']): Changes =>
  ({ actor }) => [change('consumer', actor, set)];

/** Something of the broker. */
export const brokerIs =
  (set: (step: Step) => Change['set']): Changes =>
  (step, { broker }) => [change('broker', broker.kind, set(step))];

/** The consumer that the step is about. */
export const nameOf = (step: Step, scenario: Scenario): string =>
  consumerOf(step, scenario)?.name ?? step.actor;

/** Of a consumer's own view of the event: `shipping/1`. */
export const own = (what: Change['what'], step: Step, scenario: Scenario, set: Change['set']): Change =>
  change(what, `${nameOf(step, scenario)}/${step.event}`, set);

/** Something of the event on its way to a consumer. */
export const delivery =
  (set: (step: Step) => Change['set']): Changes =>
  (step, scenario) => [own('delivery', step, scenario, set(step))];
