import { describe, expect, it } from 'vitest';
import { readScenario, scenarioFrom } from './scenario-file';
import { scenarioOf } from './scenario-fixture';

/** `line:column code message hint` of everything that is wrong. */
function problems(text: string): readonly string[] {
  const read = readScenario(text, 'scenario.yaml');
  if (read.ok) return [];
  return read.problems.map(({ place, code, message, hint }) =>
    [`${place?.line}:${place?.column}`, code, message, hint].join(' '),
  );
}

/** The scenario that a text stands for. */
function scenario(text: string) {
  const read = readScenario(text, 'scenario.yaml');
  if (!read.ok) throw new Error(problems(text).join('\n'));
  return read.value;
}

const CONTRACT = `
seed: 42
workload:    { orders: 3, aggregates: 2, everyMs: 100, rollbackEvery: 0, overlap: false, lockAggregate: false }
publication: outbox
relays:
  count: 1
  pollMs: 200
  batch: 10
  claim: none
  cursor: dispatched-null
  mark: after-confirm
  leaseMs: 5000
  retry: { max: 5, baseMs: 1000, factor: 2, capMs: 60000, jitter: equal }
broker:
  kind: rabbitmq
  partitions: 3
consumers:
  - name: shipping
    count: 1
    dedup: same-transaction
    maxAttempts: 5
    onPoison: halt
    poison: []
faults:
  - { do: crash-relay, at: { step: published, occurrence: 1 } }
  - { do: broker-down, from: 2000, to: 5000 }
budgets:     { crashes: 2, redeliveries: 2, states: 2000000 }
invariants:  [I1, I2, I3, I4, I5, I6]
`;

describe('a scenario file', () => {
  it.each([
    'workload:',
    'relays:\n  retry:',
    'consumers:',
    'faults:',
    'consumers:\n  - poison:',
    'invariants:',
  ])('[R70] says as much with nothing under %j as without it', (section) => {
    expect(scenario(`seed: 42\n${section}\n`)).toEqual(scenario('seed: 42'));
  });

  it('[R71] says who judges I7', () => {
    expect(problems('seed: 42\ninvariants: [I2, I7]')).toEqual([
      '2:18 C205 `invariants` cannot be `I7`. I7 (bounded retries) is judged in time, by `simulate` and in every run: leave it out.',
    ]);
  });

  it('[R70] may leave out everything but the seed', () => {
    expect(scenario('seed: 42')).toEqual({
      seed: 42,
      pace: 1,
      workload: {
        orders: 3,
        aggregates: 2,
        everyMs: 100,
        rollbackEvery: 0,
        overlap: false,
        lockAggregate: false,
        versions: 'counter',
        dualWrite: 'commit-first',
        payloadBytes: 200,
      },
      publication: 'outbox',
      relays: {
        count: 1,
        pollMs: 200,
        batch: 10,
        claim: 'none',
        cursor: 'dispatched-null',
        mark: 'after-confirm',
        leaseMs: 5000,
        leaseClock: 'database',
        retry: { max: 5, baseMs: 1000, factor: 2, capMs: 60_000, jitter: 'equal', outages: 'pause' },
        purgeMs: 0,
        poison: [],
      },
      broker: {
        kind: 'rabbitmq',
        exchange: 'topic',
        durable: true,
        persistent: true,
        mandatory: true,
        partitions: 3,
        commit: 'after',
        retentionMs: 0,
        maxLength: 0,
        minIdleMs: 5000,
      },
      consumers: [
        {
          name: 'shipping',
          count: 1,
          dedup: 'same-transaction',
          dedupWindowMs: 0,
          bindings: ['#'],
          prefetch: 1,
          failures: [],
          poison: [],
          maxAttempts: 5,
          retry: 'in-place',
          onPoison: 'halt',
          park: true,
          redriveMs: 0,
        },
      ],
      faults: [],
      budgets: { crashes: 2, redeliveries: 2, states: 2_000_000 },
      invariants: ['I2', 'I3', 'I4', 'I5'],
    });
  });

  it('[R70] may write all that the contract writes', () => {
    expect(scenario(CONTRACT)).toEqual({
      ...scenario('seed: 42'),
      faults: [
        { do: 'crash-relay', at: { step: 'published', occurrence: 1 } },
        { do: 'broker-down', from: 2000, to: 5000 },
      ],
      invariants: ['I1', 'I2', 'I3', 'I4', 'I5', 'I6'],
    });
  });

  it('may be JSON', () => {
    expect(scenario('{\n\t"seed": 7,\n\t"relays": { "count": 2, "claim": "skip-locked" }\n}\n')).toEqual({
      ...scenario('{ seed: 7, relays: { count: 2, claim: skip-locked } }'),
    });
  });

  it('waits for the first such step, if it does not say which', () => {
    const { faults } = scenario(
      'seed: 1\nfaults: [{ do: crash-relay, at: { step: marked } }, { do: redeliver, at: { ms: 50 } }]',
    );
    expect(faults).toEqual([
      { do: 'crash-relay', at: { step: 'marked', occurrence: 1 } },
      { do: 'redeliver', at: { ms: 50 } },
    ]);
  });

  it('may set what its broker does not read', () => {
    expect(problems('seed: 1\nbroker: { kind: notify, partitions: 8, maxLength: 100 }')).toEqual([]);
  });

  it('may be as large as a million orders, a day and sixteen relays', () => {
    expect(
      problems(
        'seed: 1\nworkload: { orders: 1000000, aggregates: 1000000, everyMs: 86400000 }\nrelays: { count: 16 }',
      ),
    ).toEqual([]);
  });
});

