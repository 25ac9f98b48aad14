// What the tests of the stage play: a scenario in which nothing happens but what is done, and runs computed here.
import type { Command, Scenario } from '@/lib/sim/scenario/scenario';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { NoRun, type Run } from './run';
import { runHere } from './run-here';
import type { StageStore } from './stage';

export const quietScenario = scenarioOf({
  seed: 9,
  workload: { orders: 0, aggregates: 1000 },
  relays: { pollMs: 400 },
  consumers: [{ name: 'shipping', prefetch: 10 }],
});

/** Computes when it is told to: `asked` has what was asked for, the latest last. */
export function simulatorByHand() {
  const asked: { readonly scenario: Scenario; readonly commands: readonly Command[] }[] = [];
  const waiting: { readonly answer: () => void; readonly fail: (error: Error) => void }[] = [];
  let stopped = 0;
  const simulate = (scenario: Scenario, commands: readonly Command[]): Promise<Run> => {
    asked.push({ scenario, commands });
    return new Promise((resolve, reject) => {
      waiting.push({ answer: () => resolve(runHere(scenario, commands)), fail: reject });
    });
  };
  /** Of what was asked for, by its place; and lets the stage hear of it. */
  const settle = async (place: number, error?: Error) => {
    const { answer, fail } = waiting.at(place) as (typeof waiting)[number];
    if (error === undefined) answer();
    else fail(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return {
    tools: {
      simulate,
      stopSimulating: () => {
        stopped += 1;
      },
    },
    asked,
    stopped: () => stopped,
    answer: (place = -1) => settle(place),
    fail: (at: NoRun['at'], words: string) => settle(-1, new NoRun(at, words)),
  };
}

/** Resolves once nothing is left to compute. */
export const computed = ({ state }: StageStore): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (state.getState().work.at === 'running') return;
      end();
      resolve();
    };
    const end = state.subscribe(look);
    look();
  });
