// The outbox table as the queue: no relay and no broker. Each member takes the oldest row that nobody has locked,
// and marks it in the transaction of its effect. The rules [T…] are in the README.
import type { Broker } from '../../broker';
import { at, type Column } from '../../columns';
import { actorOf, entryOf, groupOf } from '../../group';
import { eventOf, messageOf } from '../../message';
import { record } from '../../record';
import { wants } from '../../routing';
import { KIND } from '../../step';
import { aggregateOf, ROW, type World } from '../../world';

/** What a group's own column of the table says of a row. `later`: it failed, and the others go first. */
const MARK = { none: 0, locked: 1, done: 2, later: 3 } as const;

interface Table {
  /** The mark of each group for each event. */
  readonly marks: Column;
  /** Rows at the front of the table that a group is done with. Where time is erased nobody counts. */
  readonly done: Column;
  /** The step with which a member's last look at the table was over: it looks again at once. */
  readonly looked: Column;
}

const tableOf = (world: World): Table => world.broker.own as unknown as Table;

const markOf = (world: World, group: number, event: number): number =>
  at(tableOf(world).marks, entryOf(world, group, event));

function setMark(world: World, group: number, event: number, mark: number): void {
  tableOf(world).marks[entryOf(world, group, event)] = mark;
}

/** The oldest row for this group that is neither locked nor done, failed ones after the others; 0 for none. */
function nextRow(world: World, group: number): number {
  const { order, service, plan } = world;
  const end = at(service.id, 0);
  let failed = 0;
  for (let id = firstRow(world, group); id < end; id += 1) {
    const event = at(order.byId, id);
    const mark = markOf(world, group, event);
    if (mark === MARK.locked || mark === MARK.done || !isWaiting(world, group, event)) continue;
    if (plan.scenario.relays.claim === 'head-of-key' && !isHead(world, group, event)) continue;
    if (mark === MARK.none) return event;
    if (failed === 0) failed = event;
  }
  return failed;
}

const isWaiting = (world: World, group: number, event: number): boolean =>
  at(world.events.row, event) === ROW.pending && wants(world, group, event);

const firstRow = (world: World, group: number): number =>
  world.plan.timed ? at(tableOf(world).done, group) + 1 : 1;

/** No earlier row of this aggregate waits or is at work. */
function isHead(world: World, group: number, event: number): boolean {
  const { events, order } = world;
  const id = at(events.id, event);
  for (let earlier = firstRow(world, group); earlier < id; earlier += 1) {
    const other = at(order.byId, earlier);
    if (aggregateOf(world, other) !== aggregateOf(world, event)) continue;
    if (isWaiting(world, group, other) && markOf(world, group, other) !== MARK.done) return false;
  }
  return true;
}

/** The row is dispatched once every group that wants it has marked it. */
function settleRow(world: World, event: number): void {
  const { events, times, plan, now } = world;
  for (const { index } of plan.groups) {
    if (wants(world, index, event) && markOf(world, index, event) !== MARK.done) return;
  }
  events.row[event] = ROW.dispatched;
  if (plan.timed) times.dispatched[event] = now;
}

/** Nobody needs to look again at rows that are done, if all before them are. */
function passDone(world: World, group: number): void {
  const { order, events, service } = world;
  const { done } = tableOf(world);
  let id = at(done, group) + 1;
  while (id < at(service.id, 0)) {
    const event = at(order.byId, id);
    if (at(events.row, event) === ROW.open) break;
    if (isWaiting(world, group, event) && markOf(world, group, event) !== MARK.done) break;
    id += 1;
  }
  done[group] = id - 1;
}

export const outbox: Broker = {
  kind: 'outbox',
  shape: ({ groups, members, events, timed }) => ({
    marks: groups.length * (events + 1),
    done: timed ? groups.length : 0,
    looked: timed ? members.length : 0,
  }),
  timers: () => 0,
  settlesWithEffect: true,

  // Who writes to the table writes an outbox row; there is nothing else to send to.
  publish: () => 'returned',

  offers: (world, member) => nextRow(world, groupOf(world, member).index) !== 0,

  deliver(world, member) {
    const { index } = groupOf(world, member);
    const event = nextRow(world, index);
    setMark(world, index, event, MARK.locked);
    // The step of the delivery itself is still to come.
    if (world.plan.timed) tableOf(world).looked[member] = world.steps + 1;
    return messageOf(event, world.plan.timed ? at(world.notes.copies, event) + 1 : 0);
  },

  acknowledge(world, member, message) {
    const { index } = groupOf(world, member);
    const event = eventOf(message);
    setMark(world, index, event, MARK.done);
    // First the step: the row is dispatched at the very moment that it says.
    record(world, KIND.marked, actorOf(world, member), event);
    settleRow(world, event);
    if (!world.plan.timed) return;
    for (const group of world.plan.groups) passDone(world, group.index);
    tableOf(world).looked[member] = world.steps;
  },

  retryLater(world, member, message) {
    setMark(world, groupOf(world, member).index, eventOf(message), MARK.later);
  },

  redrive(world, group, message) {
    const event = eventOf(message);
    const { events, plan } = world;
    events.row[event] = ROW.pending;
    setMark(world, group, event, MARK.none);
    if (!plan.timed) return;
    const { done } = tableOf(world);
    done[group] = Math.min(at(done, group), at(events.id, event) - 1);
  },

  lose(world, member, hand) {
    for (const message of hand) setMark(world, groupOf(world, member).index, eventOf(message), MARK.none);
  },

  // Rows and marks are on disk, and locks are released with their connections.
  restart: () => 0,

  // At once after it had a row, and otherwise at its next beat.
  looksAt(world, member) {
    const { plan, now } = world;
    if (at(tableOf(world).looked, member) === world.steps) return now;
    const interval = plan.scenario.relays.pollMs * 1000;
    const offset = Math.floor((interval * member) / plan.members.length);
    return Math.ceil((now - offset) / interval) * interval + offset;
  },

  timerReady: () => false,
  timerDelay: () => 0,
  timer: () => undefined,
};
