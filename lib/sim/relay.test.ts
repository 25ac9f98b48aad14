import { describe, expect, it } from 'vitest';
import { explore } from './explore/explore';
import { bounds } from './retry';
import type { Command, Scenario } from './scenario/scenario';
import { type Sketch, scenarioOf } from './scenario/scenario-fixture';
import type { Step } from './step';
import { brief, commands, story } from './tell/notation';
import { run, stepsOf } from './trace';

/** What the relays and the broker did: all but the orders and the consumers. */
const relaying = (sketch: Sketch<Scenario>, deeds: string | readonly Command[] = '') =>
  stepsOf(run(scenarioOf(sketch), typeof deeds === 'string' ? commands(deeds) : deeds)).filter(({ actor }) =>
    /^(relay|connector|broker)/.test(actor),
  );

const told = (steps: readonly Step[]): string => steps.map(brief).join(' · ');

const timesOf = (steps: readonly Step[], kind: string): readonly number[] =>
  steps.filter((step) => step.kind === kind).map(({ at }) => at);

const none: Sketch<Scenario> = { workload: { orders: 0 } };
const verdict = (sketch: Sketch<Scenario>) => explore(scenarioOf(sketch)).invariant;
/** Two orders about one aggregate, close together. */
const two = { orders: 2, aggregates: 1, everyMs: 1 };

describe('the relay', () => {
  it('[R20] takes the oldest rows first, at most a batch', () => {
    const polls = relaying({ workload: { orders: 3, everyMs: 1 }, relays: { batch: 2 } });
    expect(told(polls.filter(({ kind }) => kind === 'polled'))).toBe('polled 1 2 · polled 3');
  });

  it('[R21] publishes a row, awaits the confirm, marks it, and only then turns to the next', () => {
    expect(told(relaying({ workload: two }))).toBe(
      'polled 1 2 · published 1 · confirmed 1 · marked 1 · published 2 · confirmed 2 · marked 2',
    );
  });

  it.each([
    ['published', 'crash@350', 'published 1 · crashed 1 · restarted'],
    ['nothing published', 'crash@0', 'armed · polled 1 · published 1 · crashed 1 · restarted'],
  ])('[R22] armed with %s, crashes between publish and mark', (_, crash, expected) => {
    expect(told(relaying(none, `order@0 ${crash}`))).toContain(expected);
  });

  it('[R22] told to, crashes whatever it does', () => {
    expect(told(relaying(none, 'crash-now@10'))).toBe('crashed · restarted');
  });

  it('[R23] [R171] restarts half a second after its crash, and sends the event again', () => {
    const steps = relaying(none, 'order@0 crash@0');
    expect(told(steps)).toBe(
      [
        'armed · polled 1 · published 1 · crashed 1 · restarted',
        'polled 1 · published 1 again · confirmed 1 again · marked 1',
      ].join(' · '),
    );
    const [crash = 0] = timesOf(steps, 'crashed');
    const [back = 0] = timesOf(steps, 'restarted');
    expect(back - crash).toBeGreaterThanOrEqual(500);
    expect(back - crash).toBeLessThanOrEqual(600);
  });

  it('[R26] polls at its beats, and several in turn', () => {
    const polls = relaying({
      workload: { orders: 40, everyMs: 17 },
      relays: { count: 2, pollMs: 200 },
    }).filter(({ kind }) => kind === 'polled');
    const beats = (actor: string) => [
      ...new Set(polls.filter((step) => step.actor === actor).map(({ at }) => Math.floor(at) % 200)),
    ];
    expect(beats('relay 1')).toEqual([0]);
    expect(beats('relay 2')).toEqual([100]);
  });

  it('[R26] is woken by NOTIFY long before its beat', () => {
    const trace = run(
      scenarioOf({ publication: 'notify', workload: { orders: 1 }, relays: { pollMs: 5000 } }),
    );
    const [commit = 0] = timesOf(stepsOf(trace), 'committed');
    const [poll = 0] = timesOf(stepsOf(trace), 'polled');
    expect(poll - commit).toBeGreaterThanOrEqual(8);
    expect(poll - commit).toBeLessThanOrEqual(16);
  });
});

