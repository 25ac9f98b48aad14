// Whether the relay's own query finds in PostgreSQL what the model's relay took.
import { at } from '../columns';
import { oldestOpen } from '../outbox';
import type { World } from '../world';
import type { Recorded } from './recorded';

/** Right after a poll: the relay took what its query found, as far as one session can tell. */
export function pollDisagrees(world: World, { polled, found }: Recorded): string | null {
  if (polled === undefined || found === undefined) return null;
  const expected = found.map(String);
  const reached = withinReach(world, polled, expected);
  // Rows that it could not have taken filled its limit, so what it would have found after them is unknown.
  const compared = reached.length < polled.length ? expected.slice(0, reached.length) : expected;
  if (listOf(world, compared) === listOf(world, reached)) return null;
  return `The model expects the relay to find ${listOf(world, expected)}; PostgreSQL found ${listOf(world, polled)}.`;
}

/** Without the rows behind another's locks, and without those at and after the oldest open transaction. */
function withinReach(
  world: World,
  polled: readonly string[],
  expected: readonly string[],
): readonly string[] {
  const isOut = (id: string) => !expected.includes(id) && isOutOfReach(world, Number(id));
  if (world.plan.cursor === 'dispatched-null') return polled.filter((id) => !isOut(id));
  const end = polled.findIndex(isOut);
  return end === -1 ? polled : polled.slice(0, end);
}

function isOutOfReach(world: World, id: number): boolean {
  const { events, order, plan } = world;
  const { claim, cursor } = plan;
  const event = at(order.byId, id);
  const locked = claim === 'skip-locked' && at(events.held, event) === 1;
  return locked || (cursor === 'xmin-fence' && at(events.xid, event) >= oldestOpen(world));
}

/** An UPDATE returns its rows in no order. */
function listOf({ plan }: World, ids: readonly string[]): string {
  const { claim } = plan;
  const ordered =
    claim === 'lease' || claim === 'head-of-key' ? [...ids].sort((a, b) => Number(a) - Number(b)) : ids;
  return ordered.map((id) => `row ${id}`).join(', ') || 'no row';
}
