// What is told of several runs that wait for one simulator: rules of the stage in README.md.
import { describe, expect, it } from 'vitest';
import { createStage, type StageStore } from './stage';
import { quietScenario as scenario, simulatorByHand } from './stage-fixture';

const now = (stage: StageStore) => stage.state.getState();

/** One order, watched to its end; then a fork whose run is asked for, and a change of the first that waits behind it. */
async function twoWaiting() {
  const simulator = simulatorByHand();
  const stage = createStage(scenario, simulator.tools);
  await simulator.answer();
  stage.act({ do: 'place-order' });
  await simulator.answer();
  stage.advance(100_000);
  stage.act({ do: 'arm-crash' }, 100);
  stage.show(1);
  stage.act({ do: 'place-order' }, 200_000);
  return { stage, ...simulator };
}

describe('a run that cannot be computed while another waits', () => {
  it('[S15] is told of once the other is there', async () => {
    const { stage, fail, answer } = await twoWaiting();
    await fail('refused', 'More orders than a page can run.');
    expect(now(stage)).toMatchObject({ work: { at: 'running' } });
    expect(now(stage).branches.map(({ id }) => id)).toEqual([1]);
    await answer();
    expect(now(stage).trace.commands).toHaveLength(2);
    expect(now(stage).work).toEqual({ at: 'refused', words: 'More orders than a page can run.' });
  });

  it('[S15] is forgotten by whoever stops the other', async () => {
    const { stage, fail, answer } = await twoWaiting();
    await fail('failed', 'It broke down.');
    stage.stop();
    expect(now(stage).work).toEqual({ at: 'stopped' });
    stage.act({ do: 'place-order' });
    await answer();
    expect(now(stage).work).toEqual({ at: 'idle' });
  });
});
