// Runs side by side, changed in place, and kept: rules of the stage in README.md.
import { describe, expect, it } from 'vitest';
import { createExplorer } from '@/lib/sim/explore/explore';
import type { Deed } from '@/lib/sim/scenario/scenario';
import { scenarioOf } from '@/lib/sim/scenario/scenario-fixture';
import { story } from '@/lib/sim/tell/notation';
import { stepsOf, type Trace } from '@/lib/sim/trace';
import { runHere } from './run-here';
import { comparedOf, createStage, type StageStore, shownOf } from './stage';
import { computed, quietScenario as scenario, simulatorByHand } from './stage-fixture';

const order: Deed = { do: 'place-order' };
const crash: Deed = { do: 'arm-crash' };
const now = (stage: StageStore) => stage.state.getState();
const told = (stage: StageStore) => story(now(stage).trace);
const titles = (stage: StageStore) => now(stage).branches.map(({ title }) => title);
const commands = (stage: StageStore) => now(stage).trace.commands.map(({ at, do: what }) => `${at} ${what}`);

/** One order, watched to its end. */
const watched = async () => {
  const stage = createStage(scenario, { simulate: runHere });
  await computed(stage);
  stage.act(order);
  await computed(stage);
  stage.advance(100_000);
  return stage;
};
/** And a second run, on the stage, in which the relay crashed at 100 ms. */
const forked = async () => {
  const stage = await watched();
  stage.act(crash, 100);
  await computed(stage);
  return stage;
};
/** The shortest schedule in which an event has two effects. */
const found = (): Trace => {
  const explorer = createExplorer(
    scenarioOf({ workload: { orders: 1 }, consumers: [{ name: 'shipping', dedup: 'none' }] }),
  );
  const trace = explorer.advance(1_000_000)?.trace;
  if (!trace) throw new Error('Nothing broke.');
  return trace;
};