describe('what a relay goes by', () => {
  const overlap = { orders: 2, aggregates: 1, everyMs: 20, overlap: true };
  const published = (sketch: Sketch<Scenario>, deeds = '') =>
    told(relaying(sketch, deeds).filter(({ kind }) => kind === 'published'));
  const eager = { pollMs: 10, batch: 1 };

  it('[R90] [I2] [I4] by marks it finds the late commit, though after a later row', () => {
    expect(published({ workload: overlap, relays: eager })).toBe('published 2 · published 1');
    expect(verdict({ workload: overlap })).toBe('I4');
    expect(verdict({ workload: { ...overlap, lockAggregate: true } })).toBe(null);
  });

  it('[R91] [I2] by the last id it never finds it', () => {
    expect(published({ workload: overlap, relays: { ...eager, cursor: 'last-id' } })).toBe('published 2');
    expect(verdict({ workload: { ...overlap, aggregates: 2 }, relays: { cursor: 'last-id' } })).toBe('I2');
  });

  it('[R92] behind the fence it waits for it', () => {
    expect(published({ workload: overlap, relays: { ...eager, cursor: 'xmin-fence' } })).toBe(
      'published 1 · published 2',
    );
    expect(verdict({ workload: { ...overlap, aggregates: 2 }, relays: { cursor: 'xmin-fence' } })).toBe(null);
  });

  it('[R92] any open transaction holds up what began after it', () => {
    const fenced: Sketch<Scenario> = { workload: { orders: 0 }, relays: { cursor: 'xmin-fence' } };
    expect(published(fenced, 'order@0 hold@100 order@200')).toBe('published 1');
    const [late = 0] = timesOf(relaying(fenced, 'hold@0 order@10 release@3000'), 'published');
    expect(late).toBeGreaterThan(3000);
    expect(published({ workload: { orders: 0 } }, 'hold@0 order@10')).toBe('published 1');
  });

  it('[R93] the log is in the order of the commits', () => {
    expect(published({ publication: 'cdc', workload: overlap })).toBe('published 2 · published 1');
  });

  it('[R93] a connector that was stopped reads on from its place', () => {
    const steps = relaying(
      { publication: 'cdc', workload: { orders: 0 } },
      'order@0 stop@800 order@900 start@2000',
    );
    expect(told(steps)).toBe(
      [
        'polled 1 · published 1 · confirmed 1 · saved 1',
        'connector-stopped · connector-started',
        'polled 2 · published 2 · confirmed 2 · saved 2',
      ].join(' · '),
    );
  });

  it('[R93] stopped at work, it sends again what it had not saved', () => {
    const log: Sketch<Scenario> = { publication: 'cdc', workload: { orders: 0 } };
    const [sent = 0] = timesOf(relaying(log, 'order@0'), 'published');
    const steps = relaying(log, `order@0 stop@${sent + 1} start@900`);
    expect(told(steps)).toBe(
      [
        'polled 1 · published 1 · connector-stopped · connector-started',
        'polled 1 · published 1 again · confirmed 1 again · saved 1',
      ].join(' · '),
    );
  });

  it.each<[string, Sketch<Scenario>]>([
    ['last-id', { relays: { cursor: 'last-id' } }],
    ['xmin-fence', { relays: { cursor: 'xmin-fence' } }],
    ['cdc', { publication: 'cdc' }],
  ])('[R94] [R121] [I2] %s leaves no row behind that has to wait', (_, sketch) => {
    const poisoned = {
      ...sketch,
      workload: two,
      relays: { ...sketch.relays, poison: [1], retry: { max: 2, baseMs: 500, jitter: 'none' as const } },
    };
    expect(told(relaying(poisoned).filter(({ kind }) => kind !== 'polled' && kind !== 'confirmed'))).toBe(
      'returned 1 · failed-to-publish 1 · returned 1 ×2 · gave-up 1 · published 2 · saved 2',
    );
    expect(verdict({ ...poisoned, invariants: ['I2'] })).toBe(null);
  });
});

describe('when a relay marks', () => {
  const short = { orders: 1 };

  it('[R110] [I2] after the confirm: nothing is lost', () => {
    expect(verdict({ workload: short })).toBe(null);
  });

  it('[R111] [I2] after the publish: what the broker did not take is lost', () => {
    const blind: Sketch<Scenario> = { ...none, relays: { mark: 'after-publish' } };
    expect(told(relaying(blind, 'order@0 down@100 up@900'))).toBe(
      'broker-down · polled 1 · dropped 1 · marked 1 · broker-up',
    );
    expect(verdict({ workload: short, relays: { mark: 'after-publish' } })).toBe('I2');
    expect(verdict({ workload: short, relays: { mark: 'after-publish' }, budgets: { crashes: 0 } })).toBe(
      null,
    );
  });

  it('[R112] [I2] before the publish: a crash in between loses the event', () => {
    const first: Sketch<Scenario> = { ...none, relays: { mark: 'before-publish' } };
    expect(told(relaying(first, 'order@0'))).toBe('polled 1 · marked 1 · published 1');
    const crash = { do: 'crash-relay', at: { step: 'marked', occurrence: 1 } } as const;
    expect(told(relaying({ ...first, faults: [crash] }, 'order@0'))).toBe(
      'polled 1 · marked 1 · crashed 1 · restarted',
    );
    expect(verdict({ workload: short, relays: { mark: 'before-publish' } })).toBe('I2');
  });
});

