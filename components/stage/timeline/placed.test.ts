import { describe, expect, it } from 'vitest';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { commands } from '@/lib/sim/tell/notation';
import { run, stepsOf } from '@/lib/sim/trace';
import { quietScenario } from '@/lib/store/stage-fixture';
import { BUTTON, clusters, earlierThan, laterThan, momentAt, placedIn } from './placed';

const trace = run(quietScenario, commands('order@0 crash@30 order@1500 down@1510'));

describe('what was done to a run', () => {
  it('stands at its time, in words, and says which command it is', () => {
    expect(placedIn(trace).map(({ at, words, meaning, place }) => [at, words, meaning, place])).toEqual([
      [0, 'Order placed', null, 0],
      [30, 'Relay to crash after a publish', 'crash', 1],
      [1500, 'Order placed', null, 2],
      [1510, 'Broker down', 'crash', 3],
    ]);
  });

  it('stands beside what the scenario does: at a time, from one to another, or after a step', () => {
    const faults = run(
      scenarioOf({
        workload: { orders: 1 },
        faults: [
          { do: 'broker-down', from: 2000, to: 3000 },
          { do: 'crash-relay', at: { step: 'published', occurrence: 1 } },
          { do: 'crash-relay', at: { step: 'published', occurrence: 99 } },
        ],
      }),
    );
    const published = stepsOf(faults).find(({ kind }) => kind === 'published');
    expect(placedIn(faults).map(({ at, words, place }) => [at, words, place])).toEqual([
      [published?.at, 'Relay crashed', null],
      [2000, 'Broker down', null],
      [3000, 'Broker up', null],
    ]);
  });

  it('shares a button where there is no room for two', () => {
    const told = (width: number, button?: number) =>
      clusters(placedIn(trace), 2000, width, button).map(({ at, placed }) => `${at}: ${placed.length}`);
    expect(told(700)).toEqual(['0: 2', '1500: 2']);
    expect(told(7000)).toEqual(['0: 1', '30: 1', '1500: 1', '1510: 1']);
    expect(told(7000, BUTTON.finger)).toEqual(['0: 1', '30: 1', '1500: 2']);
  });

  it('has words where there is room for them up to the next', () => {
    const words = (width: number) => clusters(placedIn(trace), 2000, width).map((one) => one.words);
    expect(words(700)).toEqual(['2 things', '2 things']);
    expect(words(7000)).toEqual([null, 'Relay to crash after a publish', null, 'Broker down']);
  });
});

describe('a click on the track', () => {
  it.each([
    [0, 0],
    [350, 1000],
    [-20, 0],
    [900, 2000],
    [1, 3],
  ])('%s pixels from its start is at %s ms', (x, moment) => {
    expect(momentAt(x, 700, 2000)).toBe(moment);
  });
});

describe('earlier and later by a step', () => {
  const steps = stepsOf(run(quietScenario, commands('order@0')));
  const one = run(quietScenario, commands('order@0'));
  const time = (place: number) => steps[place]?.at ?? Number.NaN;

  it('earlier goes before the step that came last', () => {
    expect(earlierThan(one, time(3) + 1)).toBe(time(2));
    expect(earlierThan(one, time(1))).toBe(time(0));
    expect(earlierThan(one, time(0))).toBe(0);
    expect(earlierThan(one, 0)).toBe(null);
  });

  it('later goes after the next step, and past what the deed brings at once', () => {
    const crash = run(quietScenario, commands('order@0 crash-now@30'));
    const own = stepsOf(crash).find(({ kind }) => kind === 'crashed');
    const after = stepsOf(crash).find(({ at }) => at > (own?.at ?? 0) + 1);
    expect(own?.at).toBeCloseTo(30, 2);
    expect(laterThan(crash, 30)).toBe(after?.at);
    expect(laterThan(one, one.end)).toBe(null);
  });
});
