import { describe, expect, it } from 'vitest';
import { readScenario } from './scenario-file';

/** `line:column code message hint` of everything that is wrong. */
function problems(text: string): readonly string[] {
  const read = readScenario(text, 'scenario.yaml');
  if (read.ok) return [];
  return read.problems.map(({ place, code, message, hint }) =>
    [`${place?.line}:${place?.column}`, code, message, hint].join(' '),
  );
}

describe('[R71] [R72] the author is told', () => {
  it.each([
    [
      '{ do: crash-relay, at: { step: publishd } }',
      ['3:36 C205 `step` cannot be `publishd`. Did you mean `published`?'],
    ],
    [
      '{ do: crash-relay }',
      [
        '3:5 S101 `crash-relay` does not say when. Write `at: { step: published, occurrence: 1 }` or `at: { ms: 2000 }`.',
      ],
    ],
    [
      '{ do: redeliver, at: { step: acked, ms: 5 } }',
      [
        '3:26 S107 `at` must say one of two things: right after which step, or at what time. Write `at: { step: published, occurrence: 1 }` or `at: { ms: 2000 }`.',
      ],
    ],
    [
      '{ do: crash-service, at: { ms: 5, occurrence: 2 } }',
      [
        '3:30 S107 `at` must say one of two things: right after which step, or at what time. Write `at: { step: published, occurrence: 1 }` or `at: { ms: 2000 }`.',
      ],
    ],
    [
      '{ do: crash-consumer, at: {} }',
      [
        '3:31 S107 `at` must say one of two things: right after which step, or at what time. Write `at: { step: published, occurrence: 1 }` or `at: { ms: 2000 }`.',
      ],
    ],
    [
      '{ do: broker-down, from: 5, at: { ms: 1 } }',
      [
        '3:5 S102 `broker-down` does not say from when to when. Write `from` and `to`, in milliseconds.',
        '3:33 S106 `at` says nothing about `broker-down`, so nothing would come of it. Remove it. What `broker-down` reads: `from`, `to`.',
      ],
    ],
    [
      '{ do: hold-transaction, from: 5, to: 5 }',
      [
        '3:42 S103 `hold-transaction` begins at 5 and is over at 5, so it would never happen. Let `to` be later than `from`.',
      ],
    ],
    [
      '{ do: slow-consumer, consumer: shiping, from: 1, to: 2 }',
      [
        '3:5 S105 `slow-consumer` does not say how much slower. Add `factor: 10` for one that takes ten times as long.',
        '3:36 S108 No consumer is called `shiping`. Did you mean `shipping`?',
      ],
    ],
    [
      '{ do: clock-skew, relay: 2 }',
      [
        '3:5 S105 `clock-skew` does not say by how much. Add `ms: 2000` for a clock that is ahead, `ms: -2000` for one that is behind.',
        '3:30 S109 There is no relay 2. There is one, number 1.',
      ],
    ],
    [
      '{ do: connector-stopped, from: 1, to: 2 }',
      [
        '3:11 S115 With `publication: outbox` there is no connector that could be stopped. Write `publication: cdc`, or remove the fault.',
      ],
    ],
  ])('of the fault %s', (fault, told) => {
    expect(problems(`seed: 1\nfaults:\n  - ${fault}`)).toEqual(told);
  });

  it('of each name once, where two consumers share it', () => {
    const consumers = 'consumers: [{ name: a }, { name: a }]';
    const faults = 'faults: [{ do: crash-consumer, consumer: billing, at: { ms: 1 } }]';
    expect(problems(`seed: 1\n${consumers}\n${faults}`)).toEqual([
      '2:34 S104 Two consumers are called `a`, so nobody could tell what each of them did. Give this one another name.',
      '3:42 S108 No consumer is called `billing`. Known are `a`.',
    ]);
  });

  it('of a relay beyond the last', () => {
    expect(
      problems('seed: 1\nrelays: { count: 2 }\nfaults: [{ do: crash-relay, relay: 3, at: { ms: 1 } }]'),
    ).toEqual(['3:36 S109 There is no relay 3. They are numbered from 1 to 2.']);
  });

  it.each([
    [
      'consumers: [{}, {}]',
      'S104 Two consumers are called `shipping`, so nobody could tell what each of them did. Give this one another name.',
    ],
    [
      'consumers: [{ name: broker }]',
      'S113 `broker` is what another part of the picture is called, so nobody could tell the two apart. Give this one another name.',
    ],
    [
      'consumers: [{ poison: [3, 4] }]',
      'S110 Event 4 is never created: there are 3 orders. Name an event from 1 to 3, or place more `orders`.',
    ],
    [
      'consumers: [{ failures: [7] }]',
      'S110 Event 7 is never created: there are 3 orders. Name an event from 1 to 3, or place more `orders`.',
    ],
    [
      'relays: { poison: [4] }',
      'S110 Event 4 is never created: there are 3 orders. Name an event from 1 to 3, or place more `orders`.',
    ],
    [
      'relays: { cursor: last-id, claim: head-of-key }',
      'S111 With `cursor: last-id` relays remember one id and nothing of any row, so there are no rows that `head-of-key` could claim. Write `cursor: dispatched-null`, or leave `claim` out.',
    ],
    [
      'relays: { cursor: xmin-fence, claim: skip-locked }',
      'S111 With `cursor: xmin-fence` relays remember one transaction and nothing of any row, so there are no rows that `skip-locked` could claim. Write `cursor: dispatched-null`, or leave `claim` out.',
    ],
    [
      '{ publication: cdc, relays: { count: 2 } }',
      'S112 With `publication: cdc` one connector reads the log from its one slot, so there cannot be 2. Leave `count` out, or write `publication: outbox`.',
    ],
    [
      '{ publication: cdc, relays: { purgeMs: 9 } }',
      'S116 With `publication: cdc` the connector remembers its place and marks no row, so there is never one to delete. Leave `purgeMs` out.',
    ],
    [
      '{ publication: dual-write, relays: { purgeMs: 9 } }',
      'S116 With `publication: dual-write` there are no rows, so there is never one to delete. Leave `purgeMs` out.',
    ],
    [
      'relays: { cursor: xmin-fence, purgeMs: 9 }',
      'S116 With `cursor: xmin-fence` relays remember one transaction and mark no row, so there is never one to delete. Write `cursor: dispatched-null`, or leave `purgeMs` out.',
    ],
    [
      '{ publication: cdc, broker: { kind: outbox } }',
      'S114 With `kind: outbox` consumers read the outbox table themselves, so nothing is sent by `cdc`. Leave `publication` out, or name another broker.',
    ],
  ])('of what does not go together: %s', (line, told) => {
    const text = line.startsWith('{') ? line.replace('{', '{ seed: 1,') : `seed: 1\n${line}`;
    expect(problems(text).map((problem) => problem.replace(/^\d+:\d+ /, ''))).toEqual([told]);
  });

  it('of everything at once, in the order of the text', () => {
    const text = [
      'seed: 1',
      'faults:',
      '  - { do: explode }',
      '  - { do: crash-relay }',
      'relays: { claim: lease, cursor: last-id }',
      'workload: { order: 5 }',
      'consumers: [{ name: a }, { name: a }]',
    ].join('\n');
    expect(problems(text).map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual([
      '3:11 C205',
      '4:5 S101',
      '5:18 S111',
      '6:13 C202',
      '7:34 S104',
    ]);
  });

  it('nothing of what follows from a section that is wrong in itself', () => {
    const text = [
      'seed: 1',
      'consumers: [{ name: billing, dedup: twice }]',
      'faults: [{ do: crash-consumer, consumer: billing, at: { ms: 1 } }]',
    ].join('\n');
    expect(problems(text)).toEqual([
      '2:37 C205 `dedup` cannot be `twice`. Known are `none`, `before`, `same-transaction`.',
    ]);
  });
});

describe('the author is not told of', () => {
  it.each([
    [
      'events beyond the orders, where the learner places them',
      'workload: { orders: 0 }\nconsumers: [{ poison: [9] }]',
    ],
    [
      'relays in a dual write',
      'publication: dual-write\nrelays: { count: 3, cursor: last-id, claim: lease }',
    ],
    ['a cursor that nobody claims from', 'relays: { cursor: last-id, count: 2 }'],
    ['a fence that nobody claims behind', 'relays: { cursor: xmin-fence, count: 2 }'],
    ['two consumers with the same settings', 'consumers: [{ name: a }, { name: b }]'],
    ['a connector that stops', 'publication: cdc\nfaults: [{ do: connector-stopped, from: 1, to: 2 }]'],
    ['a purge of what is marked', 'relays: { purgeMs: 9 }'],
    ['a purge of what consumers mark', 'broker: { kind: outbox }\nrelays: { cursor: last-id, purgeMs: 9 }'],
    ['a clock that is behind', 'faults: [{ do: clock-skew, ms: -2000 }]'],
  ])('%s', (_, text) => {
    expect(problems(`seed: 1\n${text}`)).toEqual([]);
  });
});
