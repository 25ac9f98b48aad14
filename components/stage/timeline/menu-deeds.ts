// Everything that makes sense to be done to the run at a moment, for the menu.
import type { Deed, Scenario } from '@/lib/sim/scenario/scenario';
import { hasBroker } from '../deeds';
import type { StandingWorld } from '../standing-world';
import { between } from './deed-words';

/** Deeds about one and the same part. */
export interface DeedGroup {
  readonly title: string;
  readonly deeds: readonly Deed[];
}

/** Everything that makes sense in a scenario as its world stands at the moment. */
export const sensibleDeeds = (scenario: Scenario, world: StandingWorld): readonly DeedGroup[] =>
  [
    { title: 'Orders', deeds: orderDeeds(scenario, world) },
    { title: scenario.publication === 'cdc' ? 'Connector' : 'Relays', deeds: relayDeeds(scenario, world) },
    { title: between(scenario), deeds: hasBroker(scenario) ? brokerDeeds(world) : [] },
    { title: 'Consumers', deeds: consumerDeeds(scenario, world) },
  ].filter(({ deeds }) => deeds.length > 0);

function orderDeeds({ publication, relays }: Scenario, world: StandingWorld): readonly Deed[] {
  const mayCrash = publication === 'dual-write' || world.isWriting;
  // Only a fence asks which transactions are open.
  const isFenced = relays.cursor === 'xmin-fence' && world.relays.length > 0 && publication !== 'cdc';
  return [
    { do: 'place-order' },
    { do: 'place-and-roll-back' },
    ...only(mayCrash, { do: 'crash-service' }),
    ...only(isFenced, { do: world.transactionHeld ? 'release-transaction' : 'hold-transaction' }),
  ];
}

/** How far a clock is set ahead or behind: enough to outlive half a lease. */
const SKEW = 2000;

function relayDeeds({ publication, relays: settings }: Scenario, world: StandingWorld): readonly Deed[] {
  const crashes = world.relays.flatMap(({ phase, armed }, index): readonly Deed[] => {
    const relay = index + 1;
    if (phase === 'stopped') return [];
    return [
      ...only(phase !== 'crashed', { do: 'crash-relay', relay }),
      ...only(!armed, { do: 'arm-crash', relay }),
    ];
  });
  const skews = world.relays.flatMap(({ skew }, index): readonly Deed[] =>
    [SKEW, -SKEW, 0].filter((ms) => ms !== skew).map((ms) => ({ do: 'skew-clock', relay: index + 1, ms })),
  );
  const stopped = world.relays[0]?.phase === 'stopped';
  return [
    ...crashes,
    ...only(publication === 'cdc', { do: stopped ? 'start-connector' : 'stop-connector' }),
    ...(settings.leaseClock === 'relay' ? skews : []),
  ];
}

const brokerDeeds = ({ broker }: StandingWorld): readonly Deed[] => [
  { do: broker.up ? 'broker-down' : 'broker-up' },
  { do: 'broker-restart' },
];

/** How much slower a slow consumer is. */
const SLOWER = 10;

const consumerDeeds = (scenario: Scenario, world: StandingWorld): readonly Deed[] =>
  world.groups.flatMap(({ name: consumer, dedup, hasDeadLetters, isUp, isSlow }): readonly Deed[] => [
    ...only(isUp, { do: 'crash-consumer', consumer }),
    ...only(acknowledges(scenario), { do: 'redeliver', consumer }),
    ...only(keepsHistory(scenario), { do: 'replay', consumer }),
    { do: 'slow-consumer', consumer, factor: isSlow ? 1 : SLOWER },
    ...only(hasDeadLetters, { do: 'redrive', consumer }),
    { do: 'set-dedup', consumer, dedup: dedup === 'none' ? 'same-transaction' : 'none' },
  ]);

/** An ack can be lost where there is one: not of a notification, nor of a row that is marked with its effect. */
const acknowledges = ({ broker }: Scenario): boolean => !['notify', 'outbox', 'http'].includes(broker.kind);

/** Brokers that still have what was handled. */
const keepsHistory = ({ broker }: Scenario): boolean =>
  broker.kind === 'kafka' || broker.kind === 'redis-streams';

const only = (holds: boolean, deed: Deed): readonly Deed[] => (holds ? [deed] : []);
