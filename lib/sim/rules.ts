// The rules: one action in, the world moved on. No clock, no chance but the world's own; the caller owns the world.

import type { Action } from './actions';
import type { Group } from './cast';
import { at } from './columns';
import * as consumer from './consumer';
import * as deadLetters from './dead-letters';
import * as hand from './hand';
import { takeInput, waitedFor } from './input';
import { arrive, arriveReady, purge, purgeReady } from './passing';
import type { OwnRules } from './plan';
import * as relay from './relay';
import type { Relays } from './scenario/scenario';
import * as service from './service';
import { copy, MEMBER, RELAY, type World } from './world';

/** Only what a learner wrote has calls. */
const own = ({ plan }: World): OwnRules => plan.ownRules as OwnRules;

/** Whether this may happen next. Where time passes, a crash comes only when something has called for it. */
export function isEnabled(world: World, { do: what, who }: Action): boolean {
  switch (what) {
    case 'transact':
      return service.sessionReady(world, who);
    case 'relay':
      return relay.relayReady(world, who);
    case 'call':
      return own(world).relay.callReady(world, who);
    case 'member-call':
      return own(world).consumer.callReady(world, who);
    case 'deliver':
      return hand.deliverReady(world, who);
    case 'handle':
      return consumer.handleReady(world, who);
    case 'redrive':
      return deadLetters.redriveReady(world, who);
    case 'broker':
      return world.plan.broker.timerReady(world, who);
    default:
      return world.plan.timed ? isCalledFor(world, what, who) : isAffordable(world, what, who);
  }
}

function isCalledFor(world: World, what: Action['do'], who: number): boolean {
  switch (what) {
    case 'crash-relay':
      return at(world.notes.relays.crash, who) === 1;
    case 'arrive':
      return arriveReady(world);
    case 'input':
      return at(world.notes.nextInput, 0) < world.plan.inputs.length;
    case 'purge':
      return purgeReady(world);
    default:
      return false;
  }
}

/** What goes wrong without a clock: at any moment at which it makes a difference, as long as the budget lasts. */
function isAffordable(world: World, what: Action['do'], who: number): boolean {
  const { spent, plan, relays } = world;
  const { budgets, relays: settings } = plan.scenario;
  if (what === 'redeliver') {
    return at(spent.redeliveries, 0) < budgets.redeliveries && lossMatters(world, who);
  }
  if (what === 'seize') {
    const { seizure } = plan.broker;
    return at(spent.redeliveries, 0) < budgets.redeliveries && seizure?.isPossible(world, who) === true;
  }
  if (at(spent.crashes, 0) >= budgets.crashes) return false;
  switch (what) {
    case 'crash-relay':
      return crashMatters(world, who);
    case 'cut':
      return plan.processes.relay === null
        ? cutMatters(settings) && at(relays.phase, who) === RELAY.publishing
        : own(world).relay.canCut(world, who);
    case 'expire':
      return at(relays.holds, who) === 1;
    case 'crash-service':
      return service.isBetween(world, who);
    default:
      return false;
  }
}

/**
 * The relay has published or marked something since its poll. Before that a crash only gives back what the poll took:
 * all that could follow can also follow without poll and crash, with more of the budget left.
 */
function crashMatters(world: World, who: number): boolean {
  const { relays, plan } = world;
  if (!relay.isBusy(world, who)) return false;
  if (plan.processes.relay !== null || at(relays.place, who) > 0) return true;
  const first = plan.scenario.relays.mark === 'before-publish' ? RELAY.marking : RELAY.publishing;
  return at(relays.phase, who) !== first;
}

/** The member has begun on its message; or the broker does not simply have it back, as if it had never handed it over. */
function lossMatters(world: World, who: number): boolean {
  const { members, plan } = world;
  if (!hand.isHolding(world, who)) return false;
  if (plan.broker.takesBack !== true || plan.processes.consumer !== null) return true;
  const { from, to } = plan.members[who] as Group;
  return to - from > 1 || at(members.phase, who) !== MEMBER.handling;
}

/** Elsewhere a relay whose connection broke under a publish only tries again. */
const cutMatters = ({ mark, retry }: Relays): boolean =>
  mark === 'after-publish' || (mark === 'after-confirm' && retry.outages === 'count');

/** It goes wrong, rather than on. */
export const isThreat = ({ do: what }: Action): boolean =>
  what === 'crash-relay' ||
  what === 'cut' ||
  what === 'expire' ||
  what === 'crash-service' ||
  what === 'redeliver' ||
  what === 'seize';

/** All that may happen next, in a fixed order. */
export const enabled = (world: World): readonly Action[] =>
  world.plan.actions.filter((action) => isEnabled(world, action));

/** Nothing more happens by itself. */
export function isAtRest(world: World): boolean {
  for (const action of world.plan.actions) {
    if (!isThreat(action) && isEnabled(world, action)) return false;
  }
  return true;
}

/** Moves the world on by one action that is enabled. */
export function apply(world: World, action: Action): void {
  if (!world.plan.timed && isThreat(action)) spend(world, action);
  perform(world, action);
  if (world.plan.waiting.length > 0) waitedFor(world, action);
}

function spend({ spent }: World, { do: what }: Action): void {
  const budget = what === 'redeliver' || what === 'seize' ? spent.redeliveries : spent.crashes;
  budget[0] = at(budget, 0) + 1;
}

function perform(world: World, { do: what, who }: Action) {
  switch (what) {
    case 'transact':
      return service.transact(world, who);
    case 'relay':
      return relay.work(world, who);
    case 'call':
      return own(world).relay.answerCall(world, who);
    case 'member-call':
      return own(world).consumer.answerCall(world, who);
    case 'deliver':
      return hand.deliver(world, who);
    case 'handle':
      return consumer.handle(world, who);
    case 'redrive':
      return deadLetters.redrive(world, who);
    case 'broker':
      return world.plan.broker.timer(world, who);
    case 'expire':
      return relay.expire(world, who);
    case 'crash-relay':
      return relay.crashRelay(world, who);
    case 'cut':
      return world.plan.processes.relay === null
        ? relay.cutConnection(world, who)
        : own(world).relay.cutCall(world, who);
    case 'crash-service':
      return service.crashService(world, who);
    case 'redeliver':
      return hand.crashConsumer(world, who);
    case 'seize':
      return world.plan.broker.seizure?.seize(world, who);
    case 'arrive':
      return arrive(world);
    case 'purge':
      return purge(world);
    case 'input':
      return takeInput(world);
  }
}

/** The same rules on a copy: for tests, and for whoever looks at more than one future. */
export function step(before: World, action: Action): World {
  const world = copy(before);
  apply(world, action);
  return world;
}
