// What is done to a run from outside: faults at their time or at their step, and what people do.
import { unreachable } from '@/lib/shared/unreachable';
import type { Action } from './actions';
import { at } from './columns';
import { eachGroup, eachHolder, reconnect, replay, slowDown } from './consumer-deeds';
import { askForRedrive } from './dead-letters';
import type { Waiting } from './deeds';
import { crashConsumer } from './hand';
import { setDedup } from './inbox';
import { goDown, goUp, restartBroker } from './outage';
import { askForOrder } from './passing';
import { OPEN_CALLS } from './process/process';
import { record } from './record';
import { arm, callForCrash, crashNow, relayOf, runConnector, skewClock, someRelay } from './relay-deeds';
import type { Command, Deed } from './scenario/scenario';
import { crashService, isBetween } from './service';
import { KIND, ORDERS } from './step';
import type { World } from './world';

/** What is done at a time comes after everything of that time, so that the past up to it stays as it was. */
export function takeInput(world: World): void {
  const { notes, plan } = world;
  const next = at(notes.nextInput, 0);
  notes.nextInput[0] = next + 1;
  world.now += 1;
  obey(world, plan.inputs[next] as Command);
}

/** Faults that waited for the step that has just happened, by this action. One may bring the step that another waits for. */
export function waitedFor(world: World, action: Action): void {
  const { notes, plan } = world;
  for (let index = 0; index < plan.waiting.length; index += 1) {
    const { kind, occurrence, deed } = plan.waiting[index] as Waiting;
    if (at(notes.sprung, index) === 1 || at(notes.happened, kind) < occurrence) continue;
    notes.sprung[index] = 1;
    if (deed.do === 'crash-relay') callForCrash(world, relayOf(world, deed.relay, action));
    else obey(world, deed, memberOf(action));
    index = -1;
  }
}

/** Whose step it was, if it was a member's. */
function memberOf({ do: what, who }: Action): number | null {
  if (what === 'deliver' || what === 'handle') return who;
  return what === 'member-call' ? Math.floor(who / OPEN_CALLS) : null;
}

/** One that changes nothing leaves no step. `doer`: the member whose step was waited for. */
function obey(world: World, deed: Deed, doer: number | null = null) {
  switch (deed.do) {
    case 'place-order':
      return askForOrder(world, false);
    case 'place-and-roll-back':
      return askForOrder(world, true);
    case 'crash-relay':
      return crashNow(world, relayOf(world, deed.relay));
    case 'arm-crash':
      return arm(world, deed.relay === undefined ? someRelay(world) : deed.relay - 1);
    case 'crash-service':
      return crashSessions(world);
    case 'crash-consumer':
    case 'redeliver':
      return eachHolder(world, deed.consumer, doer, deed.do === 'redeliver' ? reconnect : crashConsumer);
    case 'replay':
      return eachGroup(world, deed.consumer, (group) => replay(world, group));
    case 'broker-down':
      return goDown(world);
    case 'broker-up':
      return goUp(world);
    case 'broker-restart':
      return restartBroker(world);
    case 'redrive':
      return eachGroup(world, deed.consumer, ({ index }) => askForRedrive(world, index));
    case 'set-dedup':
      return eachGroup(world, deed.consumer, ({ index }) => setDedup(world, index, deed.dedup));
    case 'slow-consumer':
      return eachGroup(world, deed.consumer, (group) => slowDown(world, group, deed.factor));
    case 'hold-transaction':
    case 'release-transaction':
      return holdTransaction(world, deed.do === 'hold-transaction');
    case 'stop-connector':
    case 'start-connector':
      return runConnector(world, deed.do === 'start-connector');
    case 'skew-clock':
      return skewClock(world, (deed.relay ?? 1) - 1, deed.ms);
    default:
      return unreachable(deed);
  }
}

function crashSessions(world: World): void {
  for (let session = 0; session < world.plan.sessions; session += 1) {
    if (isBetween(world, session)) crashService(world, session);
  }
}

/** A transaction that has nothing to do with orders takes a number, writes, and stays open. */
function holdTransaction(world: World, held: boolean): void {
  const { service } = world;
  if (at(service.held, 0) > 0 === held) return;
  service.held[0] = held ? at(service.xid, 0) : 0;
  // Rows that it kept from the relays are there now, and no NOTIFY says so.
  world.times.hinted.fill(0);
  record(world, KIND[held ? 'transaction-held' : 'transaction-released'], ORDERS);
}
