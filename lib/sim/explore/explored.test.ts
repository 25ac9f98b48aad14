import { describe, expect, it } from 'vitest';
import { ownProcesses } from '../process/own-processes';
import { goodConsumer, goodRelay, processOf } from '../process/process-fixture';
import { processesOf } from '../process/remembered';
import { turnsAfter } from '../process/turns';
import { scenarioOf } from '../scenario/scenario-fixture';
import { stepsOf } from '../trace';
import { explore } from './explore';
import { exploredOf } from './explored';
import { explorationOf } from './explored-again';

const travelled = <Value>(value: Value): Value => structuredClone(value);

describe('an exploration that travelled', () => {
  it('has its trace again', () => {
    const scenario = scenarioOf({ relays: { mark: 'before-publish' }, workload: { orders: 1 } });
    const exploration = explore(scenario);
    const again = explorationOf(scenario, travelled(exploredOf(exploration)), null);
    if (again.trace === null || exploration.trace === null) throw new Error('Nothing broke.');
    expect(stepsOf(again.trace)).toEqual(stepsOf(exploration.trace));
    expect({ ...again, trace: null }).toEqual({ ...exploration, trace: null });
  });

  it('holds as it held', () => {
    const scenario = scenarioOf({ workload: { orders: 1 } });
    expect(explorationOf(scenario, travelled(exploredOf(explore(scenario))), null)).toMatchObject({
      verdict: 'holds',
      trace: null,
    });
  });

  it.each([
    ['relay', goodRelay, { consumers: [{ dedup: 'none' as const }] }],
    ['consumer', goodConsumer, { publication: 'dual-write' as const }],
  ] as const)('knows of a %s where it stood, without the process', (role, round, sketch) => {
    const scenario = scenarioOf({ ...sketch, workload: { orders: 1 } });
    const process = processOf(round);
    const exploration = explore(scenario, { processes: ownProcesses({ [role]: process }) });
    const explored = travelled(exploredOf(exploration, { role, process }));
    const { trace } = explorationOf(scenario, explored, processesOf);
    if (trace === null || exploration.trace === null) throw new Error('Nothing broke.');
    const places = Array.from({ length: trace.length + 1 }, (_, steps) => steps);
    const original = exploration.trace;
    expect(places.map((steps) => turnsAfter(trace, steps))).toEqual(
      places.map((steps) => turnsAfter(original, steps)),
    );
  });
});
