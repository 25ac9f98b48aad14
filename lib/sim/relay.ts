// A relay: polls for rows that were not dispatched, publishes them one by one, and marks them.
// What comes first, and whether it waits for confirms, is what makes it lose, repeat, or neither.
import { atHand, finish, forget, hold, roomOf } from './batch';
import { at } from './columns';
import { mark } from './marking';
import { findsAt, takeRows } from './outbox';
import { confirm, publish } from './publishing';
import { record, recordMany } from './record';
import { FIRST_RELAY, KIND } from './step';
import { interrupt, RELAY, type World } from './world';

/** The relay has something to do: a poll that would find nothing is none. */
export function relayReady(world: World, relay: number): boolean {
  const phase = at(world.relays.phase, relay);
  if (phase === RELAY.stopped) return false;
  if (phase !== RELAY.polling) return true;
  return !isPaused(world, relay) && findsAt(world, relay) < Number.POSITIVE_INFINITY;
}

/** It was refused, the broker is still away, and nothing is known to change that. */
export const isPaused = ({ notes, broker, plan }: World, relay: number): boolean =>
  plan.timed &&
  at(broker.up, 0) === 0 &&
  at(notes.relays.refusals, relay) > 0 &&
  at(notes.nextInput, 0) >= plan.inputs.length;

/** The relay's next step, whatever it is. */
export function work(world: World, relay: number) {
  switch (at(world.relays.phase, relay)) {
    case RELAY.polling:
      return poll(world, relay);
    case RELAY.publishing:
      return publish(world, relay);
    case RELAY.awaiting:
      return confirm(world, relay);
    case RELAY.marking:
      return mark(world, relay);
    default:
      return restart(world, relay);
  }
}

function poll(world: World, relay: number): void {
  const { relays, plan } = world;
  const { mark } = plan.scenario.relays;
  const size = takeRows(world, relay);
  hold(world, relay, size);
  relays.phase[relay] = mark === 'before-publish' ? RELAY.marking : RELAY.publishing;
  const from = relay * roomOf(world);
  recordMany(world, KIND.polled, FIRST_RELAY + relay, relays.batch, from, from + size);
}

/** A relay that is at work can be crashed; an idle one would only poll again. */
export const isBusy = ({ relays }: World, relay: number): boolean =>
  at(relays.phase, relay) !== RELAY.polling && at(relays.phase, relay) <= RELAY.marking;

/** What it had read is forgotten, and its locks with it. A lease runs on until its time. */
export function crashRelay(world: World, relay: number): void {
  const { notes, plan } = world;
  const event = isBusy(world, relay) ? atHand(world, relay) : 0;
  // Where a learner's process stands, only that process knows.
  const phase = plan.processes.relay === null ? at(world.relays.phase, relay) : RELAY.polling;
  record(world, KIND.crashed, FIRST_RELAY + relay, event, phase);
  const leases = plan.claim === 'lease' || plan.claim === 'head-of-key';
  if (plan.timed && leases) forget(world, relay);
  else finish(world, relay);
  notes.relays.crash[relay] = 0;
  if (plan.timed) goAway(world, relay, RELAY.crashed);
}

/** From now on it hears nothing, and what it was about to do is off. */
function goAway(world: World, relay: number, phase: number): void {
  const { relays, notes, times } = world;
  relays.phase[relay] = phase;
  notes.relays.cut[relay] = 0;
  times.hinted[relay] = 0;
  interrupt(world, 'relay', relay);
}

/** Taken out of service, until someone starts it again. */
export function stopRelay(world: World, relay: number): void {
  finish(world, relay);
  world.notes.relays.crash[relay] = 0;
  goAway(world, relay, RELAY.stopped);
}

function restart(world: World, relay: number): void {
  world.relays.phase[relay] = RELAY.polling;
  record(world, KIND.restarted, FIRST_RELAY + relay);
}

/** The lease runs out while its owner is alive and does not know it. */
export function expire(world: World, relay: number): void {
  const { relays, events } = world;
  const from = relay * roomOf(world);
  for (let place = from; place < from + at(relays.size, relay); place += 1) {
    events.held[at(relays.batch, place)] = 0;
  }
  relays.holds[relay] = 0;
  record(world, KIND['lease-expired'], FIRST_RELAY + relay, atHand(world, relay));
}

/** The connection breaks under a message or its confirm. */
export function cutConnection(world: World, relay: number): void {
  world.notes.relays.cut[relay] = 1;
  work(world, relay);
}