describe('a run that is changed in place', () => {
  it('[S13] takes a command back, or moves it, and leaves the playhead where it is', async () => {
    const stage = await forked();
    expect(commands(stage)).toEqual(['0 place-order', '100 arm-crash']);
    stage.seek(150);
    stage.move(1, 50.000_49);
    await computed(stage);
    expect(commands(stage)).toEqual(['0 place-order', '50 arm-crash']);
    expect(now(stage)).toMatchObject({ time: 150, shown: 2 });
    stage.move(1, 1_000);
    stage.move(0, 2_000);
    await computed(stage);
    expect(commands(stage)).toEqual(['1000 arm-crash', '2000 place-order']);
    stage.withdraw(0);
    await computed(stage);
    expect(commands(stage)).toEqual(['2000 place-order']);
    stage.seek(2_100);
    stage.withdraw(0);
    await computed(stage);
    expect([told(stage), now(stage).time, shownOf(now(stage)).seen]).toEqual(['', 0, 0]);
    expect(titles(stage)).toEqual(['Run 1', 'Run 2']);
  });

  it('[S13] knows which command was meant while others are on their way', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, {
      ...hand.tools,
      commands: [
        { at: 500, ...order },
        { at: 900, ...crash },
      ],
    });
    await hand.answer();
    stage.act({ do: 'broker-down' }, 100);
    stage.withdraw(0);
    stage.withdraw(0);
    await hand.answer();
    expect(commands(stage)).toEqual(['100 broker-down', '900 arm-crash']);
    stage.withdraw(7);
    expect(now(stage).work).toEqual({ at: 'idle' });
  });

  it('[S14] runs another scenario with what was done to it, or with what it is given', async () => {
    const stage = await forked();
    stage.seek(120);
    stage.begin({ ...scenario, seed: 10 });
    await computed(stage);
    expect(now(stage)).toMatchObject({ shown: 2, time: 120, work: { at: 'idle' } });
    expect(now(stage).trace.scenario.seed).toBe(10);
    expect(commands(stage)).toEqual(['0 place-order', '100 arm-crash']);
    stage.begin(scenario, [{ at: 70, ...order }]);
    await computed(stage);
    expect(commands(stage)).toEqual(['70 place-order']);
    expect(now(stage).branches.map(({ run }) => run.trace.scenario.seed)).toEqual([9, 9]);
  });

  it('[S14] takes the stage from a schedule that was found', async () => {
    const stage = await watched();
    stage.showTrace(found(), 'Two effects');
    stage.begin({ ...scenario, seed: 10 });
    await computed(stage);
    expect(titles(stage)).toEqual(['Run 1', 'Two effects']);
    expect(now(stage)).toMatchObject({ shown: 1, trace: { scenario: { seed: 10 } } });
    stage.show(2);
    stage.remove(1);
    stage.begin(scenario);
    await computed(stage);
    expect(titles(stage)).toEqual(['Two effects', 'Run 2']);
    expect(shownOf(now(stage)).title).toBe('Run 2');
  });

  it('[S15] stays as it was when it is stopped', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    stage.stop();
    expect(now(stage).work).toEqual({ at: 'stopped' });
    stage.act(order);
    await hand.answer();
    expect(commands(stage)).toEqual(['0 place-order']);
    stage.advance(100_000);
    stage.begin({ ...scenario, seed: 10 });
    stage.act(crash);
    stage.stop();
    expect([now(stage).work.at, hand.stopped()]).toEqual(['stopped', 2]);
    stage.stop();
    expect(hand.stopped()).toBe(2);
    stage.seek(50);
    stage.act(crash);
    expect(now(stage).branches).toHaveLength(2);
    stage.stop();
    expect(now(stage)).toMatchObject({ shown: 1, time: 50, work: { at: 'stopped' } });
    expect(titles(stage)).toEqual(['Run 1']);
    stage.act({ do: 'broker-down' }, 1e6);
    await hand.answer();
    expect(commands(stage)).toEqual(['0 place-order', '1000000 broker-down']);
    expect(now(stage).trace.scenario.seed).toBe(9);
  });

  it('[S15] stays as it was when it cannot be computed, and says why', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.act(order);
    await hand.fail('failed', 'The simulator broke down.');
    expect(now(stage).work).toEqual({ at: 'failed', words: 'The simulator broke down.' });
    expect(commands(stage)).toEqual([]);
    stage.begin({ ...scenario, seed: 10 });
    await hand.fail('refused', 'The scenario has too many orders.');
    expect(now(stage).work).toEqual({ at: 'refused', words: 'The scenario has too many orders.' });
    expect(now(stage).trace.scenario.seed).toBe(9);
    stage.act(crash);
    await hand.answer();
    expect(commands(stage)).toEqual(['0 arm-crash']);
    expect(now(stage).work).toEqual({ at: 'idle' });
  });

  it('[S16] starts over: one run, nothing done, from its start', async () => {
    const stage = await forked();
    stage.compare(1);
    stage.setSpeed(4);
    stage.startOver();
    expect(now(stage)).toMatchObject({ time: 0, count: 0, playing: true, compared: null, speed: 4 });
    await computed(stage);
    expect([titles(stage), commands(stage), told(stage)]).toEqual([['Run 1'], [], '']);
    stage.act(order);
    await computed(stage);
    stage.showTrace(found(), 'Two effects');
    stage.startOver();
    await computed(stage);
    expect([titles(stage), now(stage).trace.scenario]).toEqual([['Run 1'], scenario]);
  });
});

