// Where a run comes from, and when that is not said any more: rules of the stage in README.md.
import { describe, expect, it } from 'vitest';
import { runHere } from './run-here';
import { createStage, type StageStore } from './stage';
import { computed, quietScenario as scenario } from './stage-fixture';

/** A run with orders at 0, 50 and 300 ms, and on the stage a fork of it in which the relay crashed at 100 ms. */
async function forked() {
  const stage = createStage(scenario, { simulate: runHere });
  await computed(stage);
  for (const at of [0, 50, 300]) stage.act({ do: 'place-order' }, at);
  await computed(stage);
  stage.advance(100_000);
  stage.act({ do: 'arm-crash' }, 100);
  await computed(stage);
  return stage;
}

const from = (stage: StageStore) => stage.state.getState().branches.map((branch) => branch.from);
const SAME = [null, { of: 1, at: 100 }];
const PARTED = [null, null];

type Change = (stage: StageStore) => void;

describe('where a run comes from', () => {
  it.each<[string, Change]>([
    ['another scenario for the fork', (stage) => stage.begin({ ...scenario, seed: 10 })],
    ['an order that is taken back', (stage) => stage.withdraw(1)],
    ['an order that is moved away', (stage) => stage.move(1, 200)],
    ['an order that comes from later', (stage) => stage.move(3, 99)],
  ])('[S24] is not said any more after %s before the fork', async (_, change) => {
    const stage = await forked();
    expect(from(stage)).toEqual(SAME);
    change(stage);
    expect(from(stage)).toEqual(PARTED);
    await computed(stage);
    expect(from(stage)).toEqual(PARTED);
  });

  it.each<[string, Change]>([
    ['another scenario', (stage) => stage.begin({ ...scenario, seed: 10 })],
    ['an order that is taken back', (stage) => stage.withdraw(0)],
  ])('[S24] is not said any more after %s in the run that it came from', async (_, change) => {
    const stage = await forked();
    stage.show(1);
    change(stage);
    await computed(stage);
    expect(from(stage)).toEqual(PARTED);
  });

  it.each<[string, Change]>([
    ['what made the fork is taken back', (stage) => stage.withdraw(2)],
    ['it is moved later', (stage) => stage.move(2, 150)],
    ['a later order is taken back', (stage) => stage.withdraw(3)],
    ['more is done', (stage) => stage.act({ do: 'place-order' }, 400)],
  ])('[S24] stays where %s', async (_, change) => {
    const stage = await forked();
    change(stage);
    await computed(stage);
    expect(from(stage)).toEqual(SAME);
  });

  it('[S24] is not said any more where somebody who went back acts before the fork', async () => {
    const stage = await forked();
    stage.show(1);
    stage.seek(20);
    stage.act({ do: 'arm-crash' }, 200);
    await computed(stage);
    // They have seen the new fork up to 20 ms: what they do at 60 ms is done in it.
    stage.act({ do: 'place-order' }, 60);
    expect(from(stage)).toEqual([...SAME, null]);
  });
});
