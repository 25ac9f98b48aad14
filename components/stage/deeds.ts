// What makes sense to be done to the run at a moment: the few deeds of the toolbar, and all of them for the menu.
import type { Meaning } from '@/lib/scene/meanings';
import { castOf } from '@/lib/sim/cast';
import type { Deed, Scenario } from '@/lib/sim/scenario/scenario';
import { nameOf } from '@/lib/sim/tell/words';
import type { Trace } from '@/lib/sim/trace';
import type { StageStore } from '@/lib/store/stage';
import type { StageAction } from './stage-keys';
import type { StandingWorld } from './standing-world';
import { deedWords, relayName } from './timeline/deed-words';

export interface Doing {
  readonly action: StageAction;
  readonly words: string;
  readonly deed: Deed;
  readonly meaning: Meaning | null;
  /** Why it cannot be done now. */
  readonly not: string | null;
}

/** The buttons of the toolbar. */
export function doingsOf(scenario: Scenario, world: StandingWorld): readonly Doing[] {
  const doing = (action: StageAction, words: string, deed: Deed): Doing => ({
    action,
    words,
    deed,
    meaning: deedWords(deed, scenario).meaning,
    not: null,
  });
  const broker: Deed = { do: world.broker.up ? 'broker-down' : 'broker-up' };
  return [
    doing('order', 'Place order', { do: 'place-order' }),
    doing('roll-back', 'Place order and roll back', { do: 'place-and-roll-back' }),
    { ...crashOf(scenario, doing), not: whyNoCrash(scenario, world) },
    ...(hasBroker(scenario) ? [doing('broker', deedWords(broker, scenario).todo, broker)] : []),
  ];
}

/** Whoever takes events from where they were written to where they are read: a relay, or the order service itself. */
function crashOf(
  scenario: Scenario,
  doing: (action: StageAction, words: string, deed: Deed) => Doing,
): Doing {
  if (castOf(scenario).relays > 0)
    return doing('crash', `Crash ${relayName(undefined, scenario)}`, { do: 'arm-crash' });
  return scenario.publication === 'dual-write'
    ? doing('crash', 'Crash the order service', { do: 'crash-service' })
    : doing('crash', 'Crash the consumer', { do: 'crash-consumer' });
}

function whyNoCrash(scenario: Scenario, { relays, isWriting }: StandingWorld): string | null {
  if (relays.length > 0)
    return relays.every(({ armed }) => armed) ? 'It will crash once it has published a row.' : null;
  return scenario.publication === 'dual-write' && !isWriting
    ? 'It can crash while it writes an order.'
    : null;
}

/** Where the table is the queue there is no broker that could go down without the database. */
const hasBroker = ({ broker }: Scenario): boolean => broker.kind !== 'outbox';

/** One for each consumer; the key is the first one's. */
export interface Switching {
  readonly words: string;
  readonly action: StageAction | null;
  readonly on: boolean;
  readonly deed: Deed;
}

export const switchesOf = ({ groups }: StandingWorld): readonly Switching[] =>
  groups.map(({ name, dedup }, index) => ({
    words: groups.length === 1 ? 'Dedup' : `${nameOf(name)} dedup`,
    action: index === 0 ? 'dedup' : null,
    on: dedup !== 'none',
    deed: { do: 'set-dedup', consumer: name, dedup: dedup === 'none' ? 'same-transaction' : 'none' },
  }));

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
    { title: 'Broker', deeds: hasBroker(scenario) ? brokerDeeds(world) : [] },
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

/** What the keys of doing do, as the run stands. */
export function deedActions(
  store: Pick<StageStore, 'act'>,
  { trace, world }: { readonly trace: Trace; readonly world: StandingWorld },
): { readonly [Action in StageAction]?: () => void } {
  const doings = doingsOf(trace.scenario, world).filter(({ not }) => not === null);
  return Object.fromEntries(
    [...doings, ...switchesOf(world)].flatMap(({ action, deed }) =>
      action === null ? [] : [[action, () => store.act(deed)]],
    ),
  );
}
