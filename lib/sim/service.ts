// The order service: its sessions, one transaction after the other, and what a crash leaves of them.
import { at } from './columns';
import { publishDirectly } from './dual-write';
import { breakInvariant } from './invariants';
import { record } from './record';
import { KIND, ORDERS } from './step';
import { end, insert, rest, start, undo } from './transaction';
import { aggregateOf, interrupt, ROW, SESSION, type World } from './world';

/** Something is left to do for this session. */
export function sessionReady(world: World, session: number): boolean {
  const { sessions, service, plan } = world;
  if (at(sessions.phase, session) !== SESSION.idle) return true;
  const next = at(service.next, 0);
  if (next > at(service.asked, 0)) return false;
  // It waits for the lock on its aggregate.
  return !(plan.scenario.workload.lockAggregate && isLocked(world, aggregateOf(world, next)));
}

function isLocked(world: World, aggregate: number): boolean {
  const { sessions, plan } = world;
  for (let session = 0; session < plan.sessions; session += 1) {
    const busy = at(sessions.phase, session) !== SESSION.idle;
    if (busy && aggregateOf(world, at(sessions.event, session)) === aggregate) return true;
  }
  return false;
}

/** The session's next step, whatever it is. */
export function transact(world: World, session: number) {
  switch (at(world.sessions.phase, session)) {
    case SESSION.idle:
      return start(world, session);
    case SESSION.writing:
      return insert(world, session);
    case SESSION.publishing:
      return publishDirectly(world, session);
    default:
      return end(world, session);
  }
}

/** A session is between its two writes: a crash now leaves one of them. */
export const isBetween = ({ sessions }: World, session: number): boolean =>
  at(sessions.phase, session) !== SESSION.idle;

/** The service crashes: an open transaction is rolled back, and what was to follow never comes. */
export function crashService(world: World, session: number): void {
  const { sessions, events } = world;
  const event = at(sessions.event, session);
  const committed = at(events.row, event) === ROW.pending;
  if (!committed) undo(world, event);
  rest(world, session);
  interrupt(world, 'session', session);
  const sent = world.plan.scenario.publication === 'dual-write' && at(events.published, event) === 1;
  record(world, KIND['service-crashed'], ORDERS, event, (committed ? 1 : 0) + (sent ? 2 : 0));
  if (world.plan.scenario.publication === 'dual-write' && committed !== sent) breakInvariant(world, 'I1');
}
