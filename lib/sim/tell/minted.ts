// The events of a scenario, kept for who asks for them again and again.
import { type Event, mint } from '../event';
import type { Scenario } from '../scenario/scenario';

const minted = new WeakMap<Scenario, Event[]>();

/** Minted once a scenario: they are asked for after every transaction. */
export function eventOf(scenario: Scenario, number: number): Event {
  let events = minted.get(scenario);
  if (events === undefined) {
    events = [];
    minted.set(scenario, events);
  }
  const known = events[number] ?? mint(scenario.seed, number, scenario.workload.aggregates);
  events[number] = known;
  return known;
}