describe('a row that does not go out', () => {
  it('[R120] [R30] waits while the broker is away, and costs no attempt', () => {
    const retry = { max: 1, baseMs: 300, jitter: 'none' as const };
    const steps = relaying({ ...none, relays: { retry } }, 'down@0 order@10 up@2000');
    expect(told(steps)).toBe(
      [
        'broker-down · polled 1 · refused 1 · polled 1 · refused 1 · polled 1 · refused 1',
        'broker-up · polled 1 · published 1 · confirmed 1 · marked 1',
      ].join(' · '),
    );
    const refused = timesOf(steps, 'refused');
    const polled = timesOf(steps, 'polled');
    expect((polled[1] ?? 0) - (refused[0] ?? 0)).toBeCloseTo(300);
    expect((polled[2] ?? 0) - (refused[1] ?? 0)).toBeCloseTo(600);
  });

  it('[R121] [R122] is tried again while others go on, and set aside after the last attempt', () => {
    const retry = { max: 2, baseMs: 1000, jitter: 'none' as const };
    const steps = relaying({ workload: two, relays: { poison: [1], retry } });
    expect(told(steps)).toBe(
      [
        'polled 1 2 · returned 1 · failed-to-publish 1 · published 2 · confirmed 2 · marked 2',
        'polled 1 · returned 1 ×2 · gave-up 1',
      ].join(' · '),
    );
    expect(timesOf(steps, 'returned')[1]).toBeGreaterThan((timesOf(steps, 'returned')[0] ?? 0) + 1000);
  });

  it('[R121] [R122] routed nowhere, is treated alike', () => {
    const steps = relaying({
      workload: { orders: 1 },
      relays: { retry: { max: 1 } },
      consumers: [{ bindings: ['invoice.*'] }],
    });
    expect(told(steps)).toBe('polled 1 · returned 1 · gave-up 1');
  });

  it.each([
    ['none', 1, [1000, 1000]],
    ['none', 3, [4000, 4000]],
    ['none', 9, [60_000, 60_000]],
    ['equal', 2, [1000, 2000]],
    ['full', 2, [0, 2000]],
    ['full', 30, [0, 60_000]],
  ] as const)('[R123] %s jitter, attempt %i: waits within %j', (jitter, attempt, expected) => {
    const retry = { max: 5, baseMs: 1000, factor: 2, capMs: 60_000, jitter, outages: 'pause' } as const;
    expect(bounds(retry, attempt)).toEqual(expected);
  });

  it('[R124] is not asked for any more where the broker never comes back', () => {
    expect(told(relaying(none, 'down@0 order@10'))).toBe('broker-down · polled 1 · refused 1');
    expect(told(relaying(none, 'down@0 order@10 order@9000').filter(({ kind }) => kind === 'refused'))).toBe(
      'refused 1 · refused 1 · refused 1 · refused 1',
    );
  });

  it('[R125] is deleted some time after its dispatch, whatever rolled back before it', () => {
    const trace = run(
      scenarioOf({ ...none, relays: { purgeMs: 1000 } }),
      commands('rollback@0 order@100 order@150'),
    );
    const steps = stepsOf(trace);
    expect(told(steps.filter(({ kind }) => kind === 'purged'))).toBe('purged 2 · purged 3');
    const [marked = 0] = timesOf(steps, 'marked');
    expect(timesOf(steps, 'purged')[0]).toBe(marked + 1000);
  });

  it('[R125] stays deleted, though another relay marks it later', () => {
    const trace = run(scenarioOf({ workload: { orders: 1 }, relays: { count: 2, pollMs: 100, purgeMs: 1 } }));
    expect(story(trace).match(/purged/g)).toEqual(['purged']);
    expect(story(trace).match(/published 1/g)).toHaveLength(2);
  });
});
