import { describe, expect, it } from 'vitest';
import { explore } from '../explore/explore';
import type { Scenario } from '../scenario/scenario';
import { type Sketch, scenarioOf } from '../scenario/scenario-fixture';
import { commands, story } from '../tell/notation';
import { run, stepsOf, type Trace } from '../trace';
import { ownProcesses } from './own-processes';
import { eventsIn, goodConsumer, goodRelay, processOf, type Round } from './process-fixture';
import { turnsAfter } from './turns';

const processes = ownProcesses({ relay: processOf(goodRelay), consumer: processOf(goodConsumer) });

/** Marks, and then publishes: line 2 and line 3 of its text. */
const hasty: Round = function* () {
  for (const event of eventsIn(yield { do: 'pending', limit: 10 })) {
    yield { do: 'mark', events: [event] };
    yield { do: 'publish', event };
  }
};

/** The line at which the first relay and the first member stand, before the first step and after each. */
const linesIn = (trace: Trace) =>
  Array.from({ length: trace.length + 1 }, (_, steps) => {
    const { relays, members } = turnsAfter(trace, steps);
    return [relays[0]?.line, members[0]?.line];
  });

describe('[R197] where a process stands after so many steps', () => {
  it('is known for a way that an exploration found', () => {
    const scenario = scenarioOf({ workload: { orders: 1, aggregates: 1 } });
    const { trace } = explore(scenario, { processes: ownProcesses({ relay: processOf(hasty) }) });
    if (trace === null) throw new Error('Nothing broke.');
    expect(story(trace)).toBe('committed 1 · polled 1 · marked 1 · crashed 1');
    expect(linesIn(trace)).toEqual([
      [1, undefined],
      [1, undefined],
      [2, undefined],
      [3, undefined],
      [1, undefined],
    ]);
  });

  it('and for a run in time', () => {
    const trace = run(scenarioOf({ workload: { orders: 1, aggregates: 1 } }), [], undefined, processes);
    expect(story(trace)).toBe(
      'inserted 1 · committed 1 · polled 1 · published 1 · delivered 1 · marked 1 · recorded 1 · applied 1 · acked 1',
    );
    expect(linesIn(trace)).toEqual([
      [1, undefined],
      [1, undefined],
      [1, undefined],
      [2, undefined],
      [3, undefined],
      [3, 2],
      [1, 2],
      [1, 5],
      [1, 5],
      [1, undefined],
    ]);
  });
});

describe('[R198] a run in time with processes', () => {
  const runOf = (sketch: Sketch<Scenario>, text = '') =>
    run(scenarioOf(sketch), commands(text), undefined, processes);
  const count = (trace: Trace, kind: string) => stepsOf(trace).filter((step) => step.kind === kind).length;

  it.each<[string, Sketch<Scenario>, string]>([
    ['nothing goes wrong', { workload: { orders: 20, aggregates: 4 } }, ''],
    [
      'a relay crashes after a publish',
      {
        workload: { orders: 5, aggregates: 2 },
        faults: [{ do: 'crash-relay', at: { step: 'published', occurrence: 2 } }],
      },
      '',
    ],
    ['a relay is armed to crash', { workload: { orders: 5, aggregates: 2 } }, 'crash@100'],
    [
      'a consumer crashes after its effect',
      {
        workload: { orders: 5, aggregates: 2 },
        faults: [{ do: 'crash-consumer', at: { step: 'applied', occurrence: 2 } }],
      },
      '',
    ],
    ['the broker is away for a while', { workload: { orders: 5, aggregates: 2 } }, 'down@200 up@3000'],
    ['the broker restarts', { workload: { orders: 5, aggregates: 2 } }, 'restart@350'],
    [
      'two relays take turns by lease',
      { workload: { orders: 8, aggregates: 2 }, relays: { count: 2, claim: 'head-of-key' } },
      'crash@300',
    ],
    [
      'two members share a group',
      { workload: { orders: 8, aggregates: 2 }, consumers: [{ count: 2, prefetch: 3 }] },
      'crash-consumer@500',
    ],
  ])('delivers everything once, the same each time, where %s', (_, sketch, text) => {
    const trace = runOf(sketch, text);
    const orders = sketch.workload?.orders;
    expect({ applied: count(trace, 'applied'), unfinished: trace.unfinished }).toEqual({
      applied: orders,
      unfinished: false,
    });
    expect(count(trace, 'restarted')).toBe(count(trace, 'crashed'));
    expect(count(trace, 'consumer-restarted')).toBe(count(trace, 'consumer-crashed'));
    expect(stepsOf(runOf(sketch, text))).toEqual(stepsOf(trace));
  });

  it('a relay waits for a broker that never comes back, and the run ends', () => {
    const trace = runOf({ workload: { orders: 1, aggregates: 1 } }, 'down@0');
    expect({ refused: count(trace, 'refused'), unfinished: trace.unfinished }).toEqual({
      refused: 1,
      unfinished: false,
    });
  });
});
