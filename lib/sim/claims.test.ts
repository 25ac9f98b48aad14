import { describe, expect, it } from 'vitest';
import { explore } from './explore/explore';
import type { Scenario } from './scenario/scenario';
import { type Sketch, scenarioOf } from './scenario/scenario-fixture';
import type { StepKind } from './step';
import { brief } from './tell/notation';
import { run, stepsOf } from './trace';

/** Steps of these kinds with who made them: `relay 2 polled 1`. */
const told = (sketch: Sketch<Scenario>, ...kinds: readonly StepKind[]) =>
  stepsOf(run(scenarioOf(sketch), [], 2000))
    .filter(({ kind }) => kinds.includes(kind))
    .map((step) => `${step.actor} ${brief(step)}`)
    .join(' · ');

const verdict = (sketch: Sketch<Scenario>) => explore(scenarioOf(sketch)).invariant;

/** Orders about one aggregate, all there at once. */
const burst = (orders: number) => ({ orders, aggregates: 1, everyMs: 1 });
/** Their beats are 100 ms apart, and the first order is there for the second relay's first beat. */
const pair = { count: 2, pollMs: 200 };
const CRASH_BEFORE_MARK = { do: 'crash-relay', relay: 2, at: { step: 'published', occurrence: 1 } } as const;

describe('claims', () => {
  it('[R100] none: both take the same rows', () => {
    expect(told({ workload: { orders: 1 }, relays: pair }, 'polled', 'published')).toBe(
      'relay 1 polled 1 · broker published 1 · relay 2 polled 1 · broker published 1 again',
    );
  });

  it('[R101] skip-locked: what stands in a batch is skipped', () => {
    const sketch: Sketch<Scenario> = {
      workload: burst(3),
      relays: { ...pair, batch: 1, claim: 'skip-locked' },
    };
    expect(told(sketch, 'polled')).toBe('relay 2 polled 1 · relay 1 polled 2 · relay 2 polled 3');
  });

  it('[R101] skip-locked: a batch is marked at once, and a crash before that marks none of it', () => {
    const sketch: Sketch<Scenario> = { workload: burst(3), relays: { claim: 'skip-locked' } };
    expect(told(sketch, 'polled', 'confirmed', 'marked')).toBe(
      'relay polled 1 2 3 · relay confirmed 1 · relay confirmed 2 · relay confirmed 3 · relay marked 1 2 3',
    );
    const crash = { do: 'crash-relay', at: { step: 'confirmed', occurrence: 3 } } as const;
    expect(told({ ...sketch, faults: [crash] }, 'crashed', 'polled', 'marked')).toBe(
      'relay polled 1 2 3 · relay crashed 3 · relay polled 1 2 3 · relay marked 1 2 3',
    );
  });

  it('[R25] [R101] skip-locked: locks go with the crash, and the other takes the rows at its next beat', () => {
    const sketch: Sketch<Scenario> = { workload: burst(1), relays: { ...pair, claim: 'skip-locked' } };
    expect(told({ ...sketch, faults: [CRASH_BEFORE_MARK] }, 'crashed', 'restarted', 'polled')).toBe(
      'relay 2 polled 1 · relay 2 crashed 1 · relay 1 polled 1 · relay 2 restarted',
    );
  });

  it('[R101] [I4] skip-locked: two relays break the order with no crash at all', () => {
    const calm = { crashes: 0, redeliveries: 0 };
    const relays = { count: 2, claim: 'skip-locked', batch: 1 } as const;
    expect(verdict({ workload: burst(2), relays, budgets: calm })).toBe('I4');
    expect(verdict({ workload: burst(2), relays: { ...relays, count: 1 }, budgets: calm })).toBe(null);
    expect(verdict({ workload: burst(2), relays: { ...relays, claim: 'head-of-key' } })).toBe(null);
  });

  it('[R25] [R102] lease: it runs on after a crash, and is over when it is over', () => {
    const sketch: Sketch<Scenario> = {
      workload: burst(1),
      relays: { ...pair, claim: 'lease', leaseMs: 3000 },
      faults: [CRASH_BEFORE_MARK],
    };
    const steps = stepsOf(run(scenarioOf(sketch), [], 2000));
    const polls = steps.filter(({ kind }) => kind === 'polled').map(({ at }) => at);
    expect(told(sketch, 'crashed', 'restarted', 'published')).toBe(
      'broker published 1 · relay 2 crashed 1 · relay 2 restarted · broker published 1 again',
    );
    expect((polls[1] ?? 0) - (polls[0] ?? 0)).toBeGreaterThanOrEqual(3000);
    expect((polls[1] ?? 0) - (polls[0] ?? 0)).toBeLessThanOrEqual(3100);
  });

  it('[R104] lease: whose lease is over does not mark, and gives up its batch', () => {
    const sketch: Sketch<Scenario> = {
      workload: burst(3),
      relays: { ...pair, pollMs: 1000, claim: 'lease', leaseMs: 300 },
    };
    expect(told(sketch, 'polled', 'marked', 'mark-refused')).toBe(
      'relay 2 polled 1 2 3 · relay 2 marked 1 · relay 2 marked 2 · relay 1 polled 3 · relay 2 mark-refused 3 · relay 1 marked 3',
    );
  });

  it.each([250, 400, 700, 1500])(
    '[R104] a lease of %i ms: each row is marked once, by its last owner',
    (leaseMs) => {
      const relays = { count: 3, pollMs: 60, claim: 'lease', leaseMs } as const;
      const steps = stepsOf(run(scenarioOf({ workload: burst(4), relays }), [], 2000));
      const owners = new Map<number, string>();
      const marks = steps.flatMap(({ kind, actor, event, events }) => {
        if (kind === 'polled') for (const each of events) owners.set(each, actor);
        return kind === 'marked' ? [{ event, isOwner: owners.get(event) === actor }] : [];
      });
      expect(marks.map(({ event }) => event).sort()).toEqual([1, 2, 3, 4]);
      expect(marks.every(({ isOwner }) => isOwner)).toBe(true);
    },
  );

  it('[R104] a lease shorter than the work lets two relays take a row from each other without end', () => {
    const relays = { ...pair, pollMs: 50, claim: 'lease', leaseMs: 100 } as const;
    expect(run(scenarioOf({ workload: burst(2), relays }), [], 2000).unfinished).toBe(true);
  });

  it('[R103] head-of-key: the oldest row of each aggregate, and no later one', () => {
    const sketch: Sketch<Scenario> = {
      workload: { orders: 4, aggregates: 2, everyMs: 1 },
      relays: { ...pair, claim: 'head-of-key' },
    };
    expect(told(sketch, 'polled')).toMatch(/^relay [12] polled 1( 2)? · /);
    const steps = stepsOf(run(scenarioOf(sketch), [], 2000));
    const applied = steps.filter(({ kind }) => kind === 'applied').map(({ event }) => event);
    expect(applied.filter((event) => event % 2 === 1)).toEqual([1, 3]);
    expect(applied.filter((event) => event % 2 === 0)).toEqual([2, 4]);
  });

  it('[R94] [R103] head-of-key behind the fence: a row that was sent keeps nobody waiting', () => {
    const relays = { claim: 'head-of-key', cursor: 'xmin-fence' } as const;
    expect(told({ workload: burst(3), relays }, 'saved')).toBe(
      'relay saved 1 · relay saved 2 · relay saved 3',
    );
    expect(verdict({ workload: burst(2), relays: { ...relays, count: 2 } })).toBe(null);
  });

  it.each(['skip-locked', 'lease', 'head-of-key'] as const)(
    '[R105] %s: a connector has nothing to claim',
    (claim) => {
      const cdc: Sketch<Scenario> = { publication: 'cdc', workload: burst(3) };
      expect(told({ ...cdc, relays: { claim } }, 'saved', 'polled')).toBe(told(cdc, 'saved', 'polled'));
      expect(verdict({ publication: 'cdc', workload: burst(2), relays: { claim } })).toBe(null);
    },
  );

  it.each(['skip-locked', 'lease', 'head-of-key'] as const)(
    '[R94] [I2] %s behind the fence loses nothing',
    (claim) => {
      const relays = { count: 2, claim, cursor: 'xmin-fence', batch: 1 } as const;
      expect(verdict({ workload: burst(2), relays, invariants: ['I2'], budgets: { crashes: 1 } })).toBe(null);
    },
  );

  it('[R181] [I3] a lease that runs out under its owner makes duplicates, which dedup takes care of', () => {
    const sketch: Sketch<Scenario> = {
      workload: burst(1),
      relays: { count: 2, claim: 'lease' },
      budgets: { crashes: 1, redeliveries: 0 },
    };
    expect(verdict(sketch)).toBe(null);
    expect(verdict({ ...sketch, consumers: [{ dedup: 'none' }] })).toBe('I3');
  });
});

