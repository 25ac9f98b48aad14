// The broker: takes each message once it arrives, confirms it, and hands a copy to every consumer in order.
import { latency } from './latency';
import { atHand, enter, giveUp } from './relay';
import type { Happening } from './step';
import type { Delivery, World } from './world';

/** What the relay sent arrives: it is taken and will be confirmed, or it is refused and nothing is kept. */
export function take(world: World): Happening {
  const row = atHand(world);
  const carried = { event: row.event, row: row.id, copy: row.copies + 1 };
  if (!world.brokerUp || world.relay.cut) {
    giveUp(world);
    return { actor: 'broker', kind: 'refused', ...carried };
  }
  row.copies += 1;
  const message = { ...carried, outcomes: world.consumers.map(() => null) };
  world.messages.push(message);
  const deliveries = world.consumers.map((_, consumer): Delivery => ({ message, consumer, travel: null }));
  for (const delivery of deliveries) depart(world, delivery);
  world.deliveries = [...world.deliveries, ...deliveries];
  enter(world, 'awaiting', latency(world.random, 'confirm'));
  return { actor: 'broker', kind: 'published', ...carried };
}

/** Every connection breaks: what was on its way goes back into its queue, which is kept. */
export function goDown(world: World): Happening | null {
  if (!world.brokerUp) return null;
  world.brokerUp = false;
  world.relay.cut = true;
  for (const delivery of world.deliveries) delivery.travel = null;
  return { actor: 'broker', kind: 'broker-down' };
}

export function goUp(world: World): Happening | null {
  if (world.brokerUp) return null;
  world.brokerUp = true;
  world.relay.refused = false;
  for (const delivery of world.deliveries) depart(world, delivery);
  return { actor: 'broker', kind: 'broker-up' };
}

/** A queue keeps its order: nothing overtakes what left for the same consumer before. */
function depart(world: World, delivery: Delivery): void {
  const ahead = world.deliveries
    .filter(({ consumer, travel }) => consumer === delivery.consumer && travel !== null)
    .map(({ travel }) => travel?.to ?? 0);
  const free = Math.max(0, ...ahead) + latency(world.random, 'handling');
  const to = Math.max(world.now + latency(world.random, 'delivery'), free);
  delivery.travel = { from: world.now, to };
}
