// Runs by chance: a random scenario, and what somebody does to it while it runs.
import { nextBelow, type Random, seeded } from '@/lib/shared/random';
import type { BrokerKind, Command, Deed, Scenario } from './scenario';
import { chanceScenario } from './scenario-chance';

export interface ChanceRun {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
}

/** The run of a seed. Besides what `chanceScenario` varies: purges, ids that are forgotten, clocks and quick retries. */
export function chanceRun(seed: number, brokers: readonly BrokerKind[] = ['rabbitmq']): ChanceRun {
  const random = seeded(Math.imul(seed, 0x85ebca6b));
  const drawn = chanceScenario(seed, { brokers });
  const { workload, relays } = drawn;
  const scenario: Scenario = {
    ...drawn,
    workload: { ...workload, orders: Math.min(workload.orders, 8) },
    relays: {
      ...relays,
      leaseClock: oneOf(random, ['database', 'relay']),
      retry: {
        ...relays.retry,
        max: 1 + nextBelow(random, 4),
        baseMs: 50 + nextBelow(random, 1000),
        outages: seed % 3 === 0 ? 'count' : 'pause',
      },
      purgeMs: purgeBy(random, drawn),
    },
    consumers: drawn.consumers.map((group) => ({
      ...group,
      dedupWindowMs: oneOf(random, [0, 0, 200, 1000]),
    })),
  };
  return { scenario, commands: commandsBy(random, scenario) };
}

/** What is marked is purged. The table keeps no row for a consumer that asks for it again after its purge. */
function purgeBy(random: Random, { broker, publication, relays }: Scenario): number {
  if (broker.kind === 'outbox') return 0;
  const ms = oneOf(random, [0, 0, 300, 1500]);
  const marks = publication === 'outbox' || publication === 'notify';
  return marks && relays.cursor === 'dispatched-null' ? ms : 0;
}

const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[nextBelow(random, items.length)] as Item;

/** Nothing to seven deeds. */
const commandsBy = (random: Random, scenario: Scenario): readonly Command[] =>
  Array.from({ length: nextBelow(random, 8) }, () => ({
    at: nextBelow(random, 3000),
    ...deedBy(random, scenario),
  })).sort((one, other) => one.at - other.at);

function deedBy(random: Random, { consumers, relays, publication }: Scenario): Deed {
  const consumer = oneOf(random, consumers).name;
  const relay = 1 + nextBelow(random, relays.count);
  const span: readonly Deed[] = [
    { do: 'broker-down' },
    { do: 'broker-up' },
    { do: 'hold-transaction' },
    { do: 'release-transaction' },
  ];
  return oneOf<Deed>(random, [
    { do: 'place-order' },
    { do: 'place-order' },
    { do: 'place-and-roll-back' },
    { do: 'crash-relay', relay },
    { do: 'arm-crash', relay },
    { do: 'crash-consumer', consumer },
    { do: 'crash-service' },
    { do: 'redeliver', consumer },
    { do: 'redrive', consumer },
    { do: 'set-dedup', consumer, dedup: oneOf(random, ['none', 'before', 'same-transaction']) },
    { do: 'skew-clock', relay, ms: nextBelow(random, 4000) - 2000 },
    oneOf(random, span),
    publication === 'cdc'
      ? oneOf(random, [{ do: 'stop-connector' }, { do: 'start-connector' }])
      : { do: 'broker-restart' },
  ]);
}
