// The rows that a relay has in hand: whose they are by lock or lease, and how it lets go of them.
import { at } from './columns';
import { clockOf } from './outbox';
import { RELAY, type World } from './world';

/** Rows that a batch has room for. */
export const roomOf = ({ relays, plan }: World): number => relays.batch.length / plan.relays;

/** The event of the row that the relay works on. */
export const atHand = (world: World, relay: number): number =>
  at(world.relays.batch, relay * roomOf(world) + at(world.relays.place, relay));

/** The rows of the batch are this relay's now, by a lock or a lease, if the scenario's claim has either. */
export function hold(world: World, relay: number, size: number): void {
  const { relays, events, notes, times, plan } = world;
  const until = clockOf(world, relay) + plan.scenario.relays.leaseMs * 1000;
  relays.size[relay] = size;
  relays.place[relay] = 0;
  // A full batch may not have been all.
  if (plan.timed && size < roomOf(world)) times.hinted[relay] = 0;
  if (plan.claim === 'none') return;
  relays.holds[relay] = 1;
  // Each claim has a token of its own: what an earlier one still believes to hold, it does not.
  notes.relays.token[relay] = at(notes.relays.token, relay) + 1;
  const from = relay * roomOf(world);
  for (let place = from; place < from + size; place += 1) {
    const event = at(relays.batch, place);
    events.held[event] = 1;
    if (!plan.timed) continue;
    notes.owner[event] = tokenOf(world, relay);
    if (plan.claim !== 'skip-locked') times.notBefore[event] = until;
  }
}

const tokenOf = ({ notes, plan }: World, relay: number): number =>
  at(notes.relays.token, relay) * plan.relays + relay + 1;

/** Nobody else has taken the row in the meantime. Without claims nobody asks. */
export function holds(world: World, relay: number, event: number): boolean {
  const { relays, notes, plan } = world;
  if (plan.claim === 'none') return true;
  return plan.timed ? at(notes.owner, event) === tokenOf(world, relay) : at(relays.holds, relay) === 1;
}

/** The row at hand leaves the batch, and the next one takes its place. */
export function takeOut({ relays, plan }: World, relay: number): void {
  const room = relays.batch.length / plan.relays;
  const from = relay * room;
  const place = from + at(relays.place, relay);
  const size = at(relays.size, relay) - 1;
  relays.batch.copyWithin(place, place + 1, from + size + 1);
  relays.batch[from + size] = 0;
  relays.size[relay] = size;
}

/** The batch is done, or given up: what is left of it is there for others again. */
export function finish(world: World, relay: number): void {
  const { relays, events, times, plan } = world;
  const from = relay * roomOf(world);
  for (let place = from; place < from + at(relays.size, relay); place += 1) {
    const event = at(relays.batch, place);
    if (at(events.held, event) === 1 && holds(world, relay, event)) {
      events.held[event] = 0;
      if (plan.timed) times.notBefore[event] = 0;
    }
  }
  forget(world, relay);
}

/** Nothing in hand; the relay looks for rows next. What it held, others find held still. */
export function forget(world: World, relay: number): void {
  const { relays } = world;
  const from = relay * roomOf(world);
  relays.batch.fill(0, from, from + at(relays.size, relay));
  relays.size[relay] = 0;
  relays.place[relay] = 0;
  relays.holds[relay] = 0;
  relays.phase[relay] = RELAY.polling;
  if (relays.history.length > 0) relays.history[relay] = 0;
}
