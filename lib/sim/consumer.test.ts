import { describe, expect, it } from 'vitest';
import { explore } from './explore/explore';
import type { ConsumerSettings, Scenario } from './scenario/scenario';
import { type Sketch, scenarioOf } from './scenario/scenario-fixture';
import { brief, commands } from './tell/notation';
import { run, stepsOf } from './trace';

/** What the consumers did, each step with its actor where there are several. */
const consuming = (sketch: Sketch<Scenario>, text = '') => {
  const steps = stepsOf(run(scenarioOf(sketch), commands(text), 5000)).filter(
    ({ actor }) => !/^(orders|broker|relay|connector)/.test(actor),
  );
  const several = new Set(steps.map(({ actor }) => actor)).size > 1;
  return steps.map((step) => (several ? `${step.actor} ${brief(step)}` : brief(step))).join(' · ');
};

const shipping = (settings: Sketch<ConsumerSettings>): Pick<Sketch<Scenario>, 'consumers'> => ({
  consumers: [settings],
});

/** Orders of one aggregate; a relay that carries them at once. */
const orders = (count: number, aggregates = 1): Sketch<Scenario> => ({
  workload: { orders: count, aggregates, everyMs: 1 },
});

/** The order comes twice: the relay crashes between publish and mark. */
const TWICE = 'order@0 crash@0';
const none: Sketch<Scenario> = { workload: { orders: 0 } };
const verdict = (sketch: Sketch<Scenario>) => explore(scenarioOf(sketch)).invariant;
const calm = { crashes: 0, redeliveries: 0 };

