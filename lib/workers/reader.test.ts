import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLink } from '@/lib/link/write-link';
import { chanceScenario } from '@/lib/sim/scenario/scenario-chance';
import { readScenario } from '@/lib/sim/scenario/scenario-file';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { readerService } from './reader';

const { read, write, edit, open, restore } = readerService;

const said = (text: string): readonly string[] => {
  const reading = read(text);
  return reading.ok
    ? []
    : reading.problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
};

describe('a text is read', () => {
  it('as on the command line, with all that is wrong and where', () => {
    expect(said('seed: 1\nrelays:\n  cuont: 2\nfaults: [{ do: crash-relay }]')).toEqual([
      '3:3 The key `cuont` is unknown here.',
      '4:10 `crash-relay` does not say when.',
    ]);
  });

  it('up to a hundred problems', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(said(text)).toHaveLength(100);
  });

  it.each<readonly [string, string]>([
    [
      'billions of laughs',
      'a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]',
    ],
    ['a deep one', `seed: ${'['.repeat(30_000)}`],
    ['a huge one', 'x'.repeat(10_000_000)],
    ['a binary one', '\u0000\u0001\u0002'],
    ['a circle', 'seed: &x [*x]'],
  ])('and refused where it is %s', (_, text) => {
    expect(said(text)).toHaveLength(1);
  });
});

describe('a scenario is written', () => {
  it('with what differs, in the order of the schema, as a person would', () => {
    const scenario = scenarioOf({
      faults: [
        { do: 'broker-down', from: 2000, to: 5000 },
        { do: 'crash-relay', at: { step: 'published', occurrence: 1 } },
      ],
      consumers: [{ name: 'billing', poison: [2], bindings: ['order.*', '#'] }, {}],
      relays: { retry: { max: 2, jitter: 'none' }, claim: 'lease', count: 2 },
      invariants: ['I2'],
    });
    expect(write(scenario)).toBe(`seed: 1
relays:
  count: 2
  claim: lease
  retry: { max: 2, jitter: none }
consumers:
  - name: billing
    bindings: [order.*, "#"]
    poison: [2]
  - {}
faults:
  - { do: broker-down, from: 2000, to: 5000 }
  - { do: crash-relay, at: { step: published } }
invariants: [I2]
`);
  });

  it('so that it is read as the same', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const scenario = chanceScenario(seed, { brokers: ['rabbitmq', 'kafka', 'redis-streams', 'outbox'] });
        expect(readScenario(write(scenario), 'a.yaml')).toEqual({ ok: true, value: scenario });
      }),
      { numRuns: 100 },
    );
  });
});

it('a text that was changed comes with its reading', () => {
  const edited = edit('seed: 1\n', { do: 'set', path: ['relays', 'count'], value: 99 }, false);
  expect(edited).toMatchObject({
    ok: true,
    value: {
      text: 'seed: 1\nrelays:\n  count: 99\n',
      reading: { ok: false, problems: [{ message: '`count` must be at most 16.', place: { line: 3 } }] },
    },
  });
});

it('a link opens with the text of its scenario', async () => {
  const scenario = scenarioOf({ relays: { count: 2 } });
  const commands = [{ at: 1.5, do: 'place-order' }] as const;
  const link = await writeLink({ scenario, commands, time: 9 });
  const opened = await open(link.ok ? link.value : '');
  expect(opened).toEqual({
    ok: true,
    value: { scenario, commands, time: 9, text: 'seed: 1\nrelays:\n  count: 2\n' },
  });
});

describe('what a browser kept', () => {
  it('is a text with what was done', () => {
    expect(restore('seed: 1', [{ at: 1, do: 'crash-relay', relay: 1 }])).toEqual({
      reading: { ok: true, value: scenarioOf() },
      commands: [{ at: 1, do: 'crash-relay', relay: 1 }],
    });
  });
  it.each([null, 'all', [1], [{ at: 1, do: 'crash-relay', relay: 2 }], [{ do: 'place-order' }]])(
    'is the text alone where what was done is %j',
    (commands) => {
      expect(restore('seed: 1', commands)).toMatchObject({ reading: { ok: true }, commands: [] });
    },
  );
});