describe('[R71] a scenario file is told', () => {
  it('of every key that nobody knows, and of the seed it lacks', () => {
    expect(problems('wrkload: {}\nrelays: { poll: 5 }')).toEqual([
      '1:1 C203 The key `seed` is missing. Add `seed: …`. Any whole number: the same seed gives the same run.',
      '1:1 C202 The key `wrkload` is unknown here. Did you mean `workload`?',
      '2:11 C202 The key `poll` is unknown here. Did you mean `pollMs`?',
    ]);
  });

  it.each([
    ['workload: { orders: 1000001 }', '2:21 C204 `orders` must be at most 1000000.'],
    ['workload: { orders: 0.5 }', '2:21 C204 `orders` must be a whole number.'],
    ['relays: { count: 0 }', '2:18 C204 `count` must be at least 1.'],
    ['relays: { count: 17 }', '2:18 C204 `count` must be at most 16.'],
    ['relays: { leaseMs: 86400001 }', '2:20 C204 `leaseMs` must be at most 86400000.'],
    ['relays: { poison: [1, 1] }', '2:19 C204 `poison` must be a list without repetitions.'],
    ['broker: { kind: rabitmq }', '2:17 C205 `kind` cannot be `rabitmq`. Did you mean `rabbitmq`?'],
    ['consumers: []', '2:12 C204 `consumers` must be a list that is not empty.'],
    [`consumers: [${'{}, '.repeat(8)}{}]`, '2:12 C204 `consumers` must be a list of at most 8.'],
    [
      'consumers: [{ name: Shipping }]',
      '2:21 C204 `name` must be a name in lower-case letters, digits and hyphens.',
    ],
    [
      'consumers: [{ bindings: ["order created"] }]',
      '2:26 C204 `bindings` must be words joined by dots, such as `order.created`; `*` stands for one word, `#` for any number.',
    ],
    ['invariants: [I8]', '2:14 C205 `invariants` cannot be `I8`. Did you mean `I1`?'],
    ['workload: 3', '2:11 C204 `workload` must be a map of keys and values.'],
    ['broker: { kind: }', '2:15 C204 `kind` must be one of `rabbitmq`, `kafka`'],
  ])('of a value that does not fit: %s', (line, told) => {
    const found = problems(`seed: 1\n${line}`);
    expect(found.map((problem) => problem.slice(0, told.length))).toContain(told);
  });
});

describe('a hostile text is a problem, never a crash:', () => {
  const bomb = ['a: &a [x, x]', ...Array.from({ length: 20 }, (_, n) => `${'b'.repeat(n + 1)}: [*a, *a]`)];
  const nested = Array.from({ length: 15 }, (_, n) => `k${n + 1}: &k${n + 1} [*k${n}, *k${n}]`);
  it.each([
    ['a hundred million lines', '\n'.repeat(100_000_000), 'yaml-too-large'],
    ['a binary file', '\x89PNG\r\n\x1a\n\0\0', 'yaml-binary'],
    ['a value inside itself', 'seed: &a [*a]', 'yaml-circle'],
    ['aliases of aliases', ['k0: &k0 [x, x]', ...nested].join('\n'), 'yaml-expansion'],
    ['keys by the score', bomb.join('\n'), 'C202'],
    ['a key that is no key', 'seed: 1\n__proto__: { orders: 5 }', 'C202'],
    ['lists in lists', '['.repeat(10_000), 'yaml-too-deep'],
    ['nothing', '', 'yaml-empty'],
    ['a list', '[seed, 1]', 'C204'],
    ['no map at all', 'null', 'C204'],
  ])('%s', (_, text, code) => {
    const read = readScenario(text, 'scenario.yaml');
    expect(read.ok ? [] : read.problems.map((problem) => problem.code)).toContain(code);
  });
});

describe('a value that was no text', () => {
  it('is judged alike', () => {
    expect(scenarioFrom({ seed: 1, relays: { batch: 1 } })).toEqual({
      ok: true,
      value: scenarioOf({ relays: { batch: 1 } }),
    });
    const refused = scenarioFrom({ seed: 1, faults: [{ do: 'crash-service' }] });
    expect(refused.ok ? [] : refused.problems.map(({ code, file }) => [code, file])).toEqual([
      ['S101', 'scenario'],
    ]);
  });
});

describe('the invariants that a scenario can break', () => {
  it.each([
    ['an outbox', scenarioOf(), ['I2', 'I3', 'I4', 'I5']],
    ['a dual write', scenarioOf({ publication: 'dual-write' }), ['I1', 'I2', 'I3', 'I4', 'I5']],
    ['poison that halts', scenarioOf({ consumers: [{ poison: [1] }] }), ['I2', 'I3', 'I4', 'I5', 'I6']],
    [
      'poison that is skipped',
      scenarioOf({ consumers: [{ poison: [1], onPoison: 'skip' }] }),
      ['I2', 'I3', 'I4', 'I5'],
    ],
  ])('%s', (_, { invariants }, expected) => {
    expect(invariants).toEqual(expected);
  });

  it('are those that the file names, in their order', () => {
    expect(scenario('seed: 1\ninvariants: [I6, I3, I1]').invariants).toEqual(['I1', 'I3', 'I6']);
  });
});
