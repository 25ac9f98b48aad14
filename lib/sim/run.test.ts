import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, ledger, story } from './notation';
import { apply, earliest, enabled, step } from './rules';
import { run, stepsBy, worldAfter, worldAt } from './run';
import type { Command, Scenario } from './scenario';
import { readScenario } from './scenario-file';
import type { Step } from './step';
import { begin } from './world';

const scenario = (yaml = ''): Scenario => {
  const read = readScenario(`seed: 9\n${yaml}`, 'scenario.yaml');
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value;
};

const quiet = scenario('workload: { orders: 0 }');
const play = (text: string, from = quiet) => story(run(from, commands(text)));

const anyCommands = fc.array(
  fc.tuple(
    fc.constantFrom('order', 'order', 'order', 'rollback', 'crash', 'down', 'up', 'dedup-off', 'dedup-on'),
    fc.integer({ min: 0, max: 3000 }),
  ),
  { maxLength: 14 },
);
const written = (deeds: readonly (readonly [string, number])[]) =>
  commands(deeds.map(([word, at]) => `${word}@${at}`).join(' '));

describe('a run', () => {
  it('[R1] is the same for the same scenario, and another for another seed', () => {
    const trace = () => ledger(run(scenario(), commands('crash@150')));
    expect(trace()).toBe(trace());
    expect(ledger(run({ ...scenario(), seed: 10 }, commands('crash@150')))).not.toBe(trace());
  });

  it('[R2] never has two steps in one millisecond, whatever is done', () => {
    fc.assert(
      fc.property(anyCommands, (deeds) => {
        const times = run(quiet, written(deeds)).steps.map(({ at }) => at);
        expect(new Set(times).size).toBe(times.length);
        expect(times).toEqual([...times].sort((one, other) => one - other));
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('[R3] keeps its past when something is done later', () => {
    fc.assert(
      fc.property(
        anyCommands,
        anyCommands,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (deeds, [more], share) => {
          const before = run(quiet, written(deeds));
          const at = Math.floor(before.end * share);
          const [command] = written(more === undefined ? [['order', at]] : [[more[0], at]]);
          const after = run(quiet, [...before.commands, command as Command]);
          const past = before.steps.slice(0, stepsBy(before, at));
          expect(after.steps.slice(0, past.length)).toEqual(past);
          expect(after.steps[past.length]?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  it('[R4] has no step for what changes nothing', () => {
    expect(play('up@0 down@10 down@20 dedup-on@30 crash@40 crash@50')).toBe('broker-down · armed');
  });

  it('[R5] ends when nothing more would happen by itself', () => {
    expect(play('')).toBe('');
    expect(play('order@0')).toBe(
      'inserted 1 · committed 1 · polled 1 · sent 1 · published 1 · confirmed 1 · marked 1 · applied 1',
    );
  });

  it('[R6] can be looked at after any of its steps', () => {
    const trace = run(scenario('workload: { orders: 12 }'), commands('crash@150 down@500 up@1500'));
    const world = begin(trace.scenario, trace.commands);
    for (const [index, { at }] of trace.steps.entries()) {
      expect(worldAfter(trace, index)).toEqual(world);
      for (let taken: Step | null = null; taken === null; )
        taken = apply(world, earliest(world) ?? { type: 'input', at: 0 });
      expect(worldAt(trace, at)).toEqual(world);
    }
    expect(trace.steps.length).toBeGreaterThan(64);
  });

  it('moves a copy on and leaves the world as it was', () => {
    const before = begin(scenario());
    const [action] = enabled(before);
    if (action === undefined) throw new Error('Nothing may happen.');
    expect(step(before, action).nextRow).toBe(2);
    expect(before).toEqual(begin(scenario()));
  });
});

describe('orders', () => {
  it('[R10] [R11] leave nothing when they roll back but a number that is used up', () => {
    const trace = run(quiet, commands('rollback@0 order@100'));
    expect(story(trace)).toMatch(/^inserted 1 · rolled-back 1 · inserted 2 · committed 2 · polled 2 · /);
    expect(worldAt(trace, trace.end).outbox.map(({ id }) => id)).toEqual([2]);
  });

  it('[R12] have one event with one id, in every copy and whatever else was done', () => {
    const ids = (text: string) =>
      run(quiet, commands(text)).steps.flatMap((each) => ('event' in each ? [each.event.id] : []));
    expect(new Set(ids('order@0 crash@0')).size).toBe(1);
    expect(ids('order@0 crash@0')[0]).toBe(ids('order@900')[0]);
    expect(ids('order@0')[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('[R13] end in the order in which they began', () => {
    expect(play('order@0 order@0 order@0')).toMatch(
      /^inserted 1 · inserted 2 · inserted 3 · committed 1 · committed 2 · committed 3/,
    );
  });

  it('come by themselves where the scenario says so, some of them to roll back', () => {
    expect(play('', scenario('workload: { orders: 4, everyMs: 50, rollbackEvery: 2 }'))).toContain(
      'rolled-back 4',
    );
  });
});

describe('the relay', () => {
  it('[R20] takes the oldest rows first, at most a batch', () => {
    const batches = play(
      'order@0 order@0 order@0',
      scenario('workload: { orders: 0 }\nrelays: { batch: 2 }'),
    );
    expect(batches.match(/polled [\d ]+/g)).toEqual(['polled 1 2 ', 'polled 3 ']);
  });

  it('[R21] publishes a row, awaits the confirm, marks it, and only then turns to the next', () => {
    const relays = run(quiet, commands('order@0 order@0')).steps.filter(({ actor }) => actor !== 'orders');
    const own = relays.filter(({ actor }) => actor !== 'shipping').map(({ kind }) => kind);
    expect(own).toEqual([
      'polled',
      ...['sent', 'published', 'confirmed', 'marked'],
      ...['sent', 'published', 'confirmed', 'marked'],
    ]);
  });

  it('[R22] crashes at once between publish and mark', () => {
    const published = run(quiet, commands('order@0')).steps.find(({ kind }) => kind === 'published')?.at;
    expect(play(`order@0 crash@${published}`)).toMatch(/published 1 · crashed 1 · /);
  });

  it('[R22] otherwise waits for that moment', () => {
    expect(play('crash@0 order@100')).toMatch(/^armed · inserted 1 · .*published 1 · crashed 1 · /);
  });

  it('[R23] restarts, finds the row again and sends a duplicate', () => {
    expect(play('order@0 crash@0')).toBe(
      [
        'inserted 1 · armed · committed 1 · polled 1 · sent 1 · published 1 · crashed 1 · applied 1 · restarted',
        'polled 1 · sent 1 again · published 1 again · confirmed 1 again · marked 1 again · skipped 1 again',
      ].join(' · '),
    );
  });

  it.each([
    ['polled', 'polled 1 2 3 · crashed · restarted · polled 1 2 3 · sent 1 · '],
    ['published', 'published 1 · crashed 1 · '],
    ['confirmed', 'confirmed 1 · crashed 1 · '],
    ['marked', 'marked 1 · crashed · '],
  ])('[R24] can be made to crash after a row was %s', (moment, expected) => {
    const faults = `faults: [{ do: crash-relay, at: { step: ${moment} } }]`;
    expect(play('', scenario(`workload: { everyMs: 1 }\n${faults}`))).toContain(expected);
  });

  it('[R24] counts occurrences', () => {
    const faults = 'faults: [{ do: crash-relay, at: { step: published, occurrence: 2 } }]';
    expect(play('', scenario(`workload: { everyMs: 1 }\n${faults}`))).toContain('published 2 · crashed 2');
  });
});

describe('the broker', () => {
  it('[R30] takes nothing while it is down; the row waits and goes out later', () => {
    expect(play('down@0 order@10 up@2000')).toBe(
      [
        'broker-down · inserted 1 · committed 1 · polled 1 · sent 1 · refused 1 · broker-up',
        'polled 1 · sent 1 · published 1 · confirmed 1 · marked 1 · applied 1',
      ].join(' · '),
    );
  });

  it('[R31] is not asked again until something has changed', () => {
    expect(play('down@0 order@10')).toMatch(/refused 1$/);
    expect(play('down@0 order@10 order@900').match(/refused/g)).toHaveLength(2);
  });

  it('[R32] keeps what it holds', () => {
    const published = run(quiet, commands('order@0')).steps.find(({ kind }) => kind === 'published')?.at ?? 0;
    expect(play(`order@0 down@${published + 1} up@5000`)).toMatch(/published 1 · broker-down .* applied 1/);
    expect(play(`order@0 down@${published + 1}`)).not.toContain('applied');
  });

  it('[R33] may have a message whose confirm never came: it comes twice', () => {
    const published = run(quiet, commands('order@0')).steps.find(({ kind }) => kind === 'published')?.at ?? 0;
    const outage = `order@0 down@${published + 1} up@${published + 2}`;
    expect(play(outage)).toContain('unconfirmed 1');
    expect(play(outage)).toContain('sent 1 again');
  });

  it('[R30] can be away by the scenario', () => {
    expect(play('', scenario('faults: [{ do: broker-down, from: 0, to: 900 }]'))).toMatch(
      /^broker-down · .*broker-up/,
    );
  });
});

describe('consumers', () => {
  it('[R34] handle messages in order, each its own', () => {
    fc.assert(
      fc.property(anyCommands, (deeds) => {
        const { steps } = run(quiet, written(deeds));
        const carried = (kinds: readonly string[]) =>
          steps.flatMap((each) =>
            kinds.includes(each.kind) && 'copy' in each ? [`${each.event.number}/${each.copy}`] : [],
          );
        const taken = carried(['published']);
        const handled = carried(['applied', 'skipped']);
        expect(handled).toEqual(taken.slice(0, handled.length));
      }),
      { seed: 34, numRuns: 200 },
    );
  });

  it('[R40] have one effect of an event that comes twice', () => {
    expect(play('order@0 crash@0')).toMatch(/applied 1 · .* · skipped 1 again$/);
  });

  it('[R41] have two without dedup', () => {
    expect(play('dedup-off@0 order@0 crash@0')).toMatch(/applied 1 · .* · applied 1 ×2 again$/);
  });

  it('[R42] do not know an id that was not recorded', () => {
    expect(play('dedup-off@0 order@0 crash@0 dedup-on@900')).toMatch(
      /dedup-set same-transaction .* applied 1 ×2 again$/,
    );
  });

  it('[R43] all receive every event', () => {
    const two = scenario('workload: { orders: 1 }\nconsumers: [{ name: shipping }, { name: billing }]');
    const actors = run(two)
      .steps.filter(({ kind }) => kind === 'applied')
      .map(({ actor }) => actor);
    expect(actors.sort()).toEqual(['billing', 'shipping']);
  });
});
