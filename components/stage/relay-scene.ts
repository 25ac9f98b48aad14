import type { Moment } from './scene';

export interface RelayScene {
  readonly title: string;
  readonly detail: string;
  readonly crashed: boolean;
  readonly armed: boolean;
}

/** What the relay is doing, in a few words. */
export function relayOf(moment: Moment): RelayScene {
  const [relay] = moment.world.relays;
  if (relay === undefined) return { title: 'None', detail: '', crashed: false, armed: false };
  const { armed, crashed, atHand } = relay;
  const words = (title: string, detail: string): RelayScene => ({ title, detail, crashed, armed });
  const row = rowAtHand(moment);
  switch (relay.phase) {
    case 'polling':
    case 'resting':
      return relay.paused
        ? words('Refused', 'waits for the broker')
        : words('Polling', `every ${moment.scenario.relays.pollMs} ms`);
    case 'publishing':
      return words('Publishing', `event ${atHand}`);
    case 'awaiting':
      return words('Awaiting confirm', `of event ${atHand}`);
    case 'marking':
      return words('Marking', `row ${row}`);
    case 'stopped':
      return words('Stopped', '');
    case 'crashed':
      return words('Crashed', row === null ? 'and restarts by itself' : `row ${row} published, not marked`);
  }
}

/** The row that the relay works on, or left behind when it crashed. */
export function rowAtHand(moment: Moment): number | null {
  const [relay] = moment.world.relays;
  const event = relay?.atHand ?? null;
  if (event === null) return leftBehind(moment);
  return moment.world.rows.find((row) => row.event === event)?.id ?? null;
}

/** The row that a crashed relay has published and not marked. */
function leftBehind({ world, copies }: Moment): number | null {
  if (world.relays[0]?.crashed !== true) return null;
  const row = world.rows.find(({ event }) => event === copies.at(-1)?.event);
  return row === undefined || row.dispatched ? null : row.id;
}
