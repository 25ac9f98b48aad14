// What the words of all steps share: who and what they are about.
import type { ConsumerSettings, Scenario } from '../scenario/scenario';
import type { Step } from '../step';

/** What a step did, in one or two sentences that may hold `code` in backticks. */
export type Words = (step: Step, scenario: Scenario) => string;

/** `shipping` → `Shipping`. */
export const nameOf = (consumer: string): string => consumer.charAt(0).toUpperCase() + consumer.slice(1);

/** At the start of a sentence: `The relay`, `Relay 2`, `The connector`. */
export const relayOf = ({ actor }: Step): string => (/\d$/.test(actor) ? nameOf(actor) : `The ${actor}`);

/** The consumer that an actor is a member of: `shipping 2` is one of `shipping`. */
export const consumerOf = (
  { actor }: Pick<Step, 'actor'>,
  { consumers }: Scenario,
): ConsumerSettings | undefined =>
  consumers.find(({ name, count }) => (count === 1 ? actor === name : actor.replace(/ \d+$/, '') === name));

/** `Shipping`, whichever of its members acts. */
export const groupOf = (step: Step, scenario: Scenario): string =>
  nameOf(consumerOf(step, scenario)?.name ?? step.actor);

/** The order that an event is about, counted from 1. */
export const orderOf = ({ event }: Pick<Step, 'event'>, { workload }: Scenario): number =>
  ((event - 1) % workload.aggregates) + 1;

/** `event 1`, or `copy 2 of event 1` where the value of the step is the copy. */
export const messageOf = ({ event, value }: Pick<Step, 'event' | 'value'>): string =>
  value > 1 ? `copy ${value} of event ${event}` : `event ${event}`;

/** `row 1`; `row 2 (event 1)` where transactions wrote in another order than they began. */
export const rowOf = ({ row, event }: Pick<Step, 'row' | 'event'>): string => `row ${numberOf(row, event)}`;

const numberOf = (row: number, event: number): string =>
  row === event ? String(row) : `${row} (event ${event})`;

/** The rows of a step about several: `row 1`, `rows 1, 2 and 3`. */
export function rowsOf({ rows, events }: Pick<Step, 'rows' | 'events'>): string {
  const numbers = rows.map((row, place) => numberOf(row, events[place] ?? row));
  const last = numbers.at(-1);
  return numbers.length === 1 ? `row ${last}` : `rows ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

/** The broker at the start of a sentence. */
export function brokerOf({ broker }: Scenario): string {
  if (broker.kind === 'http') return 'The network';
  return broker.kind === 'notify' || broker.kind === 'outbox' ? 'PostgreSQL' : 'The broker';
}

/** How it is known which rows are still to be sent: by a mark on each, by a cursor, or by a place in the log. */
export function memoryOf({ publication, relays }: Scenario): 'marks' | 'cursor' | 'log' {
  if (publication === 'cdc') return 'log';
  return relays.cursor === 'dispatched-null' ? 'marks' : 'cursor';
}

/** What it means that a row was not marked: the relay finds it again. */
export function staysOf({ row }: Pick<Step, 'row'>, scenario: Scenario): string {
  if (memoryOf(scenario) === 'marks') return `row ${row} stays pending`;
  return memoryOf(scenario) === 'log'
    ? `the saved place in the log stays before row ${row}`
    : `the cursor stays before row ${row}`;
}

export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
