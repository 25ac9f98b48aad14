// An order without an outbox: its message goes to the broker by itself, before the commit or after it.
import { at } from './columns';
import { breakInvariant } from './invariants';
import { send } from './publisher';
import { record } from './record';
import { KIND, ORDERS } from './step';
import { rest, undo } from './transaction';
import { ROW, SESSION, type World } from './world';

/** The broker's part of a dual write. Nobody repeats it: what the broker does not take now, it never gets. */
export function publishDirectly(world: World, session: number) {
  const { sessions, events, notes } = world;
  const event = at(sessions.event, session);
  const receipt = send(world, event);
  const sent = receipt === 'taken' || receipt === 'dropped';
  const value = receipt === 'taken' ? at(notes.copies, event) : Number(sent);
  record(world, KIND[receipt === 'taken' ? 'published' : receipt], ORDERS, event, value);
  if (sent) events.published[event] = 1;
  if (at(events.row, event) === ROW.open) {
    if (!sent) return takeBack(world, session);
    sessions.phase[session] = SESSION.endingPublished;
    return;
  }
  rest(world, session);
  if (!sent) breakInvariant(world, 'I1');
}

/** The broker did not take the event while the transaction was open: that error rolls it back. */
function takeBack(world: World, session: number): void {
  const event = at(world.sessions.event, session);
  undo(world, event);
  rest(world, session);
  record(world, KIND['rolled-back'], ORDERS, event);
}
