// What comes with time alone: the next order of the workload, and the purge of old rows.
import { at, timeAt } from './columns';
import { record } from './record';
import { KIND, ORDERS } from './step';
import { type Micros, ROW, type World } from './world';

/** The workload has orders left. Those that people place are counted apart. */
export const arriveReady = ({ notes, plan }: World): boolean =>
  at(notes.arrived, 0) < plan.scenario.workload.orders;

export const arriveAt = ({ notes, plan }: World): Micros =>
  Math.round((at(notes.arrived, 0) + 1) * plan.scenario.workload.everyMs * 1000);

export function arrive(world: World): void {
  const { notes, plan } = world;
  const { rollbackEvery } = plan.scenario.workload;
  const number = at(notes.arrived, 0) + 1;
  notes.arrived[0] = number;
  askForOrder(world, rollbackEvery > 0 && number % rollbackEvery === 0);
}

/** One more order waits for the service; `doomed` if its transaction will roll back. */
export function askForOrder({ service, notes, plan }: World, doomed: boolean): void {
  const asked = at(service.asked, 0) + 1;
  if (asked > plan.events) return;
  service.asked[0] = asked;
  notes.doomed[asked] = doomed ? 1 : 0;
}

/** A dispatched row is old enough to be deleted. */
export const purgeReady = (world: World): boolean => oldestDispatched(world) !== 0;

export function purgeAt(world: World): Micros {
  const { times, plan } = world;
  return timeAt(times.dispatched, oldestDispatched(world)) + plan.scenario.relays.purgeMs * 1000;
}

/** Rows are looked at in the order of their ids, so one that still waits keeps the younger ones; others are passed over. */
function oldestDispatched({ notes, order, events, service }: World): number {
  for (let id = at(notes.purged, 0) + 1; id < at(service.id, 0); id += 1) {
    const event = at(order.byId, id);
    const row = at(events.row, event);
    if (row === ROW.dispatched) return event;
    if (row === ROW.pending || row === ROW.open) return 0;
  }
  return 0;
}

export function purge(world: World): void {
  const { notes, events } = world;
  const event = oldestDispatched(world);
  notes.purged[0] = at(events.id, event);
  events.row[event] = ROW.purged;
  record(world, KIND.purged, ORDERS, event);
}