describe('the clock of a lease', () => {
  const told2 = (ms: number, leaseClock: 'database' | 'relay') =>
    told(
      {
        workload: burst(1),
        relays: { ...pair, claim: 'lease', leaseMs: 2000, leaseClock },
        faults: [{ do: 'clock-skew', relay: 1, ms }],
      },
      'polled',
      'mark-refused',
    );

  it.each([-5000, 0, 5000])('[R130] is the database’s: a relay %i ms ahead changes nothing', (ms) => {
    expect(told2(ms, 'database')).toBe('relay 2 polled 1');
  });

  it('[R131] is the relay’s: one that is ahead takes what another still holds', () => {
    expect(told2(5000, 'relay')).toBe('relay 2 polled 1 · relay 1 polled 1 · relay 2 mark-refused 1');
    expect(told2(1500, 'relay')).toBe('relay 2 polled 1');
  });

  it('[R131] one that is behind waits longer for what another left', () => {
    const second = (ms: number) => {
      const steps = stepsOf(
        run(
          scenarioOf({
            workload: burst(1),
            relays: { ...pair, claim: 'lease', leaseMs: 1000, leaseClock: 'relay' },
            faults: [
              { do: 'clock-skew', relay: 2, ms },
              { do: 'clock-skew', relay: 1, ms: -90_000 },
              CRASH_BEFORE_MARK,
            ],
          }),
        ),
      );
      const polls = steps.filter(({ kind }) => kind === 'polled').map(({ at, actor }) => ({ at, actor }));
      return { by: polls[1]?.actor, waited: Math.floor(((polls[1]?.at ?? 0) - (polls[0]?.at ?? 0)) / 1000) };
    };
    expect(second(0)).toEqual({ by: 'relay 2', waited: 1 });
    // Written by a clock that is ahead, and read by the same: the skew says nothing.
    expect(second(60_000)).toEqual({ by: 'relay 2', waited: 1 });
  });
});
