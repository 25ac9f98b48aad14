import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, Fault, Relays, Scenario } from './scenario/scenario';
import { type Sketch, scenarioOf } from './scenario/scenario-fixture';
import { STEP_KINDS } from './step';
import { brief, commands } from './tell/notation';
import { run, stepsOf } from './trace';

const told = (sketch: Sketch<Scenario>, deeds: readonly Command[] = [], limit = 5000) =>
  stepsOf(run(scenarioOf(sketch), deeds, limit)).map((step) => `${step.actor}: ${brief(step)}`);

const one: Sketch<Scenario> = { workload: { orders: 1 } };
const published = (occurrence = 1) => ({ step: 'published', occurrence }) as const;

describe('a fault at a step', () => {
  it.each([
    ['polled', 'crashed 1'],
    ['published', 'crashed 1'],
    ['confirmed', 'crashed 1'],
    ['marked', 'crashed'],
  ] as const)('[R24] [R160] crashes the relay right after a row was %s', (step, crash) => {
    const relay = told({ ...one, faults: [{ do: 'crash-relay', at: { step, occurrence: 1 } }] }).filter(
      (line) => /^(relay|broker)/.test(line),
    );
    expect(relay[relay.findIndex((line) => line.includes(step)) + 1]).toBe(`relay: ${crash}`);
  });

  it.each(STEP_KINDS)('[R24] happens at the earliest after the step, wherever it falls: %s', (step) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.boolean(), (occurrence, atTime) => {
        const fault = {
          do: 'crash-relay',
          at: atTime ? { ms: 150 * occurrence } : { step, occurrence },
        } as Fault;
        const steps = stepsOf(
          run(scenarioOf({ workload: { orders: 4 } }), commands('down@300 up@900'), 5000),
        );
        const broken = stepsOf(
          run(
            { ...scenarioOf({ workload: { orders: 4 } }), faults: [fault] },
            commands('down@300 up@900'),
            5000,
          ),
        );
        const crashes = broken.filter(({ kind }) => kind === 'crashed');
        const cause = atTime ? 1 : steps.filter(({ kind }) => kind === step).length;
        expect(crashes.length).toBe(atTime || cause >= occurrence ? 1 : 0);
      }),
      { seed: 24, numRuns: 4 },
    );
  });

  it('[R160] counts occurrences, and happens once', () => {
    const steps = told({
      workload: { orders: 3, everyMs: 1 },
      faults: [{ do: 'crash-relay', at: published(2) }],
    });
    expect(steps.filter((line) => /: (crashed|published)/.test(line))).toEqual([
      'broker: published 1',
      'broker: published 2',
      'relay: crashed 2',
      'broker: published 2 again',
      'broker: published 3',
    ]);
  });

  it('[R161] means the relay whose step it was', () => {
    const twice: Sketch<Scenario> = {
      workload: { orders: 2, everyMs: 60 },
      relays: { count: 2, pollMs: 100, batch: 1, claim: 'skip-locked' },
      faults: [{ do: 'crash-relay', at: { step: 'confirmed', occurrence: 2 } }],
    };
    const steps = told(twice);
    const [by] = steps.filter((line) => line.includes('confirmed'))[1]?.split(':') ?? [];
    expect(steps.filter((line) => line.includes('crashed')).map((line) => line.split(':')[0])).toEqual([by]);
  });

  it('[R161] does nothing to a relay that is down', () => {
    const faults: readonly Fault[] = [
      { do: 'crash-relay', relay: 1, at: { ms: 400 } },
      { do: 'crash-relay', relay: 1, at: { ms: 500 } },
      { do: 'crash-relay', relay: 2, at: { ms: 450 } },
    ];
    expect(
      told({ ...one, relays: { count: 2 }, faults }).filter((line) => line.includes('crashed')),
    ).toHaveLength(2);
  });

  it('[R162] means the member whose step it was', () => {
    const steps = told({
      workload: { orders: 4, everyMs: 1 },
      consumers: [{ count: 3 }],
      faults: [{ do: 'crash-consumer', at: { step: 'applied', occurrence: 3 } }],
    });
    const [by] = steps.filter((line) => line.includes('applied'))[2]?.split(':') ?? [];
    expect(steps.find((line) => line.includes('consumer-crashed'))?.split(':')[0]).toBe(by);
  });

  it('[R162] means every group where none is named', () => {
    const crash = (consumer?: string) =>
      told({
        ...one,
        consumers: [{ name: 'shipping' }, { name: 'billing' }],
        faults: [{ do: 'crash-consumer', at: { ms: 10 }, ...(consumer === undefined ? {} : { consumer }) }],
      }).filter((line) => line.includes('consumer-crashed'));
    expect(crash()).toEqual(['shipping: consumer-crashed', 'billing: consumer-crashed']);
    expect(crash('billing')).toEqual(['billing: consumer-crashed']);
  });

  it('[R163] may wait for what another brings', () => {
    const steps = told({
      ...one,
      faults: [
        { do: 'broker-restart', at: { step: 'consumer-crashed', occurrence: 1 } },
        { do: 'crash-consumer', at: { step: 'acked', occurrence: 1 } },
      ],
    });
    expect(steps.slice(-3)).toEqual([
      'shipping: consumer-crashed',
      'broker: broker-restarted',
      'shipping: consumer-restarted',
    ]);
  });
});

