// A relay sends the row at hand, and learns what became of it: taken, refused, or sent back.
import { atHand, finish, takeOut } from './batch';
import type { Receipt } from './broker';
import { at } from './columns';
import { marksTogether, next, toMark } from './marking';
import { clockOf, raiseLow } from './outbox';
import { send } from './publisher';
import { record } from './record';
import { backoff } from './retry';
import { BROKER, FIRST_RELAY, KIND } from './step';
import { RELAY, ROW, type World } from './world';

/** Who waits for no confirm does not learn what became of the message, and goes on as if all were well. */
export function publish(world: World, relay: number) {
  const { relays, notes, plan } = world;
  const event = atHand(world, relay);
  const { mark } = plan.scenario.relays;
  const receipt = at(notes.relays.cut, relay) === 1 ? 'refused' : offer(world, event);
  notes.relays.cut[relay] = 0;
  if (isAttempt(world, receipt)) world.events.attempts[event] = at(world.events.attempts, event) + 1;
  tell(world, relay, event, receipt);
  if (mark === 'after-confirm') {
    if (receipt === 'refused' && !countsOutages(world)) return giveUp(world, relay);
    if (receipt === 'refused' || receipt === 'returned') return setAside(world, relay, event);
  }
  notes.relays.refusals[relay] = 0;
  if (receipt === 'taken' && at(notes.relays.armed, relay) === 1) springCrash(world, relay);
  if (mark === 'after-confirm') relays.phase[relay] = RELAY.awaiting;
  else if (mark === 'after-publish') return toMark(world, relay);
  else return next(world, relay);
}

/** Writes down what became of a message. One that did not arrive is dropped where nobody asks for it. */
function tell(world: World, relay: number, event: number, receipt: Receipt) {
  const { events, notes, plan } = world;
  switch (receipt) {
    case 'taken':
      return record(world, KIND.published, BROKER, event, at(notes.copies, event));
    case 'dropped':
      return record(world, KIND.dropped, BROKER, event, 1);
    case 'returned':
      return record(world, KIND.returned, BROKER, event, at(events.attempts, event));
    case 'refused':
      return plan.scenario.relays.mark === 'after-confirm'
        ? record(world, KIND.refused, BROKER, event, countsOutages(world) ? 0 : relay + 1)
        : record(world, KIND.dropped, BROKER, event);
  }
}

/** The crash that somebody waits for comes between publish and mark. */
export function springCrash({ notes }: World, relay: number): void {
  notes.relays.armed[relay] = 0;
  notes.relays.crash[relay] = 1;
}

/** An attempt counts where the broker said no to this very row, poisoned or unroutable; an outage, only where it is taken for that. */
const isAttempt = (world: World, receipt: Receipt): boolean =>
  receipt === 'returned' || (receipt === 'refused' && countsOutages(world));

const countsOutages = ({ plan }: World): boolean =>
  plan.scenario.relays.retry.outages === 'count' && plan.scenario.relays.mark === 'after-confirm';

const offer = (world: World, event: number): Receipt =>
  world.plan.scenario.relays.poison.includes(event) ? refusal(world) : send(world, event);

const refusal = ({ broker }: World): Receipt => (at(broker.up, 0) === 1 ? 'returned' : 'refused');

/** The confirm is there, or the connection broke and the relay cannot know: then the row stays as it is. */
export function confirm(world: World, relay: number) {
  const { notes } = world;
  const event = atHand(world, relay);
  const copy = at(notes.copies, event);
  if (at(notes.relays.cut, relay) === 1) {
    notes.relays.cut[relay] = 0;
    record(world, KIND.unconfirmed, FIRST_RELAY + relay, event, copy);
    return giveUp(world, relay);
  }
  record(world, KIND.confirmed, FIRST_RELAY + relay, event, copy);
  toMark(world, relay);
}

/** The broker is away: all that was taken waits, and the relay with it. */
function giveUp(world: World, relay: number): void {
  const { notes, times, plan } = world;
  if (plan.timed) {
    const refusals = at(notes.relays.refusals, relay) + 1;
    notes.relays.refusals[relay] = refusals;
    times.paused[relay] = world.now + backoff(world, refusals);
    times.hinted[relay] = world.now;
  }
  finish(world, relay);
}

/** The broker said no to this row: it is tried again later, or, after the last attempt, set aside for good. */
function setAside(world: World, relay: number, event: number) {
  const { relays, plan } = world;
  const dead = judgeRow(world, relay, event);
  // A place in an order cannot leave the row behind: what comes after it waits as well.
  if (!dead && plan.cursor !== 'dispatched-null') return finish(world, relay);
  takeOut(world, relay);
  const size = at(relays.size, relay);
  if (at(relays.place, relay) < size) relays.phase[relay] = RELAY.publishing;
  else if (marksTogether(world) && size > 0) relays.phase[relay] = RELAY.marking;
  else return finish(world, relay);
}

/** Whether that was its last attempt. If not, nobody takes it before its backoff is over. */
function judgeRow(world: World, relay: number, event: number): boolean {
  const { events, times, plan } = world;
  const attempts = at(events.attempts, event);
  const dead = attempts >= plan.scenario.relays.retry.max;
  events.held[event] = 0;
  if (dead) events.row[event] = ROW.dead;
  if (plan.timed && dead) raiseLow(world);
  if (plan.timed && !dead) times.notBefore[event] = clockOf(world, relay) + backoff(world, attempts);
  record(world, KIND[dead ? 'gave-up' : 'failed-to-publish'], FIRST_RELAY + relay, event, attempts);
  return dead;
}
