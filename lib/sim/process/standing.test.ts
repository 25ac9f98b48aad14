import { expect, it } from 'vitest';
import { explore } from '../explore/explore';
import { scenarioOf } from '../scenario/scenario-fixture';
import { ownProcesses } from './own-processes';
import { eventsIn, processOf, type Round } from './process-fixture';
import { standingsAfter } from './standing';

/** Marks, and then publishes: line 2 and line 3 of its text. */
const hasty: Round = function* () {
  for (const event of eventsIn(yield { do: 'pending', limit: 10 })) {
    yield { do: 'mark', events: [event] };
    yield { do: 'publish', event };
  }
};

it('a process stands at a line, until the step in which it crashes there', () => {
  const scenario = scenarioOf({ workload: { orders: 1, aggregates: 1 } });
  const { trace } = explore(scenario, { processes: ownProcesses({ relay: processOf(hasty) }) });
  if (trace === null) throw new Error('Nothing broke.');
  expect([0, 1, 2, 3, 4].map((steps) => standingsAfter(trace, steps))).toEqual(
    [
      ['waits', 1],
      ['waits', 1],
      ['waits', 2],
      ['waits', 3],
      ['crashed', 3],
    ].map(([how, line]) => [{ who: 1, role: 'relay', line, how }]),
  );
});
