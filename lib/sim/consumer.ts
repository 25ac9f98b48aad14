// A consumer: handles each message once it arrives, and tells a second copy by the event's id, or does not.
import type { Dedup } from './scenario';
import type { Happening } from './step';
import type { World } from './world';

/** One transaction: the id recorded and the effect made, both or neither; or the effect alone, without dedup. */
export function handle(world: World, index: number): Happening | null {
  const delivery = world.deliveries[index];
  const consumer = world.consumers[delivery?.consumer ?? -1];
  if (delivery === undefined || consumer === undefined) return null;
  world.deliveries = world.deliveries.filter((other) => other !== delivery);

  const { message } = delivery;
  const { event, row, copy } = message;
  const { name: actor, dedup, inbox, effects } = consumer;
  if (dedup === 'same-transaction' && inbox.has(event.number)) {
    message.outcomes[delivery.consumer] = 'skipped';
    return { actor, kind: 'skipped', event, row, copy };
  }
  const times = (effects.get(event.number) ?? 0) + 1;
  if (dedup === 'same-transaction') inbox.add(event.number);
  effects.set(event.number, times);
  message.outcomes[delivery.consumer] = times === 1 ? 'applied' : 'doubled';
  return { actor, kind: 'applied', event, row, copy, dedup, times };
}

export function setDedup(world: World, name: string, dedup: Dedup): Happening | null {
  const consumer = world.consumers.find((one) => one.name === name);
  if (consumer === undefined || consumer.dedup === dedup) return null;
  consumer.dedup = dedup;
  return { actor: name, kind: 'dedup-set', dedup };
}
