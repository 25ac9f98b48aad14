import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Changes } from '../brokers/keys-fixture';
import { explore } from '../explore/explore';
import { ledger } from '../tell/notation';
import { run } from '../trace';
import type { Scenario } from './scenario';
import { type Sketch, scenarioOf } from './scenario-fixture';
import { scenarioSchema } from './scenario-schema';

const orders = (count: number, more: Sketch<Scenario['workload']> = {}) => ({
  workload: { orders: count, aggregates: 1, everyMs: 20, ...more },
});

const TWICE = { faults: [{ do: 'crash-relay', at: { step: 'published', occurrence: 1 } }] } as const;
const SLOW = { faults: [{ do: 'slow-consumer', from: 0, to: 9000, factor: 20 }] } as const;
const HALTED = { poison: [1], maxAttempts: 1 };

type Differs = readonly [key: string, one: Sketch<Scenario>, other: Sketch<Scenario>];

/** What each broker says of its own keys, in the `keys-fixture.ts` of its folder. */
const keysOfBrokers = await Promise.all(
  readdirSync('lib/sim/brokers')
    .filter((broker) => existsSync(`lib/sim/brokers/${broker}/keys-fixture.ts`))
    .map(async (broker) => {
      const { keys }: { readonly keys: KeyChanges } = await import(`../brokers/${broker}/keys-fixture.ts`);
      return keys;
    }),
);

type KeyChanges = Changes<{ readonly [key: string]: unknown }>;

/** For each key two scenarios that differ in it alone. */
const KEYS: readonly Differs[] = [
  ['seed', { seed: 1 }, { seed: 2 }],
  ['pace', { pace: 1 }, { pace: 10 }],
  ['publication', { publication: 'outbox' }, { publication: 'cdc' }],
  ['workload.orders', orders(1), orders(2)],
  [
    'workload.aggregates',
    orders(2, { aggregates: 1, overlap: true, lockAggregate: true }),
    orders(2, { aggregates: 2, overlap: true, lockAggregate: true }),
  ],
  ['workload.everyMs', orders(2, { everyMs: 20 }), orders(2, { everyMs: 500 })],
  ['workload.rollbackEvery', orders(2), orders(2, { rollbackEvery: 2 })],
  ['workload.overlap', orders(2), orders(2, { overlap: true })],
  ['workload.lockAggregate', orders(2, { overlap: true }), orders(2, { overlap: true, lockAggregate: true })],
  [
    'workload.dualWrite',
    { publication: 'dual-write' },
    { publication: 'dual-write', workload: { dualWrite: 'publish-first' } },
  ],
  [
    'workload.payloadBytes',
    { broker: { kind: 'notify' } },
    { broker: { kind: 'notify' }, workload: { payloadBytes: 8000 } },
  ],
  ['relays.count', { relays: { count: 1 } }, { relays: { count: 2 } }],
  ['relays.pollMs', { relays: { pollMs: 200 } }, { relays: { pollMs: 300 } }],
  ['relays.batch', orders(4), { ...orders(4), relays: { batch: 1 } }],
  ['relays.claim', { relays: { count: 2 } }, { relays: { count: 2, claim: 'lease' } }],
  ['relays.cursor', {}, { relays: { cursor: 'last-id' } }],
  ['relays.mark', {}, { relays: { mark: 'after-publish' } }],
  [
    'relays.leaseMs',
    { relays: { claim: 'lease', leaseMs: 1000 }, ...TWICE },
    { relays: { claim: 'lease', leaseMs: 4000 }, ...TWICE },
  ],
  [
    'relays.leaseClock',
    { relays: { count: 2, claim: 'lease' }, faults: [{ do: 'clock-skew', relay: 2, ms: 9000 }] },
    {
      relays: { count: 2, claim: 'lease', leaseClock: 'relay' },
      faults: [{ do: 'clock-skew', relay: 2, ms: 9000 }],
    },
  ],
  ...(
    [
      ['max', { max: 2 }],
      ['baseMs', { baseMs: 3000 }],
      ['factor', { factor: 3 }],
      ['capMs', { capMs: 1500 }],
      ['jitter', { jitter: 'none' }],
    ] as const
  ).map(
    ([key, retry]): Differs => [
      `relays.retry.${key}`,
      { relays: { poison: [1] } },
      { relays: { poison: [1], retry } },
    ],
  ),
  [
    'relays.retry.outages',
    { faults: [{ do: 'broker-down', from: 0, to: 3000 }] },
    { faults: [{ do: 'broker-down', from: 0, to: 3000 }], relays: { retry: { outages: 'count' } } },
  ],
  ['relays.purgeMs', {}, { relays: { purgeMs: 100 } }],
  ['relays.poison', {}, { relays: { poison: [1] } }],
  ['broker.kind', { broker: { kind: 'rabbitmq' } }, { broker: { kind: 'outbox' } }],
  ...keysOfBrokers
    .flatMap((keys) => Object.entries(keys))
    .map(([key, [one, other]]): Differs => [`broker.${key}`, one, other]),
  ['consumers.name', { consumers: [{ name: 'shipping' }] }, { consumers: [{ name: 'billing' }] }],
  ['consumers.count', { consumers: [{ count: 1 }] }, { consumers: [{ count: 2 }] }],
  ['consumers.dedup', TWICE, { ...TWICE, consumers: [{ dedup: 'none' }] }],
  ['consumers.dedupWindowMs', TWICE, { ...TWICE, consumers: [{ dedupWindowMs: 100 }] }],
  ['consumers.bindings', {}, { consumers: [{ bindings: ['order.placed'] }], broker: { mandatory: false } }],
  ['consumers.prefetch', { ...orders(4), ...SLOW }, { ...orders(4), ...SLOW, consumers: [{ prefetch: 3 }] }],
  ['consumers.failures', {}, { consumers: [{ failures: [1] }] }],
  ['consumers.poison', {}, { consumers: [{ poison: [1] }] }],
  [
    'consumers.maxAttempts',
    { consumers: [{ poison: [1] }] },
    { consumers: [{ poison: [1], maxAttempts: 2 }] },
  ],
  [
    'consumers.retry',
    { ...orders(2), consumers: [{ failures: [1] }] },
    { ...orders(2), consumers: [{ failures: [1], retry: 'retry-queue' }] },
  ],
  [
    'consumers.onPoison',
    { ...orders(2), consumers: [HALTED] },
    { ...orders(2), consumers: [{ ...HALTED, onPoison: 'skip' }] },
  ],
  [
    'consumers.park',
    { ...orders(2), consumers: [HALTED] },
    { ...orders(2), consumers: [{ ...HALTED, park: false }] },
  ],
  ['consumers.redriveMs', { consumers: [HALTED] }, { consumers: [{ ...HALTED, redriveMs: 900 }] }],
  ['faults', {}, TWICE],
];

