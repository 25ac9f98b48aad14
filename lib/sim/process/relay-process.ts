// A relay whose every step is decided by a process from outside: its calls are the rules' own, one action each.
import { finish, hold, roomOf } from '../batch';
import type { Receipt } from '../broker';
import { at } from '../columns';
import { breakInvariant } from '../invariants';
import { dispatchHeld } from '../marking';
import { findsAt, takeRows } from '../outbox';
import { send } from '../publisher';
import { springCrash } from '../publishing';
import { record, recordMany } from '../record';
import { isPaused } from '../relay';
import { BROKER, FIRST_RELAY, KIND } from '../step';
import { wakeRelays } from '../transaction';
import { RELAY, type World } from '../world';
import { type Call, type Histories, OPEN_CALLS, type Reply } from './process';
import type { Round } from './round';

const historiesOf = ({ plan }: World): Histories => plan.processes.relay as Histories;

/** Where the relay stands; a round that has not begun stands where every round begins. */
const placeOf = (world: World, relay: number): number =>
  at(world.relays.history, relay) || historiesOf(world).begin();

/** What the relay has seen and asks for. */
export const relayRound = (world: World, relay: number): Round =>
  historiesOf(world).round(placeOf(world, relay));

/** The n-th of the open calls may be answered. A round begins only where there is something to find. */
export function callReady(world: World, who: number): boolean {
  const relay = Math.floor(who / OPEN_CALLS);
  const phase = at(world.relays.phase, relay);
  if (phase === RELAY.resting || phase === RELAY.stopped) return false;
  if (phase === RELAY.crashed) return who % OPEN_CALLS === 0;
  if (who % OPEN_CALLS >= relayRound(world, relay).open.length) return false;
  if (at(world.relays.history, relay) !== 0) return true;
  return !isPaused(world, relay) && findsAt(world, relay) < Number.POSITIVE_INFINITY;
}

/** Answers the n-th of the open calls. */
export function answerCall(world: World, who: number): void {
  const relay = Math.floor(who / OPEN_CALLS);
  if (at(world.relays.phase, relay) === RELAY.crashed) {
    world.relays.phase[relay] = RELAY.polling;
    record(world, KIND.restarted, FIRST_RELAY + relay);
    return;
  }
  const { open, turn } = relayRound(world, relay);
  const call = open[who % OPEN_CALLS] as number;
  const place = placeOf(world, relay);
  goOn(world, relay, place, call, answer(world, relay, turn.calls[call] as Call));
}

/** The connection breaks under the first message that is on its way, if one is. */
export function cutCall(world: World, relay: number): void {
  const { publishing, turn } = relayRound(world, relay);
  const { event } = turn.calls[publishing] as Call & { readonly do: 'publish' };
  record(world, KIND.dropped, BROKER, event);
  goOn(world, relay, placeOf(world, relay), publishing, REFUSED);
}

export const canCut = (world: World, relay: number): boolean =>
  at(world.relays.history, relay) !== 0 && relayRound(world, relay).publishing >= 0;

/** The process has seen the answer; at the end of its round it forgets all. */
function goOn(world: World, relay: number, from: number, call: number, reply: Reply): void {
  const place = historiesOf(world).after(from, call, reply);
  const { isOver, moved } = historiesOf(world).round(place);
  world.relays.history[relay] = place;
  world.relays.phase[relay] = RELAY.publishing;
  if (!isOver) return;
  finish(world, relay);
  // A round that changed nothing would change nothing again: it waits for something new.
  if (!moved) world.relays.phase[relay] = RELAY.resting;
}

function answer(world: World, relay: number, call: Call): Reply {
  switch (call.do) {
    case 'pending':
      return pending(world, relay, call.limit);
    case 'publish':
      return publish(world, relay, call);
    case 'mark':
      return mark(world, relay, call.events);
    default:
      throw new Error(`A relay cannot ${call.do}.`);
  }
}

function pending(world: World, relay: number, limit: number): Reply {
  const { relays } = world;
  const from = relay * roomOf(world);
  finish(world, relay);
  const size = takeRows(world, relay, limit);
  hold(world, relay, size);
  recordMany(world, KIND.polled, FIRST_RELAY + relay, relays.batch, from, from + size);
  return { ok: true, events: Array.from(relays.batch.subarray(from, from + size)) };
}

const DONE: Reply = { ok: true };
const REFUSED: Reply = { ok: false, why: 'refused' };
const RETURNED: Reply = { ok: false, why: 'returned' };

function publish(world: World, relay: number, { event, freshId }: Call & { readonly do: 'publish' }): Reply {
  const { relays } = world.notes;
  const receipt = at(relays.cut, relay) === 1 ? 'refused' : send(world, event);
  relays.cut[relay] = 0;
  tell(world, relay, event, receipt);
  if (receipt === 'refused') relays.refusals[relay] = at(relays.refusals, relay) + 1;
  if (receipt === 'refused') return REFUSED;
  relays.refusals[relay] = 0;
  if (receipt === 'returned') return RETURNED;
  if (receipt === 'dropped') return DONE;
  if (freshId === true) breakInvariant(world, 'I5');
  if (at(relays.armed, relay) === 1) springCrash(world, relay);
  return DONE;
}

function tell(world: World, relay: number, event: number, receipt: Receipt): void {
  if (receipt === 'taken') record(world, KIND.published, BROKER, event, at(world.notes.copies, event));
  else record(world, KIND[receipt], BROKER, event, receipt === 'refused' ? relay + 1 : 0);
}

/** Rows that are another's by now stay as they are. */
function mark(world: World, relay: number, events: readonly number[]): Reply {
  const marked = events.filter((event) => dispatchHeld(world, relay, event));
  if (marked.length > 0) wakeRelays(world);
  // One statement is one step, however many rows it is about.
  if (marked.length > 1)
    recordMany(world, KIND.marked, FIRST_RELAY + relay, Int32Array.from(marked), 0, marked.length);
  else for (const event of marked) record(world, KIND.marked, FIRST_RELAY + relay, event);
  return { ok: true, events: marked };
}
