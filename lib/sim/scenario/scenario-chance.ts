// Scenarios by chance: what people have not thought of. Whatever comes out reads as a sound scenario.
import { nextBelow, type Random, seeded } from '@/lib/shared/random';
import type {
  BrokerKind,
  BrokerSettings,
  ConsumerSettings,
  Fault,
  Moment,
  Relays,
  Scenario,
  Workload,
} from './scenario';
import { complete } from './scenario-defaults';

export interface Chances {
  /** So small that every order of things can be tried: few of everything, no faults at fixed moments. */
  readonly small?: boolean;
  /** The brokers to choose from; RabbitMQ alone if this is left out. */
  readonly brokers?: readonly BrokerKind[];
}

/** The scenario of a seed, with all that it can break to be judged. Same seed and chances, same scenario. */
export function chanceScenario(
  seed: number,
  { small = false, brokers = ['rabbitmq'] }: Chances = {},
): Scenario {
  const random = seeded(seed);
  const publication = oneOf(random, ['outbox', 'outbox', 'outbox', 'notify', 'cdc', 'dual-write'] as const);
  const workload = workloadBy(random, small);
  const relays = relaysBy(random, small, publication, workload.orders);
  const consumers = consumersBy(random, small, workload.orders);
  const broker = brokerBy(random, brokers);
  const sketch = {
    seed,
    // Where the table is the queue, nothing else is published.
    publication: broker.kind === 'outbox' ? 'outbox' : publication,
    workload,
    relays,
    broker,
    consumers,
    budgets: { crashes: nextBelow(random, 2), redeliveries: nextBelow(random, 2) },
    faults: small
      ? []
      : faultsBy(random, broker.kind === 'outbox' ? 'outbox' : publication, relays.count, consumers),
  };
  // Plain JSON in all its parts, which their types do not say.
  return complete(JSON.parse(JSON.stringify(sketch)));
}

const oneOf = <Item>(random: Random, items: readonly [Item, ...Item[]] | readonly Item[]): Item =>
  items[nextBelow(random, items.length)] as Item;

const between = (random: Random, least: number, most: number): number =>
  least + nextBelow(random, most - least + 1);

/** True once in so many times. */
const once = (random: Random, times: number): boolean => nextBelow(random, times) === 0;

const workloadBy = (random: Random, small: boolean): Partial<Workload> & { readonly orders: number } => ({
  orders: small ? between(random, 1, 2) : between(random, 1, 12),
  aggregates: small ? between(random, 1, 2) : between(random, 1, 4),
  everyMs: between(random, 10, 300),
  rollbackEvery: once(random, 3) ? between(random, 2, 4) : 0,
  overlap: once(random, 2),
  lockAggregate: once(random, 2),
  versions: oneOf(random, ['counter', 'counter', 'max']),
  dualWrite: oneOf(random, ['commit-first', 'publish-first']),
});

function relaysBy(random: Random, small: boolean, publication: Scenario['publication'], orders: number) {
  const cursor = oneOf(random, ['dispatched-null', 'dispatched-null', 'last-id', 'xmin-fence'] as const);
  const claim = oneOf(random, ['none', 'skip-locked', 'lease', 'head-of-key'] as const);
  const relays = {
    count: publication === 'cdc' ? 1 : between(random, 1, small ? 2 : 3),
    pollMs: between(random, 20, 400),
    batch: oneOf(random, [1, 2, 10]),
    cursor,
    // A cursor remembers one place and knows no rows that could be claimed.
    claim: cursor === 'dispatched-null' ? claim : ('none' as const),
    mark: oneOf(random, ['after-confirm', 'after-confirm', 'after-publish', 'before-publish'] as const),
    leaseMs: between(random, 100, 5000),
    poison: once(random, 6) ? [between(random, 1, orders)] : [],
  };
  return relays satisfies Partial<Relays>;
}

/** Every kind reads its own of these. */
const brokerBy = (random: Random, kinds: readonly BrokerKind[]): Partial<BrokerSettings> => ({
  kind: oneOf(random, kinds),
  exchange: oneOf(random, ['topic', 'direct']),
  durable: !once(random, 4),
  persistent: !once(random, 4),
  mandatory: !once(random, 4),
  partitions: between(random, 1, 3),
  commit: oneOf(random, ['after', 'before']),
});

const NAMES = ['shipping', 'billing', 'mailing'];

function consumersBy(random: Random, small: boolean, orders: number) {
  const few = once(random, 6) ? 2 : 1;
  const count = small ? few : between(random, 1, NAMES.length);
  return NAMES.slice(0, count).map((name) => consumerBy(random, name, small, orders));
}

const consumerBy = (random: Random, name: string, small: boolean, orders: number) =>
  ({
    name,
    count: between(random, 1, 2),
    dedup: oneOf(random, ['none', 'before', 'same-transaction', 'same-transaction']),
    bindings: oneOf(random, [['#'], ['#'], ['#'], ['order.*'], ['order.placed', 'order.shipped']]),
    prefetch: between(random, 1, small ? 2 : 4),
    failures: once(random, 3) ? [between(random, 1, orders)] : [],
    poison: once(random, 3) ? [between(random, 1, orders)] : [],
    maxAttempts: between(random, 1, small ? 2 : 4),
    retry: oneOf(random, ['in-place', 'retry-queue']),
    onPoison: oneOf(random, ['halt', 'skip']),
    park: !once(random, 4),
    redriveMs: once(random, 3) ? between(random, 100, 5000) : 0,
  }) satisfies Partial<ConsumerSettings>;

const WAITED_FOR = ['committed', 'polled', 'published', 'delivered', 'applied'] as const;

/** Nothing to four of them. */
function faultsBy(
  random: Random,
  publication: Scenario['publication'],
  relays: number,
  consumers: readonly Pick<ConsumerSettings, 'name'>[],
): readonly Fault[] {
  return Array.from({ length: nextBelow(random, 5) }, () => {
    const { name: consumer } = oneOf(random, consumers);
    const from = nextBelow(random, 2000);
    const span = { from, to: from + between(random, 1, 2000) };
    const relay = between(random, 1, relays);
    return oneOf<() => Fault>(random, [
      () => ({ do: 'crash-relay', at: momentBy(random), ...(once(random, 2) ? { relay } : {}) }),
      () => ({ do: 'crash-consumer', at: momentBy(random), consumer }),
      () => ({ do: 'crash-service', at: momentBy(random) }),
      () => ({ do: 'redeliver', at: momentBy(random), consumer }),
      () => ({ do: 'broker-down', ...span }),
      () => ({ do: 'broker-restart', at: momentBy(random) }),
      () => ({ do: 'slow-consumer', ...span, factor: between(random, 2, 20), consumer }),
      () => ({ do: 'hold-transaction', ...span }),
      () => (publication === 'cdc' ? { do: 'connector-stopped', ...span } : { do: 'broker-down', ...span }),
      () => ({ do: 'clock-skew', relay, ms: between(random, -3000, 3000) }),
    ])();
  });
}

const momentBy = (random: Random): Moment =>
  once(random, 2)
    ? { ms: nextBelow(random, 2000) }
    : { step: oneOf(random, WAITED_FOR), occurrence: between(random, 1, 3) };