/** Two explorations where time decides nothing. */
const EXPLORED: readonly Differs[] = [
  [
    'workload.versions',
    orders(2, { overlap: true, lockAggregate: false }),
    orders(2, { overlap: true, versions: 'max' }),
  ],
  ['budgets.crashes', { ...orders(1), budgets: { crashes: 0 } }, { ...orders(1), budgets: { crashes: 1 } }],
  [
    'budgets.redeliveries',
    { ...orders(1), budgets: { redeliveries: 0 } },
    { ...orders(1), budgets: { redeliveries: 1 } },
  ],
  [
    'budgets.states',
    { ...orders(1), budgets: { states: 10 } },
    { ...orders(1), budgets: { states: 10_000 } },
  ],
  [
    'invariants',
    { ...orders(1), consumers: [{ dedup: 'none' }], invariants: ['I2'] },
    { ...orders(1), consumers: [{ dedup: 'none' }], invariants: ['I3'] },
  ],
];

/** Every key at the end of its branch, as a path. */
function leaves(schema: unknown, path = ''): readonly string[] {
  const { properties, items } = schema as {
    properties?: Record<string, unknown>;
    items?: { properties?: object };
  };
  const inside =
    properties ??
    (path === 'faults' ? undefined : (items?.properties as Record<string, unknown> | undefined));
  if (inside === undefined) return [path];
  return Object.entries(inside).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
}

const found = (sketch: Sketch<Scenario>) => {
  const { verdict, invariant, states, depth } = explore(scenarioOf(sketch), { samples: 10 });
  return { verdict, invariant, states, depth };
};

describe('every key of a scenario', () => {
  it('[R8] stands in one of these tables', () => {
    const named = [...KEYS, ...EXPLORED].map(([key]) => key);
    expect(named.sort()).toEqual([...leaves(scenarioSchema)].sort());
  });

  it.each(KEYS)('[R8] %s changes a run', (_, one, other) => {
    const told = (sketch: Sketch<Scenario>) => ledger(run(scenarioOf(sketch), [], 3000));
    expect(told(other)).not.toBe(told(one));
  });

  it.each(EXPLORED)('[R8] %s changes an exploration', (_, one, other) => {
    expect(found(other)).not.toEqual(found(one));
  });
});
