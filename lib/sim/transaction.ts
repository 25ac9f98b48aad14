// A transaction of the order service: an order and its outbox row are there for everyone, or neither ever was.
import { at } from './columns';
import { breakInvariant } from './invariants';
import { announce } from './outbox';
import { record } from './record';
import { KIND, ORDERS } from './step';
import { aggregateOf, RELAY, ROW, SESSION, type World } from './world';

/** A transaction takes its number in the order of beginnings. Alone, it begins and writes in one step. */
export function start(world: World, session: number) {
  const { service, sessions, order, events, plan } = world;
  const event = at(service.next, 0);
  service.next[0] = event + 1;
  sessions.event[session] = event;
  const xid = at(service.xid, 0);
  service.xid[0] = xid + 1;
  events.xid[event] = xid;
  order.byXid[xid] = event;
  if (plan.sessions === 1) return insert(world, session);
  sessions.phase[session] = SESSION.writing;
  record(world, KIND.began, ORDERS, event, xid);
}

/** Takes the version and the row's number; both stay unseen until the commit. */
export function insert(world: World, session: number): void {
  const { service, sessions, order, events, times, plan } = world;
  const event = at(sessions.event, session);
  events.version[event] = versionFor(world, event);
  const id = at(service.id, 0);
  service.id[0] = id + 1;
  events.id[event] = id;
  order.byId[id] = event;
  events.row[event] = ROW.open;
  if (plan.timed) times.occurred[event] = world.now;
  sessions.phase[session] = publishesFirst(world) ? SESSION.publishing : SESSION.ending;
  // Alone and without time, nobody could tell the write from the commit.
  const atOnce = !plan.timed && plan.sessions === 1 && plan.scenario.publication !== 'dual-write';
  if (atOnce) end(world, session);
  else record(world, KIND.inserted, ORDERS, event, at(events.version, event));
}

/** What the transaction writes is known to be rolled back. */
export function isDoomed({ plan, notes }: World, event: number): boolean {
  if (plan.timed) return at(notes.doomed, event) === 1;
  const { rollbackEvery } = plan.scenario.workload;
  return rollbackEvery > 0 && event % rollbackEvery === 0;
}

/**
 * From the counter, or one more than the highest that is committed, which another may be about to take as well.
 * One that is going to roll back takes none, unless its event is published before that and so has to show one.
 */
function versionFor(world: World, event: number): number {
  const { aggregates, plan } = world;
  const aggregate = aggregateOf(world, event);
  const version = at(aggregates.last, aggregate) + 1;
  if (isDoomed(world, event)) return publishesFirst(world) ? version : 0;
  if (plan.scenario.workload.versions === 'counter') aggregates.last[aggregate] = version;
  return version;
}

const publishesFirst = ({ plan }: World): boolean =>
  plan.scenario.publication === 'dual-write' && plan.scenario.workload.dualWrite === 'publish-first';

/** The transaction ends: both rows are there for everyone, or neither ever was. */
export function end(world: World, session: number): void {
  const { sessions, events, plan } = world;
  const event = at(sessions.event, session);
  const published = at(sessions.phase, session) === SESSION.endingPublished;
  if (isDoomed(world, event)) {
    events.row[event] = ROW.rolledBack;
    rest(world, session);
    record(world, KIND['rolled-back'], ORDERS, event, published ? 1 : 0);
    if (published) breakInvariant(world, 'I1');
    return;
  }
  commit(world, event);
  if (plan.scenario.publication === 'dual-write' && !published) sessions.phase[session] = SESSION.publishing;
  else rest(world, session);
  record(world, KIND.committed, ORDERS, event, at(events.version, event));
}

function commit(world: World, event: number): void {
  const { events, aggregates, order, plan } = world;
  events.row[event] = ROW.pending;
  wakeRelays(world);
  if (plan.timed) announce(world);
  if (plan.scenario.workload.versions === 'max') {
    const aggregate = aggregateOf(world, event);
    aggregates.last[aggregate] = Math.max(at(aggregates.last, aggregate), at(events.version, event));
  }
  if (order.wal.length === 0) return;
  const length = at(order.walLength, 0) + 1;
  order.walLength[0] = length;
  order.wal[length] = event;
}

/** What was written is gone. The counter goes back to the last version that stands; the row's number is used up. */
export function undo(world: World, event: number): void {
  const { events, aggregates, plan } = world;
  const aggregate = aggregateOf(world, event);
  events.row[event] = ROW.rolledBack;
  if (plan.scenario.workload.versions === 'max') return;
  let last = 0;
  for (let other = aggregate + 1; other <= plan.events; other += plan.aggregates) {
    const stands = at(events.row, other) !== ROW.rolledBack && !isDoomed(world, other);
    if (stands) last = Math.max(last, at(events.version, other));
  }
  aggregates.last[aggregate] = last;
}

/** A learner's relay that found nothing to do looks again. */
export function wakeRelays({ relays, plan }: World): void {
  if (plan.processes.relay === null) return;
  for (let relay = 0; relay < plan.relays; relay += 1) {
    if (at(relays.phase, relay) === RELAY.resting) relays.phase[relay] = RELAY.polling;
  }
}

/** The session has nothing open. */
export function rest({ sessions }: World, session: number): void {
  sessions.phase[session] = SESSION.idle;
  sessions.event[session] = 0;
}
