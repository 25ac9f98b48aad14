// What relays and the service share when they send: each copy of an event has its number.
import type { Receipt } from './broker';
import { at } from './columns';
import { messageOf } from './message';
import type { World } from './world';

/** Sends the broker an event. A copy that it did not take is none: the next one has its number. */
export function send(world: World, event: number): Receipt {
  const receipt = world.plan.broker.publish(world, messageFor(world, event));
  if (receipt !== 'taken') world.notes.copies[event] = at(world.notes.copies, event) - 1;
  return receipt;
}

/** The next copy of an event. Which copy it is decides nothing, so it is not kept where time is erased. */
function messageFor(world: World, event: number): number {
  const { notes, plan } = world;
  const copy = at(notes.copies, event) + 1;
  notes.copies[event] = copy;
  return messageOf(event, plan.timed ? copy : 0);
}

/** The copy that was taken last, as it was. */
export const lastCopy = ({ notes, plan }: World, event: number): number =>
  messageOf(event, plan.timed ? Math.max(1, at(notes.copies, event)) : 0);
