// What is on its way at a time: a pure function of the world and the time.
import type { Meaning } from '@/components/marks/meanings';
import type { Millis } from '@/lib/sim/scenario';
import type { World } from '@/lib/sim/world';

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

export const travellersAt = (world: World, time: Millis): readonly Traveller[] => [
  ...writes(world, time),
  ...relayed(world, time),
  ...delivered(world, time),
];

const between = (time: Millis, from: Millis, to: Millis): number =>
  Math.min(1, Math.max(0, (time - from) / (to - from)));

const writes = ({ open }: World, time: Millis): readonly Traveller[] =>
  open.map(({ row, rollsBack, begunAt, endsAt }) => {
    const way = between(time, begunAt, endsAt);
    return {
      key: `write ${row.id}`,
      stretch: 'service-outbox',
      // What rolls back never arrives.
      place: rollsBack ? Math.min(way, 1 - way) : way,
      label: `row ${row.id}`,
      meaning: null,
    };
  });

function relayed({ relay, outbox }: World, time: Millis): readonly Traveller[] {
  const row = outbox.find(({ id }) => id === relay.batch[0]);
  if (row === undefined) return [];
  const way = between(time, relay.since, relay.dueAt);
  const event = String(row.event.number);
  const key = `${row.id}/${row.copies}`;
  switch (relay.phase) {
    case 'preparing':
      return [{ key, stretch: 'outbox-relay', place: way, label: `row ${row.id}`, meaning: 'pending' }];
    case 'publishing':
      return [
        row.copies === 0
          ? { key, stretch: 'relay-broker', place: way, label: event, meaning: 'flight' }
          : { key, stretch: 'relay-broker', place: way, label: `${event} again`, meaning: 'duplicate' },
      ];
    case 'awaiting':
      // With the connection gone, nothing comes.
      if (relay.cut) return [];
      return [{ key, stretch: 'relay-broker', place: 1 - way, label: `confirm ${event}`, meaning: null }];
    case 'marking':
      return [{ key, stretch: 'outbox-relay', place: 1 - way, label: `mark ${row.id}`, meaning: null }];
    default:
      return [];
  }
}

const delivered = ({ deliveries, consumers }: World, time: Millis): readonly Traveller[] =>
  deliveries.flatMap(({ message, consumer, travel }): readonly Traveller[] => {
    if (travel === null) return [];
    const again = message.copy > 1;
    return [
      {
        key: `${message.event.number}/${message.copy} to ${consumers[consumer]?.name}`,
        stretch: 'broker-consumers',
        place: between(time, travel.from, travel.to),
        label: again ? `${message.event.number} again` : String(message.event.number),
        meaning: again ? 'duplicate' : 'flight',
      },
    ];
  });
