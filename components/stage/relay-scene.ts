import type { Message, OutboxRow, World } from '@/lib/sim/world';

export interface RelayScene {
  readonly title: string;
  readonly detail: string;
  readonly crashed: boolean;
  readonly armed: boolean;
}

/** What the relay is doing, in a few words. */
export function relayOf({ relay, scenario, outbox, messages }: World): RelayScene {
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
      return words('Crashed', crashDetail(messages.at(-1), outbox));
  }
}

function crashDetail(last: Message | undefined, outbox: readonly OutboxRow[]): string {
  const row = outbox.find(({ id }) => id === last?.row);
  return row === undefined || row.dispatchedAt !== null
    ? 'and restarts by itself'
    : `row ${row.id} published, not marked`;
}