describe('consumers', () => {
  it('[R40] with the id in the transaction of the effect have one effect of an event that comes twice', () => {
    expect(consuming(none, TWICE)).toBe(
      'delivered 1 · applied 1 · acked 1 · delivered 1 again · skipped 1 again · acked 1 again',
    );
  });

  it('[R41] [I3] without dedup have two', () => {
    expect(consuming({ ...none, ...shipping({ dedup: 'none' }) }, TWICE)).toBe(
      'delivered 1 · applied 1 · acked 1 · delivered 1 again · applied 1 ×2 · acked 1 again',
    );
    expect(verdict({ ...orders(1), ...shipping({ dedup: 'none' }) })).toBe('I3');
  });

  it('[R42] do not know an id that was not recorded', () => {
    expect(consuming(none, `dedup-off@0 ${TWICE} dedup-on@900`)).toMatch(
      /^dedup-set none · delivered 1 · applied 1 · acked 1 · dedup-set same-transaction · .*applied 1 ×2/,
    );
  });

  it('[R43] all receive every event, each group once', () => {
    const steps = consuming({
      ...orders(1),
      consumers: [{ name: 'shipping', count: 2 }, { name: 'billing' }],
    });
    expect(steps.match(/[a-z]+(?= (\d )?applied 1)/g)?.sort()).toEqual(['billing', 'shipping']);
  });

  it('[R43] receive what they are bound to, and a gap in that is none', () => {
    const bound: Sketch<Scenario> = {
      ...orders(3),
      ...shipping({ bindings: ['order.placed', 'order.shipped'] }),
    };
    const dropped: Sketch<Scenario> = { ...bound, broker: { mandatory: false } };
    expect(consuming(dropped)).toBe('delivered 1 · applied 1 · acked 1 · delivered 3 · applied 3 · acked 3');
    const other = { name: 'billing', bindings: ['order.paid'] };
    expect(verdict({ ...bound, consumers: [...(bound.consumers ?? []), other], budgets: calm })).toBe(null);
  });

  it('[R44] [I2] record an id before the effect, and lose the effect in between', () => {
    const before = shipping({ dedup: 'before' });
    expect(consuming({ ...orders(1), ...before })).toBe('delivered 1 · recorded 1 · applied 1 · acked 1');
    const crash = { do: 'crash-consumer', at: { step: 'recorded', occurrence: 1 } } as const;
    expect(consuming({ ...orders(1), ...before, faults: [crash] })).toBe(
      'delivered 1 · recorded 1 · consumer-crashed 1 · consumer-restarted · redelivered 1 · skipped 1 · acked 1',
    );
    expect(verdict({ ...orders(1), ...before })).toBe('I2');
  });

  it('[R44] [I2] lose it as well when the attempt fails', () => {
    const before = shipping({ dedup: 'before', failures: [1] });
    expect(consuming({ ...orders(1), ...before })).toBe(
      'delivered 1 · recorded 1 · failed 1 · skipped 1 · acked 1',
    );
    expect(verdict({ ...orders(1), ...before, budgets: calm })).toBe('I2');
  });

  it.each([
    [100, 'applied 1 ×2'],
    [60_000, 'skipped 1 again'],
    [0, 'skipped 1 again'],
  ])('[R45] keep ids for %i ms', (dedupWindowMs, second) => {
    expect(consuming({ ...none, ...shipping({ dedupWindowMs }) }, TWICE)).toContain(second);
  });

  it('[R45] forget an id that was recorded before the effect just as well', () => {
    const settings = { dedup: 'before', dedupWindowMs: 60_000 } as const;
    const crash = { do: 'crash-consumer', at: { step: 'recorded', occurrence: 1 } } as const;
    const steps = (dedupWindowMs: number) =>
      consuming({ ...orders(1), ...shipping({ ...settings, dedupWindowMs }), faults: [crash] });
    expect(steps(60_000)).toMatch(/redelivered 1 · skipped 1 · acked 1$/);
    expect(steps(100)).toMatch(/redelivered 1 · recorded 1 · applied 1 · acked 1$/);
  });

  it('[R46] hold several messages and handle the oldest; a crash gives all of them back in order', () => {
    const slow = { do: 'slow-consumer', from: 0, to: 5000, factor: 60 } as const;
    const crash = { do: 'crash-consumer', at: { step: 'delivered', occurrence: 3 } } as const;
    expect(consuming({ ...orders(3), ...shipping({ prefetch: 3 }), faults: [slow, crash] })).toMatch(
      /delivered 1 · delivered 2 · delivered 3 · consumer-crashed 1 · .*redelivered 1 · redelivered 2 · redelivered 3/,
    );
  });

  it('[R46] hold no more than that', () => {
    const slow = { do: 'slow-consumer', from: 0, to: 60_000, factor: 100 } as const;
    const begin = (prefetch: number) =>
      consuming({ ...orders(4), ...shipping({ prefetch }), faults: [slow] });
    expect(begin(1)).toMatch(/^consumer-slowed · delivered 1 · applied 1/);
    expect(begin(2)).toMatch(/^consumer-slowed · delivered 1 · delivered 2 · applied 1/);
  });

  it('[R47] see an event again whose ack was lost', () => {
    const lost = { do: 'redeliver', at: { step: 'applied', occurrence: 1 } } as const;
    expect(consuming({ ...orders(1), faults: [lost] })).toBe(
      'delivered 1 · applied 1 · redelivered 1 · skipped 1 · acked 1',
    );
  });

  it('[R48] take their time while they are slow', () => {
    const took = (factor: number) => {
      const slow = { do: 'slow-consumer', from: 0, to: 60_000, factor } as const;
      const steps = stepsOf(run(scenarioOf({ ...orders(1), faults: [slow] })));
      const timeOf = (kind: string) => steps.find((step) => step.kind === kind)?.at ?? 0;
      return timeOf('applied') - timeOf('delivered');
    };
    expect(took(1)).toBeLessThan(150);
    expect(took(100)).toBeGreaterThan(2000);
  });

  it('[I4] two members of a group break the order, and one keeps it', () => {
    expect(verdict({ ...orders(2), ...shipping({ count: 2 }), budgets: calm })).toBe('I4');
    expect(verdict({ ...orders(2), ...shipping({ prefetch: 2 }), budgets: calm })).toBe(null);
  });
});