describe('runs side by side', () => {
  it('[S17] take turns on the stage, at one playhead', async () => {
    const stage = await forked();
    stage.seek(200);
    stage.show(1);
    expect(now(stage)).toMatchObject({ shown: 1, time: 200 });
    expect(now(stage).trace).toBe(now(stage).branches[0]?.run.trace);
    stage.show(9);
    expect(now(stage).shown).toBe(1);
    stage.act({ do: 'broker-down' }, 1e6);
    await computed(stage);
    stage.seek(1e6);
    stage.show(2);
    expect(now(stage).time).toBe(now(stage).trace.end);
  });

  it('[S17] each know how far they were watched', async () => {
    const stage = await forked();
    const { end } = now(stage).branches[0]?.run.trace ?? { end: 0 };
    stage.seek(150);
    stage.seek(0);
    stage.show(1);
    expect(now(stage).branches.map(({ seen }) => seen)).toEqual([end, 150]);
  });

  it('[S17] are computed one after the other, each whole', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.act(order);
    await hand.answer();
    stage.advance(100_000);
    const { end } = now(stage).trace;
    stage.act(order);
    stage.act(crash, 100);
    stage.act({ do: 'broker-down' });
    expect(hand.asked).toHaveLength(3);
    await hand.answer();
    await hand.answer();
    expect(commands(stage)).toEqual([
      '0 place-order',
      '100 arm-crash',
      '100 broker-down',
      `${end} place-order`,
    ]);
    stage.show(1);
    expect(commands(stage)).toEqual(['0 place-order', `${end} place-order`]);
  });

  it('[S18] are compared two by two, never one with itself', async () => {
    const stage = await forked();
    stage.compare(2);
    expect(comparedOf(now(stage))).toBeNull();
    stage.compare(1);
    expect(comparedOf(now(stage))?.title).toBe('Run 1');
    stage.show(1);
    expect([now(stage).shown, now(stage).compared]).toEqual([1, 2]);
    stage.compare(9);
    expect(now(stage).compared).toBe(2);
    stage.compare(null);
    expect(comparedOf(now(stage))).toBeNull();
  });

  it('[S19] are removed, but for the last; the one that a run came from takes its place', async () => {
    const stage = await forked();
    stage.seek(200);
    stage.act(crash, 50);
    await computed(stage);
    stage.compare(2);
    stage.remove(3);
    expect(now(stage)).toMatchObject({ shown: 2, compared: null });
    stage.compare(1);
    stage.remove(1);
    expect(now(stage)).toMatchObject({ shown: 2, compared: null });
    stage.remove(2);
    expect(titles(stage)).toEqual(['Run 2']);
  });

  it('[S19] [S11] are not awaited once they are removed', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.act(order);
    await hand.answer();
    stage.advance(100_000);
    stage.act(crash, 100);
    stage.remove(2);
    expect(now(stage)).toMatchObject({ shown: 1, work: { at: 'idle' } });
    expect(hand.stopped()).toBe(1);
    await hand.answer();
    expect([titles(stage), commands(stage)]).toEqual([['Run 1'], ['0 place-order']]);
  });

  it('[S20] are copied, to be kept while the other goes on', async () => {
    const stage = await forked();
    stage.keepCopy();
    expect(titles(stage)).toEqual(['Run 1', 'Run 2', 'Run 3, a copy of Run 2']);
    expect(now(stage)).toMatchObject({ shown: 2, branches: [{}, {}, { from: { of: 2, at: 0 } }] });
    stage.begin({ ...scenario, seed: 10 });
    await computed(stage);
    stage.show(3);
    expect(now(stage).trace.scenario.seed).toBe(9);
    stage.keepCopy();
    expect(titles(stage).at(-1)).toBe('Run 4, a copy of Run 3');
    stage.seek(1e9);
    stage.act(order);
    await computed(stage);
    expect(commands(stage)).toHaveLength(3);
  });

  it('[S20] are copied with what is still being computed', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.act(order);
    stage.keepCopy();
    await hand.answer();
    await hand.answer();
    stage.show(2);
    expect(commands(stage)).toEqual(['0 place-order']);
  });

  it('[S21] are joined by a schedule that was found, which waits at its start', async () => {
    const stage = await watched();
    const trace = found();
    stage.showTrace(trace, 'Two effects');
    expect(now(stage)).toMatchObject({ shown: 2, time: 0, count: 0, playing: false });
    expect([titles(stage), now(stage).trace]).toEqual([['Run 1', 'Two effects'], trace]);
    stage.step(1);
    expect(now(stage).time).toBe(stepsOf(trace)[0]?.at);
    stage.show(1);
    stage.showTrace(trace, 'Two effects');
    expect(titles(stage)).toEqual(['Run 1', 'Two effects']);
    expect(now(stage)).toMatchObject({ shown: 2, time: 0 });
  });

  it('[S21] say that nothing can be done to a schedule without clocks', async () => {
    const stage = await watched();
    stage.showTrace(found(), 'Two effects');
    stage.act(order);
    stage.withdraw(0);
    expect(now(stage).work).toEqual({
      at: 'refused',
      words: 'This is a schedule that the checker found, without clocks. Go back to a run to do something.',
    });
    expect(commands(stage)).toEqual([]);
    stage.show(1);
    expect(now(stage).work).toEqual({ at: 'idle' });
  });
});
