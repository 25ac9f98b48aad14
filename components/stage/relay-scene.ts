import type { World } from '@/lib/sim/world';

export interface RelayScene {
  readonly title: string;
  readonly detail: string;
  readonly crashed: boolean;
  readonly armed: boolean;
}

/** What the relay is doing, in a few words. */
export function relayOf(world: World): RelayScene {
  const { relay, scenario, outbox } = world;
  const row = relay.batch[0] ?? 0;
  const event = outbox.find(({ id }) => id === row)?.event.number ?? 0;
  const beat = `every ${scenario.relays.pollMs} ms`;
  const words = (title: string, detail: string): RelayScene => ({
    title,
    detail,
    crashed: relay.phase === 'crashed',
    armed: relay.armed,
  });
  switch (relay.phase) {
    case 'polling':
      return relay.refused ? words('Refused', 'waits for the broker') : words('Polling', beat);
    case 'preparing':
      return words('Publishing', `row ${row} is next`);
    case 'publishing':
      return words('Publishing', `event ${event}`);
    case 'awaiting':
      return words('Awaiting confirm', `of event ${event}`);
    case 'marking':
      return words('Marking', `row ${row}`);
    case 'crashed':
      return words('Crashed', crashDetail(leftBehind(world)));
  }
}

function crashDetail(row: number | null): string {
  return row === null ? 'and restarts by itself' : `row ${row} published, not marked`;
}

/** The row that a crashed relay has published and not marked. */
export function leftBehind({ relay, messages, outbox }: World): number | null {
  if (relay.phase !== 'crashed') return null;
  const row = outbox.find(({ id }) => id === messages.at(-1)?.row);
  return row === undefined || row.dispatchedAt !== null ? null : row.id;
}