describe('a message that fails', () => {
  it('[R150] [R151] is tried again in place, after a backoff', () => {
    expect(consuming({ ...orders(2), ...shipping({ failures: [1] }) })).toBe(
      'delivered 1 · failed 1 · applied 1 · acked 1 · delivered 2 · applied 2 · acked 2',
    );
    const steps = stepsOf(
      run(
        scenarioOf({
          ...orders(1),
          relays: { retry: { baseMs: 700, jitter: 'none' } },
          ...shipping({ poison: [1], maxAttempts: 3 }),
        }),
      ),
    );
    const failed = steps.filter(({ kind }) => kind === 'failed').map(({ at }) => at);
    expect((failed[1] ?? 0) - (failed[0] ?? 0)).toBeCloseTo(700);
    expect((failed[2] ?? 0) - (failed[1] ?? 0)).toBeCloseTo(1400);
  });

  it('[R152] [I4] or goes behind the others, and so out of order', () => {
    const queue: Sketch<Scenario> = { ...orders(2), ...shipping({ failures: [1], retry: 'retry-queue' }) };
    const slow = { do: 'slow-consumer', from: 0, to: 60_000, factor: 20 } as const;
    expect(consuming({ ...queue, faults: [slow] })).toBe(
      [
        'consumer-slowed · delivered 1 · failed 1 · requeued 1',
        'delivered 2 · applied 2 · acked 2 · delivered 1 · applied 1 · acked 1 · consumer-slowed',
      ].join(' · '),
    );
    expect(verdict({ ...queue, budgets: calm })).toBe('I4');
  });

  it('[R153] is a dead letter after its last attempt', () => {
    expect(consuming({ ...orders(1), ...shipping({ poison: [1], maxAttempts: 2 }) })).toBe(
      'delivered 1 · failed 1 · failed 1 ×2 · dead-lettered 1',
    );
    expect(verdict({ ...orders(1), ...shipping({ poison: [1], maxAttempts: 2 }) })).toBe(null);
  });

  it('[R153] [I3] comes again after it died, where telling the broker is a second step, and is dead still', () => {
    const lost = { do: 'redeliver', at: { step: 'dead-lettered', occurrence: 1 } } as const;
    const died = { ...orders(1), ...shipping({ poison: [1], maxAttempts: 1 }), faults: [lost] };
    expect(consuming(died)).toBe('delivered 1 · failed 1 · dead-lettered 1');
    expect(consuming({ ...died, broker: { kind: 'kafka' } })).toBe(
      'delivered 1 · failed 1 · dead-lettered 1 · redelivered 1 · dead-lettered 1 · acked 1',
    );
  });

  it('[R154] skipped, its key goes on without it', () => {
    const skip: Sketch<Scenario> = {
      ...orders(2),
      ...shipping({ poison: [1], maxAttempts: 1, onPoison: 'skip' }),
    };
    expect(consuming(skip)).toBe(
      'delivered 1 · failed 1 · dead-lettered 1 · delivered 2 · applied 2 · acked 2',
    );
    expect(verdict({ ...skip, budgets: calm })).toBe(null);
  });

  it('[R155] halted, the rest of its key is set aside and other keys go on', () => {
    const halt: Sketch<Scenario> = { ...orders(4, 2), ...shipping({ poison: [1], maxAttempts: 1 }) };
    expect(consuming(halt)).toBe(
      [
        'delivered 1 · failed 1 · dead-lettered 1 · delivered 2 · applied 2 · acked 2',
        'delivered 3 · parked 3 · delivered 4 · applied 4 · acked 4',
      ].join(' · '),
    );
    expect(verdict({ ...halt, budgets: calm })).toBe(null);
  });

  it('[R155] [I6] or everything behind it waits', () => {
    const wait: Sketch<Scenario> = {
      ...orders(4, 2),
      ...shipping({ poison: [1], maxAttempts: 1, park: false }),
    };
    expect(consuming(wait)).toBe(
      'delivered 1 · failed 1 · dead-lettered 1 · delivered 2 · applied 2 · acked 2 · delivered 3',
    );
    expect(verdict({ ...wait, invariants: ['I6'], budgets: calm })).toBe('I6');
  });

  it('[R156] redriven, a halted key goes on in order', () => {
    const halt: Sketch<Scenario> = { ...orders(3), ...shipping({ poison: [1], maxAttempts: 1 }) };
    expect(consuming(halt, 'redrive@5000')).toMatch(
      /parked 2 · delivered 3 · parked 3 · redriven · applied 1 · applied 2 · applied 3$/,
    );
    expect(verdict({ ...orders(2), ...shipping({ poison: [1], maxAttempts: 1, redriveMs: 1 }) })).toBe(null);
  });

  describe('[R156] [R157] is redriven by a member that is free for it', () => {
    const dead = shipping({ poison: [1], maxAttempts: 1 });
    const told = (sketch: Sketch<Scenario>, text: string) =>
      stepsOf(run(scenarioOf({ ...orders(1), ...dead, ...sketch }), commands(text))).map(
        (step) => `${step.actor} ${brief(step)}`,
      );

    it.each([
      [{}, 'redrive@5000'],
      [shipping({ poison: [1], maxAttempts: 1, redriveMs: 3000 }), ''],
    ])('not while the broker is away, and then at once: %j %s', (sketch, redrives) => {
      expect(told(sketch, `down@2000 ${redrives} up@9000`).slice(-4)).toEqual([
        'broker broker-down',
        'broker broker-up',
        'shipping redriven',
        'shipping applied 1',
      ]);
      expect(told(sketch, `down@2000 ${redrives}`).slice(-1)).toEqual(['broker broker-down']);
    });

    it('not by one that has crashed, but by another or after the restart', () => {
      const away = 'crash-consumer@5000 redrive@5001';
      expect(told({}, away).slice(-4)).toEqual([
        'shipping consumer-crashed',
        'shipping consumer-restarted',
        'shipping redriven',
        'shipping applied 1',
      ]);
      const two = { consumers: [{ name: 'shipping', count: 2, poison: [1], maxAttempts: 1 }] };
      expect(told(two, away).slice(-4)).toEqual([
        'shipping 1 consumer-crashed',
        'shipping 2 redriven',
        'shipping 2 applied 1',
        'shipping 1 consumer-restarted',
      ]);
    });

    it('not in the middle of a message, unless that waits behind the dead letter', () => {
      const sketch = { workload: { orders: 2, aggregates: 2, everyMs: 1 } };
      const slow = { do: 'slow-consumer', from: 0, to: 60_000, factor: 60 } as const;
      const steps = told({ ...sketch, faults: [slow] }, 'redrive@8000');
      expect(steps.slice(steps.indexOf('shipping dead-lettered 1'))).toEqual([
        'shipping dead-lettered 1',
        'shipping delivered 2',
        'shipping applied 2',
        'shipping acked 2',
        'shipping redriven',
        'shipping applied 1',
        'shipping consumer-slowed',
      ]);
      const stuck = { ...orders(2), ...shipping({ poison: [1], maxAttempts: 1, park: false }) };
      expect(told(stuck, 'redrive@5000').slice(-4)).toEqual([
        'shipping redriven',
        'shipping applied 1',
        'shipping applied 2',
        'shipping acked 2',
      ]);
    });
  });

  it('[R156] [I4] redriven, a skipped one joins the end', () => {
    const skip = { poison: [1], maxAttempts: 1, onPoison: 'skip' } as const;
    expect(consuming({ ...orders(2), ...shipping(skip) }, 'redrive@5000')).toMatch(
      /applied 2 · acked 2 · redriven · delivered 1 · applied 1 · acked 1$/,
    );
    expect(verdict({ ...orders(2), ...shipping({ ...skip, redriveMs: 1 }), budgets: calm })).toBe('I4');
  });

  it('[R157] is redriven by itself some time after it died, and so is the next one', () => {
    const settings = { failures: [1, 2], maxAttempts: 1, redriveMs: 1000, onPoison: 'halt' } as const;
    const trace = run(
      scenarioOf({ workload: { orders: 2, aggregates: 2, everyMs: 3000 }, ...shipping(settings) }),
    );
    const timesOf = (kind: string) =>
      stepsOf(trace)
        .filter((step) => step.kind === kind)
        .map(({ at }) => at);
    const died = timesOf('dead-lettered');
    expect(timesOf('redriven')).toEqual(died.map((time) => expect.closeTo(time + 1000)));
    expect(died).toHaveLength(2);
  });
});
