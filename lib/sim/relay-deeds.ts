// What is done to relays from outside: which of them is meant, and what becomes of it.
import type { Action } from './actions';
import { at, timeAt } from './columns';
import { OPEN_CALLS } from './process/process';
import { record } from './record';
import { crashRelay, isBusy, stopRelay } from './relay';
import { FIRST_RELAY, KIND } from './step';
import { RELAY, type World } from './world';

/** A relay that is up, counted from 0; null where there is none to be meant. */
type Relay = number | null;

/** The relay that was named, counted from 1; or the one whose step it was, one that is at work, or the first. */
export function relayOf(world: World, named: number | undefined, action?: Action): Relay {
  const relay = named === undefined ? someRelay(world, action) : named - 1;
  const phase = world.relays.phase[relay];
  return phase === undefined || phase === RELAY.crashed || phase === RELAY.stopped ? null : relay;
}

/** The relay that is meant where none is named. */
export function someRelay(world: World, action?: Action): number {
  if (action?.do === 'relay') return action.who;
  if (action?.do === 'call') return Math.floor(action.who / OPEN_CALLS);
  for (let relay = 0; relay < world.plan.relays; relay += 1) if (isBusy(world, relay)) return relay;
  return 0;
}

/** A crash comes a moment after what called for it. */
export function callForCrash({ notes }: World, relay: Relay): void {
  if (relay !== null) notes.relays.crash[relay] = 1;
}

/** A crash that nobody has to wait for. */
export function crashNow(world: World, relay: Relay): void {
  if (relay !== null) crashRelay(world, relay);
}

/** At once if a row is published and not marked; otherwise at the next such moment. */
export function arm(world: World, relay: number) {
  const { notes, relays, plan } = world;
  if (relay >= plan.relays || at(notes.relays.armed, relay) === 1) return;
  const phase = at(relays.phase, relay);
  if (phase === RELAY.awaiting || phase === RELAY.marking) return crashRelay(world, relay);
  notes.relays.armed[relay] = 1;
  record(world, KIND.armed, FIRST_RELAY + relay);
}

/** Stops the connector, or starts it where it left off. */
export function runConnector(world: World, runs: boolean): void {
  const { relays, plan } = world;
  if (plan.cursor !== 'log' || plan.relays === 0) return;
  if ((at(relays.phase, 0) !== RELAY.stopped) === runs) return;
  if (runs) relays.phase[0] = RELAY.polling;
  else stopRelay(world, 0);
  record(world, KIND[runs ? 'connector-started' : 'connector-stopped'], FIRST_RELAY);
}

/** The clock of a relay is so many milliseconds ahead from now on. */
export function skewClock(world: World, relay: number, ms: number): void {
  if (relay >= world.plan.relays || timeAt(world.times.skew, relay) === ms * 1000) return;
  world.times.skew[relay] = ms * 1000;
  record(world, KIND['clock-skewed'], FIRST_RELAY + relay, 0, ms);
}
