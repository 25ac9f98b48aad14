// The order service: an order and its outbox row, in one transaction.
import { mint } from './event';
import { latency } from './latency';
import type { Happening } from './step';
import type { World } from './world';

/** Writes both rows. The numbers are taken now, and stay taken even if the transaction rolls back. */
export function insert(world: World, { rollsBack }: { readonly rollsBack: boolean }): Happening {
  const event = mint(world.scenario.seed, world.nextEvent++);
  const row = { id: world.nextRow++, event, occurredAt: world.now, dispatchedAt: null, copies: 0 };
  // Transactions end in the order in which they began: overtaking is another lesson's matter.
  const after = world.open.at(-1)?.endsAt ?? 0;
  const endsAt = Math.max(world.now + latency(world.random, 'transaction'), after + 1);
  world.open.push({ row, rollsBack, begunAt: world.now, endsAt });
  return { actor: 'orders', kind: 'inserted', event, row: row.id, occurredAt: row.occurredAt };
}

/** Commits the oldest open transaction, or rolls it back: both rows, or neither. */
export function end(world: World): Happening | null {
  const transaction = world.open.shift();
  if (transaction === undefined) return null;
  const { row, rollsBack } = transaction;
  if (!rollsBack) {
    world.outbox.push(row);
    world.relay.refused = false;
  }
  const { id, event, occurredAt } = row;
  return { actor: 'orders', kind: rollsBack ? 'rolled-back' : 'committed', event, row: id, occurredAt };
}
