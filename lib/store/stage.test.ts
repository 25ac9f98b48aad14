// Playhead and deeds: rules of the stage in README.md.
import { describe, expect, it } from 'vitest';
import type { Command, Deed } from '@/lib/sim/scenario/scenario';
import { story } from '@/lib/sim/tell/notation';
import { run, stepAt, stepsBy, stepsOf } from '@/lib/sim/trace';
import { runHere } from './run-here';
import { createStage, isMoving, type StageStore, shownOf } from './stage';
import { computed, quietScenario as scenario, simulatorByHand } from './stage-fixture';

const order: Deed = { do: 'place-order' };
const crash: Deed = { do: 'arm-crash' };
const now = (stage: StageStore) => stage.state.getState();
const told = (stage: StageStore) => story(now(stage).trace);
const branches = (stage: StageStore) =>
  now(stage).branches.map(({ id, title, from }) => ({ id, title, from }));
const doings = (commands: readonly Command[]) => commands.map((command) => command.do);

const alone = async () => {
  const stage = createStage(scenario, { simulate: runHere });
  await computed(stage);
  return stage;
};
const act = async (stage: StageStore, deed: Deed, at?: number) => {
  stage.act(deed, at);
  await computed(stage);
};
/** With one order that was watched to its end. */
const watched = async () => {
  const stage = await alone();
  await act(stage, order);
  stage.advance(100_000);
  return stage;
};

/** Plays to the end, 20 ms of the reader's for each frame: after how many of them a part of the state was another. */
function renewals(stage: StageStore, part: 'count' | 'told'): readonly number[] {
  const found: number[] = [];
  for (let elapsed = 20; isMoving(now(stage)); elapsed += 20) {
    const before = now(stage)[part];
    stage.advance(20);
    if (now(stage)[part] !== before) found.push(elapsed);
  }
  return found;
}