describe('the broker', () => {
  it('[R30] [R31] [R32] goes down and comes back with all that it had', () => {
    const steps = told({
      ...one,
      faults: [
        { do: 'slow-consumer', from: 0, to: 60_000, factor: 30 },
        { do: 'broker-down', from: 600, to: 2000 },
      ],
    });
    expect(steps.filter((line) => /^(shipping|broker)/.test(line))).toEqual([
      'shipping: consumer-slowed',
      'broker: published 1',
      'shipping: delivered 1',
      'broker: broker-down',
      'broker: broker-up',
      'shipping: redelivered 1',
      'shipping: applied 1',
      'shipping: acked 1',
      'shipping: consumer-slowed',
    ]);
  });

  it('[R33] [R35] may have a message whose confirm never came: it comes again', () => {
    const sent = stepsOf(run(scenarioOf(one))).find(({ kind }) => kind === 'published')?.at ?? 0;
    const steps = told(one, commands(`down@${Math.ceil(sent)} up@${Math.ceil(sent) + 5}`));
    expect(steps.filter((line) => /confirmed|published/.test(line))).toEqual([
      'broker: published 1',
      'relay: unconfirmed 1',
      'broker: published 1 again',
      'relay: confirmed 1 again',
    ]);
  });

  it('[R35] counts a copy once it has taken it', () => {
    expect(told(one, commands('down@0 up@3000')).filter((line) => line.includes('published'))).toEqual([
      'broker: published 1',
    ]);
  });

  it('[R34] restarts, and every connection with it', () => {
    const sent = stepsOf(run(scenarioOf(one))).find(({ kind }) => kind === 'delivered')?.at ?? 0;
    const steps = told(one, commands(`restart@${Math.ceil(sent)}`));
    expect(steps.filter((line) => /redelivered|unconfirmed|restarted/.test(line))).toEqual([
      'broker: broker-restarted',
      'shipping: redelivered 1',
      'relay: unconfirmed 1',
    ]);
  });
});

describe('a crash at any moment', () => {
  const all = (
    kinds: string,
    sketch: Sketch<Scenario>,
    deed: (ms: number) => Command,
    from = 0,
    to = 1500,
  ) => {
    const ends = new Set<string>();
    for (let ms = from; ms < to; ms += 7) {
      const trace = run(scenarioOf(sketch), [deed(ms)], 3000);
      expect(trace.unfinished).toBe(false);
      const effects = stepsOf(trace).filter(({ kind }) => kind === kinds);
      ends.add(
        effects
          .map(({ event }) => event)
          .sort()
          .join(' '),
      );
    }
    return [...ends];
  };
  const three: Sketch<Scenario> = { workload: { orders: 3, aggregates: 1, everyMs: 50 } };

  it.each<[string, Sketch<Relays>]>([
    ['no claim', { count: 1 }],
    ['two relays', { count: 2 }],
    ['skip-locked', { count: 2, claim: 'skip-locked' }],
    ['lease', { count: 2, claim: 'lease', leaseMs: 900 }],
    ['lease, alone', { claim: 'lease', leaseMs: 900 }],
    ['head-of-key', { count: 2, claim: 'head-of-key', leaseMs: 900 }],
    ['last-id', { cursor: 'last-id' }],
    ['xmin-fence', { cursor: 'xmin-fence' }],
  ])('[R110] of a relay, with %s, leaves one effect of each event', (_, relays) => {
    for (const relay of [1, 2]) {
      const deed = (at: number): Command => ({ at, do: 'crash-relay', relay });
      expect(all('applied', { ...three, relays }, deed)).toEqual(['1 2 3']);
    }
  });

  it('[R40] of a consumer leaves one effect of each event', () => {
    const consumers = [{ prefetch: 2 }];
    expect(all('applied', { ...three, consumers }, (at) => ({ at, do: 'crash-consumer' }))).toEqual([
      '1 2 3',
    ]);
  });

  it('[R10] of the service leaves a row for each order that is there', () => {
    const ends = all('applied', { ...three, workload: { ...three.workload, overlap: true } }, (at) => ({
      at,
      do: 'crash-service',
    }));
    for (const end of ends) expect('1 2 3').toContain(end.split(' ')[0] as string);
    expect(ends).toContain('1 2 3');
    expect(ends.length).toBeGreaterThan(1);
  });

  it('[R93] of a connector, or its being stopped, leaves one effect of each event', () => {
    const cdc: Sketch<Scenario> = { ...three, publication: 'cdc' };
    expect(all('applied', cdc, (at) => ({ at, do: 'crash-relay' }))).toEqual(['1 2 3']);
    for (let ms = 0; ms < 1000; ms += 13) {
      const deeds: readonly Command[] = [
        { at: ms, do: 'stop-connector' },
        { at: ms + 5, do: 'crash-relay' },
        { at: ms + 300, do: 'start-connector' },
      ];
      const effects = told(cdc, deeds).filter((line) => line.includes('applied'));
      expect(effects).toEqual(['shipping: applied 1', 'shipping: applied 2', 'shipping: applied 3']);
    }
  });
});
