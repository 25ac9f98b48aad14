import { describe, expect, it } from 'vitest';
import { explore } from '../explore/explore';
import { createRecorder } from '../recorder';
import type { Scenario } from '../scenario/scenario';
import { chanceScenario } from '../scenario/scenario-chance';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { KIND, type StepKind } from '../step';
import { run, stepsOf, type Trace } from '../trace';
import { judgeRetries } from './judge-retries';

const words = (trace: Trace): readonly string[] => judgeRetries(trace).map((finding) => finding.words);

const howMany = (trace: Trace, kind: StepKind): number =>
  stepsOf(trace).filter((step) => step.kind === kind).length;

/** A trace of these steps and no others: `[at in milliseconds, kind, actor, event, value]`. */
function handMade(
  sketch: Sketch<Scenario>,
  steps: readonly (readonly [number, StepKind, string, number, number])[],
): Trace {
  const trace = run(scenarioOf({ workload: { orders: 0 }, ...sketch }));
  const recorder = createRecorder();
  for (const [at, kind, actor, event, value] of steps) {
    recorder.add(at * 1000, KIND[kind], trace.actors.indexOf(actor), event, event, value, 0);
  }
  return { ...trace, codes: recorder.codes(), length: recorder.length() };
}

const RETRY = { max: 3, baseMs: 1000, factor: 2, jitter: 'equal' } as const;

describe('[I7] retries are bounded', () => {
  it('for a row that the broker never takes', () => {
    const trace = run(scenarioOf({ relays: { poison: [1], retry: RETRY } }));
    expect([howMany(trace, 'returned'), howMany(trace, 'gave-up')]).toEqual([3, 1]);
    expect(words(trace)).toEqual([]);
  });

  it('for an event that a consumer never handles', () => {
    const trace = run(scenarioOf({ consumers: [{ name: 'shipping', poison: [1], maxAttempts: 4 }] }));
    expect([howMany(trace, 'failed'), howMany(trace, 'dead-lettered')]).toEqual([4, 1]);
    expect(words(trace)).toEqual([]);
  });

  it('in an outage, which makes relays wait and costs no attempt', () => {
    const trace = run(
      scenarioOf({
        workload: { orders: 1 },
        relays: { retry: { ...RETRY, baseMs: 100 } },
        faults: [{ do: 'broker-down', from: 0, to: 20_000 }],
      }),
    );
    expect(howMany(trace, 'refused')).toBeGreaterThan(RETRY.max);
    expect([howMany(trace, 'returned'), howMany(trace, 'gave-up'), howMany(trace, 'applied')]).toEqual([
      0, 0, 1,
    ]);
    expect(words(trace)).toEqual([]);
  });

  it('[R120a] and breaks where a row is given up over an outage, though it holds where the outage is short', () => {
    const through = (to: number) =>
      run(
        scenarioOf({
          workload: { orders: 1 },
          relays: { retry: { ...RETRY, jitter: 'none', outages: 'count' } },
          faults: [{ do: 'broker-down', from: 0, to }],
        }),
      );
    const long = through(20_000);
    expect([howMany(long, 'refused'), howMany(long, 'gave-up'), howMany(long, 'applied')]).toEqual([3, 1, 0]);
    expect(words(long)).toEqual([
      'The row of event 1 was given up over an outage: at 3 of its 3 attempts the broker was away.',
    ]);
    const short = through(2000);
    expect([howMany(short, 'gave-up'), howMany(short, 'applied')]).toEqual([0, 1]);
    expect(words(short)).toEqual([]);
  });

  it('[R120a] [I4] so that two broken connections cost a row of two attempts, and leave a gap', () => {
    const sketch = { workload: { orders: 2, aggregates: 1 }, budgets: { crashes: 2, redeliveries: 0 } };
    const counting = (max: number) =>
      explore(scenarioOf({ ...sketch, relays: { batch: 1, retry: { ...RETRY, max, outages: 'count' } } }));
    expect([counting(2).verdict, counting(2).invariant, counting(3).verdict]).toEqual([
      'broken',
      'I4',
      'holds',
    ]);
    expect(
      explore(scenarioOf({ ...sketch, relays: { batch: 1, retry: { ...RETRY, max: 2 } } })).verdict,
    ).toBe('holds');
  });

  it.each(Array.from({ length: 150 }, (_, index) => index + 1))(
    'in run %i by chance: one relay, one member a group, and no faults',
    (seed) => {
      const { relays, consumers, ...others } = chanceScenario(seed);
      const scenario = {
        ...others,
        faults: [],
        relays: { ...relays, count: 1 },
        consumers: consumers.map((consumer) => ({ ...consumer, count: 1 })),
      };
      expect(words(run(scenario, [], 5000))).toEqual([]);
    },
  );
});

describe('[I7] is broken', () => {
  it('by a row that is tried again too soon', () => {
    const trace = handMade({ relays: { retry: RETRY } }, [
      [100, 'returned', 'broker', 1, 1],
      [599, 'returned', 'broker', 1, 2],
    ]);
    expect(judgeRetries(trace)).toEqual([
      {
        place: 1,
        words: 'The row of event 1 was tried again after 499 ms, and was to wait 500 ms at least.',
      },
    ]);
  });

  it('not by one that waits just long enough', () => {
    const trace = handMade({ relays: { retry: RETRY } }, [
      [100, 'returned', 'broker', 1, 1],
      [600, 'returned', 'broker', 1, 2],
      [1600, 'published', 'broker', 1, 1],
    ]);
    expect(words(trace)).toEqual([]);
  });

  it('by a row that is tried too often', () => {
    const trace = handMade({ relays: { retry: { ...RETRY, max: 1 } } }, [
      [100, 'returned', 'broker', 1, 1],
      [5000, 'returned', 'broker', 1, 2],
    ]);
    expect(words(trace)).toEqual(['The row of event 1 has had 2 attempts, of 1 at most.']);
  });

  it('by a consumer that does not wait, or does not stop', () => {
    const trace = handMade({ consumers: [{ name: 'shipping', maxAttempts: 1 }], relays: { retry: RETRY } }, [
      [100, 'failed', 'shipping', 1, 1],
      [110, 'applied', 'shipping', 1, 1],
      [200, 'failed', 'shipping', 2, 2],
    ]);
    expect(words(trace)).toEqual([
      'Shipping tried event 1 again after 10 ms, and was to wait 500 ms at least.',
      'Event 2 at shipping has had 2 attempts, of 1 at most.',
    ]);
  });

  it('by a relay that asks again at once although the broker is away, and not once it is back', () => {
    const steps = [
      [100, 'refused', 'broker', 1, 1],
      [300, 'polled', 'relay', 0, 0],
    ] as const;
    expect(words(handMade({ relays: { retry: RETRY } }, steps))).toEqual([
      'Relay asked again after 200 ms, and was to wait 500 ms at least.',
    ]);
    const back = [200, 'broker-up', 'broker', 0, 0] as const;
    expect(words(handMade({ relays: { retry: RETRY } }, [steps[0], back, steps[1]]))).toEqual([]);
  });

  it('by two relays that know nothing of each other', () => {
    const trace = run(
      scenarioOf({ workload: { orders: 1 }, relays: { count: 2, pollMs: 40, poison: [1], retry: RETRY } }),
    );
    expect(words(trace)[0]).toMatch(
      /^The row of event 1 was tried again after [\d.]+ ms, and was to wait 500 ms at least\.$/,
    );
  });
});