describe('the playhead of a stage', () => {
  it('[S1] shows the beginning until the first run is computed, and then plays it', async () => {
    const hand = simulatorByHand();
    const busy = { ...scenario, workload: { ...scenario.workload, orders: 3 } };
    const stage = createStage(busy, hand.tools);
    expect(now(stage)).toMatchObject({
      time: 0,
      count: 0,
      playing: true,
      speed: 0.25,
      work: { at: 'running' },
    });
    expect(branches(stage)).toEqual([{ id: 1, title: 'Run 1', from: null }]);
    expect([told(stage), now(stage).trace.scenario, isMoving(now(stage))]).toEqual(['', busy, false]);
    await hand.answer();
    expect(now(stage).work).toEqual({ at: 'idle' });
    expect(told(stage)).toMatch(/^inserted 1 · /);
    expect(isMoving(now(stage))).toBe(true);
  });

  it('[S1] begins with what was done before, in the order of time', async () => {
    const commands: readonly Command[] = [
      { at: 50, ...order },
      { at: 20, ...crash },
    ];
    const stage = createStage(scenario, { simulate: runHere, commands });
    await computed(stage);
    expect(doings(now(stage).trace.commands)).toEqual(['arm-crash', 'place-order']);
    expect(told(stage)).toMatch(/^armed · inserted 1 · /);
  });

  it('[S2] plays what was done, at the speed that was chosen, and stops at the end', async () => {
    const stage = await alone();
    await act(stage, order);
    expect(isMoving(now(stage))).toBe(true);
    stage.advance(100);
    expect(now(stage).time).toBe(25);
    stage.setSpeed(8);
    stage.advance(10);
    expect(now(stage).time).toBe(105);
    stage.advance(100_000);
    expect(now(stage).time).toBe(now(stage).trace.end);
    expect(isMoving(now(stage))).toBe(false);
    stage.play();
    expect(now(stage)).toMatchObject({ time: 0, playing: true });
  });

  it('[S3] steps forward and back, and pauses', async () => {
    const stage = await alone();
    await act(stage, order);
    const times = stepsOf(now(stage).trace).map(({ at }) => at);
    stage.step(1);
    stage.step(1);
    expect(now(stage)).toMatchObject({ playing: false, time: times[1], count: 2 });
    stage.step(-1);
    expect(now(stage)).toMatchObject({ time: times[0], count: 1 });
    stage.step(-1);
    stage.step(-1);
    expect(now(stage)).toMatchObject({ time: 0, count: 0 });
    stage.seek((times[0] ?? 0) + 5);
    stage.step(-1);
    expect(now(stage).time).toBe(times[0]);
  });

  it('[S3] never leaves the run when it is sought', async () => {
    const stage = await alone();
    await act(stage, order);
    stage.seek(1e9);
    expect(now(stage).time).toBe(now(stage).trace.end);
    stage.seek(-5);
    expect(now(stage).time).toBe(0);
  });

  it('[S4] tells steps every 100 ms of the reader’s at most while it plays, and all of them at the end', async () => {
    const stage = await alone();
    await act(stage, order);
    const { trace } = now(stage);
    stage.setSpeed(8);
    const counts: number[] = [];
    stage.state.subscribe(({ count }, before) => {
      if (count !== before.count) counts.push(count);
    });
    let renewals = 0;
    let frames = 0;
    while (isMoving(now(stage))) {
      const before = counts.length;
      stage.advance(10);
      frames += 1;
      expect(now(stage).count).toBeLessThanOrEqual(stepsBy(trace, now(stage).time));
      renewals += counts.length - before;
    }
    expect(renewals).toBeLessThanOrEqual(1 + Math.ceil(frames / 10));
    expect(now(stage).count).toBe(trace.length);
  });

  it('[S4] tells of more steps than can be followed every 400 ms', async () => {
    const workload = { ...scenario.workload, orders: 2000, everyMs: 1 };
    const stage = createStage({ ...scenario, pace: 1000, workload }, { simulate: runHere });
    await computed(stage);
    stage.setSpeed(1);
    expect(renewals(stage, 'count').slice(0, 4)).toEqual([20, 420, 820, 1220]);
  });

  it('[S4] counts from when it was last exact, wherever the playhead was moved to', async () => {
    const workload = { ...scenario.workload, orders: 2000, everyMs: 1 };
    const stage = createStage({ ...scenario, pace: 1000, workload }, { simulate: runHere });
    await computed(stage);
    stage.setSpeed(1);
    stage.advance(1000);
    stage.seek(500);
    stage.play();
    expect(renewals(stage, 'count').slice(0, 3)).toEqual([400, 800, 1200]);
  });

  it('[S4] tells the moment every 400 ms where nothing happens', async () => {
    const stage = await alone();
    await act(stage, order);
    stage.setSpeed(0.25);
    const [committed, polled] = [stepAt(now(stage).trace, 1).at, stepAt(now(stage).trace, 2).at];
    const between = renewals(stage, 'told').filter((at) => at > committed * 4 + 20 && at < polled * 4 - 20);
    expect(between.length).toBeGreaterThan(1);
    for (const [place, at] of between.slice(1).entries()) expect(at - (between[place] as number)).toBe(400);
  });

  it('[S4] tells a step at once where the last was told longer ago, and whenever it pauses', async () => {
    const stage = await alone();
    await act(stage, order);
    const { trace } = now(stage);
    stage.setSpeed(1);
    stage.advance(stepAt(trace, 0).at);
    expect(now(stage).count).toBe(1);
    stage.advance(stepAt(trace, 1).at - now(stage).time);
    expect([now(stage).count, stepsBy(trace, now(stage).time)]).toEqual([1, 2]);
    stage.pause();
    expect(now(stage).count).toBe(2);
  });
});

