import { expect, it } from 'vitest';
import { explore } from '@/lib/sim/explore/explore';
import { exploredOf } from '@/lib/sim/explore/explored';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { explainedStage } from './explained-stage';
import { runHere } from './run-here';
import { type StageStore, shownOf } from './stage';

const noDedup = scenarioOf({ workload: { orders: 2 }, consumers: [{ dedup: 'none' }] });

const computed = async (stage: StageStore | null) => {
  if (stage === null) throw new Error('There is no stage.');
  await expect.poll(() => stage.state.getState().work.at).toBe('idle');
  return stage.state.getState();
};

it('the order of things that breaks an answer waits at its start, and goes on step by step', async () => {
  const explored = exploredOf(explore(noDedup));
  const stage = explainedStage({ show: 'schedule', scenario: noDedup, explored }, { simulate: runHere });
  const { trace, playing, count, branches } = await computed(stage);
  expect(trace.path?.map(({ slot }) => slot)).toEqual(explored.path);
  expect({ playing, count, runs: branches.length }).toEqual({ playing: false, count: 0, runs: 1 });
  stage?.step(1);
  expect(stage?.state.getState().count).toBe(1);
});

it('a run is the one that was judged, with all that was done to it', async () => {
  const commands = [{ at: 50, do: 'place-order' }] as const;
  const stage = explainedStage({ show: 'run', scenario: noDedup, commands }, { simulate: runHere });
  const state = await computed(stage);
  const { trace } = await runHere(noDedup, commands);
  expect(state.playing).toBe(true);
  expect(shownOf(state).run.trace.length).toBe(trace.length);
});

it('where every order holds there is none to show', () => {
  const holds = scenarioOf({ workload: { orders: 1 } });
  const explored = exploredOf(explore(holds));
  expect(explored.path).toBeNull();
  expect(explainedStage({ show: 'schedule', scenario: holds, explored }, { simulate: runHere })).toBeNull();
});
