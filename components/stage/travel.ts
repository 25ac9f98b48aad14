// What is on its way at a time: a pure function of the world and the time.
import type { Meaning } from '@/lib/scene/meanings';
import type { WorldView } from '@/lib/sim/look/view';
import type { Millis } from '@/lib/sim/scenario/scenario';

/** The stretches between the lanes, from left to right. */
export type Stretch = 'service-outbox' | 'outbox-relay' | 'relay-broker' | 'broker-consumers';

export interface Traveller {
  readonly key: string;
  readonly stretch: Stretch;
  /** From 0, at the left end, to 1. */
  readonly place: number;
  readonly label: string;
  /** Null for what is no message: a confirm, a row's mark. */
  readonly meaning: Meaning | null;
}

export const travellersAt = (world: WorldView, time: Millis): readonly Traveller[] => [
  ...writes(world, time),
  ...relayed(world, time),
  ...delivered(world, time),
];

/** How much of the way is behind it: from 0 to 1. */
function between(time: Millis, from: Millis | null, to: Millis | null): number {
  if (from === null || to === null || to <= from) return 0;
  return Math.min(1, Math.max(0, (time - from) / (to - from)));
}

const writes = ({ sessions }: WorldView, time: Millis): readonly Traveller[] =>
  sessions.flatMap(({ row, rollsBack, begunAt, endsAt }): readonly Traveller[] => {
    if (row === null) return [];
    const way = between(time, begunAt, endsAt);
    return [
      {
        key: `write ${row}`,
        stretch: 'service-outbox',
        // What rolls back never arrives.
        place: rollsBack ? Math.min(way, 1 - way) : way,
        label: `row ${row}`,
        meaning: null,
      },
    ];
  });

/** Of the time from a poll, or a mark, to the broker, so much goes into fetching the row. */
const FETCHING = 0.2;

function relayed({ relays, rows }: WorldView, time: Millis): readonly Traveller[] {
  return relays.flatMap((relay): readonly Traveller[] => {
    const row = rows.find(({ event }) => event === relay.atHand);
    if (row === undefined) return [];
    const way = between(time, relay.since, relay.dueAt);
    const event = String(row.event);
    const key = `${relay.name} ${row.id}/${row.copies}`;
    switch (relay.phase) {
      case 'publishing': {
        if (way < FETCHING) {
          const place = way / FETCHING;
          return [{ key, stretch: 'outbox-relay', place, label: `row ${row.id}`, meaning: 'pending' }];
        }
        const place = (way - FETCHING) / (1 - FETCHING);
        return row.copies === 0
          ? [{ key, stretch: 'relay-broker', place, label: event, meaning: 'flight' }]
          : [{ key, stretch: 'relay-broker', place, label: `${event} again`, meaning: 'duplicate' }];
      }
      case 'awaiting':
        // With the connection gone, nothing comes.
        if (relay.cut) return [];
        return [{ key, stretch: 'relay-broker', place: 1 - way, label: `confirm ${event}`, meaning: null }];
      case 'marking':
        return [{ key, stretch: 'outbox-relay', place: 1 - way, label: `mark ${row.id}`, meaning: null }];
      default:
        return [];
    }
  });
}

/** Messages that left the broker and are not with their consumer yet. */
const delivered = ({ members, broker }: WorldView, time: Millis): readonly Traveller[] =>
  members.flatMap(({ name, hand }) =>
    hand.flatMap(({ event, copy, leftAt, arrivesAt }): readonly Traveller[] => {
      if (!broker.up || leftAt === null || arrivesAt === null || time > arrivesAt) return [];
      const again = copy > 1;
      return [
        {
          key: `${event}/${copy} to ${name}`,
          stretch: 'broker-consumers',
          place: between(time, leftAt, arrivesAt),
          label: again ? `${event} again` : String(event),
          meaning: again ? 'duplicate' : 'flight',
        },
      ];
    }),
  );