describe('what is done on a stage', () => {
  it('[S5] carries the same run on where all was seen, and leaves its past as it was', async () => {
    const stage = await watched();
    const past = now(stage).trace;
    await act(stage, order);
    expect(branches(stage)).toEqual([{ id: 1, title: 'Run 1', from: null }]);
    expect(stepsOf(now(stage).trace).slice(0, past.length)).toEqual(stepsOf(past));
    expect(now(stage).trace.length).toBeGreaterThan(past.length);
  });

  it('[S5] does so at every moment at which a step was told', async () => {
    const whole = run(scenario, [{ at: 0, ...order }]);
    for (const { at } of stepsOf(whole)) {
      const stage = await alone();
      await act(stage, order);
      stage.seek(at);
      await act(stage, crash);
      expect(now(stage).branches).toHaveLength(1);
      const count = stepsBy(whole, at);
      expect(stepsOf(now(stage).trace).slice(0, count)).toEqual(stepsOf(whole).slice(0, count));
    }
  });

  it('[S5] does so between two microseconds, and ahead of the playhead', async () => {
    const stage = await alone();
    await act(stage, order);
    stage.seek(20.000_7);
    await act(stage, crash);
    await act(stage, { do: 'broker-down' }, 900);
    expect(now(stage).branches).toHaveLength(1);
    expect(now(stage).trace.commands.map(({ at }) => at)).toEqual([0, 20, 900]);
  });

  it('[S6] forks where it lies before what was seen: one thing differs, and what comes later stays', async () => {
    const stage = await watched();
    const { end } = now(stage).trace;
    await act(stage, { do: 'place-and-roll-back' });
    const before = now(stage).branches[0];
    stage.advance(100_000);
    const published = stepsOf(now(stage).trace).find(({ kind }) => kind === 'published')?.at ?? 0;
    stage.seek(published);
    await act(stage, crash);
    expect(branches(stage)).toEqual([
      { id: 1, title: 'Run 1', from: null },
      { id: 2, title: 'Run 2', from: { of: 1, at: published } },
    ]);
    expect(now(stage).shown).toBe(2);
    expect(now(stage).branches[0]?.run).toBe(before?.run);
    expect(told(stage)).toMatch(/^inserted 1 · .* published 1 · crashed 1 · .* skipped 1 again/);
    expect(now(stage).trace.commands.map((command) => [command.at, command.do])).toEqual([
      [0, 'place-order'],
      [published, 'arm-crash'],
      [end, 'place-and-roll-back'],
    ]);
  });

  it('[S6] puts it ahead of what was done at the same moment', async () => {
    const stage = await watched();
    stage.seek(0);
    await act(stage, crash);
    const { trace, count } = now(stage);
    expect(stepAt(trace, count - 1).kind).toBe('armed');
    expect(told(stage)).toMatch(/^armed · inserted 1 · /);
  });

  it('[S7] begins a fork where it parts, so that more can be done there', async () => {
    const stage = await watched();
    await act(stage, { do: 'broker-down' }, 100);
    expect(now(stage).branches).toHaveLength(2);
    expect(now(stage).time).toBe(100);
    await act(stage, { do: 'broker-up' }, 300);
    await act(stage, order, 200);
    expect(now(stage).branches).toHaveLength(2);
    expect(doings(now(stage).trace.commands)).toEqual([
      'place-order',
      'broker-down',
      'place-order',
      'broker-up',
    ]);
  });

  it('[S7] shows its parent’s run until its own is there: up to the fork they are the same', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.act(order);
    await hand.answer();
    const { trace } = now(stage);
    stage.seek(200);
    stage.seek(100);
    stage.act(crash);
    expect(now(stage)).toMatchObject({ shown: 2, time: 100, work: { at: 'running' } });
    expect(now(stage).trace).toBe(trace);
    await hand.answer();
    expect(now(stage).trace.commands).toHaveLength(2);
  });

  it('[S8] counts as seen what was on show, played, stepped to or sought', async () => {
    const stage = await alone();
    await act(stage, order);
    stage.advance(100);
    stage.pause();
    expect(shownOf(now(stage)).seen).toBe(25);
    stage.seek(300);
    stage.seek(40);
    expect(shownOf(now(stage)).seen).toBe(300);
    stage.step(-1);
    await act(stage, crash, 300);
    expect(now(stage).branches).toHaveLength(1);
    await act(stage, crash, 299);
    expect(now(stage).branches).toHaveLength(2);
  });

  it('[S9] is seen at once by whoever has paused', async () => {
    const stage = await alone();
    stage.pause();
    await act(stage, order);
    expect(now(stage)).toMatchObject({ playing: false, count: 1, time: stepAt(now(stage).trace, 0).at });
    expect(shownOf(now(stage)).seen).toBe(now(stage).time);
  });

  it('[S9] moves no playhead where it was done elsewhere, or where the reader has gone on', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.pause();
    stage.act(order, 500);
    await hand.answer();
    expect(now(stage).time).toBe(0);
    stage.act(crash);
    stage.seek(10);
    await hand.answer();
    expect(now(stage).time).toBe(10);
  });

  it('[S9] plays on when something is done at the end', async () => {
    const stage = await watched();
    const { end } = now(stage).trace;
    await act(stage, order);
    expect(isMoving(now(stage))).toBe(true);
    expect(now(stage).time).toBe(end);
  });

  it('[S10] loses nothing that is done while a run is computed, and keeps its order', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    stage.pause();
    stage.act({ do: 'broker-down' });
    stage.act(order);
    stage.act({ do: 'broker-up' });
    expect(hand.asked).toHaveLength(1);
    await hand.answer();
    expect(hand.asked.map(({ commands }) => doings(commands))).toEqual([
      [],
      ['broker-down', 'place-order', 'broker-up'],
    ]);
    await hand.answer();
    expect(now(stage)).toMatchObject({ work: { at: 'idle' }, count: 3 });
    expect(told(stage)).toMatch(/^broker-down · broker-up · inserted 1 · /);
  });

  it('[S10] goes on playing the run that is there, up to its end', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.act(order);
    await hand.answer();
    const { end } = now(stage).trace;
    stage.act(order);
    stage.advance(100);
    expect(now(stage).time).toBe(25);
    stage.act(crash);
    stage.advance(100_000);
    expect(now(stage).time).toBe(end);
    await hand.answer();
    expect(doings(now(stage).trace.commands)).toEqual(['place-order', 'place-order']);
    await hand.answer();
    expect(now(stage).trace.commands.map(({ at }) => at)).toEqual([0, 0, 25]);
    expect(now(stage).branches).toHaveLength(1);
    expect(now(stage).time).toBe(end);
  });

  it('[S11] takes no answer for a run that is gone or has become another', async () => {
    const hand = simulatorByHand();
    const stage = createStage(scenario, hand.tools);
    await hand.answer();
    stage.act(order);
    stage.startOver();
    expect([hand.asked.length, hand.stopped()]).toEqual([3, 1]);
    await hand.answer(1);
    expect(told(stage)).toBe('');
    const other = { ...scenario, seed: 10 };
    stage.begin(other);
    await hand.answer(2);
    expect([now(stage).trace.scenario.seed, now(stage).work.at]).toEqual([9, 'running']);
    await hand.answer(3);
    expect([now(stage).trace.scenario.seed, now(stage).work.at]).toEqual([10, 'idle']);
  });

  it('[S12] makes no sixth run', async () => {
    const stage = await watched();
    for (const at of [400, 300, 200, 100]) await act(stage, crash, at);
    expect(now(stage).branches.map(({ title }) => title)).toEqual([
      'Run 1',
      'Run 2',
      'Run 3',
      'Run 4',
      'Run 5',
    ]);
    const { trace } = now(stage);
    const refused = {
      work: { at: 'refused', words: 'Five runs stand side by side at most. Remove one, and try again.' },
    };
    await act(stage, crash, 50);
    expect(now(stage)).toMatchObject({ ...refused, shown: 5, trace });
    stage.remove(3);
    expect(now(stage).work).toEqual({ at: 'idle' });
    stage.keepCopy();
    expect(now(stage).branches).toHaveLength(5);
    stage.keepCopy();
    expect(now(stage)).toMatchObject(refused);
    expect(now(stage).branches).toHaveLength(5);
  });
});
