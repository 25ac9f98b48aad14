// Text, form and preset are those of the run on the stage, whichever that is.
import { describe, expect, it } from 'vitest';
import { createExplorer } from '@/lib/sim/explore/explore';
import type { Scenario } from '@/lib/sim/scenario/scenario';
import type { Trace } from '@/lib/sim/trace';
import { draft, presets, sandbox, storage } from './sandbox-fixture';

const [plain, lease] = presets;
const MINE = 'seed: 7 # mine\n';
const BROKEN = 'seed: 7\nrelay: {}\n';
const FRAGILE = 'seed: 7\nworkload: { orders: 1 }\nconsumers: [{ name: mail, dedup: none }]\n';

/** A first run of the plain preset, watched to 500 ms, and on the stage a fork with an order at 100 ms. */
async function forked(keep = storage().keep) {
  const mine = sandbox({ keep });
  await mine.settle();
  mine.store.stage.seek(500);
  mine.store.stage.act({ do: 'place-order' }, 100);
  await mine.settle();
  return mine;
}

function found(scenario: Scenario): Trace {
  const trace = createExplorer(scenario).advance(1_000_000)?.trace;
  if (!trace) throw new Error('Nothing broke.');
  return trace;
}

describe('beside a run', () => {
  it('stands what it was begun with, also where another got something else', async () => {
    const { store, now, shown, checks, address, settle } = await forked();
    expect(now()).toMatchObject({ text: plain.text, preset: 'plain' });
    store.choose(lease);
    await settle();
    expect([now().preset, address()]).toEqual(['lease', '#p=lease']);

    store.stage.show(1);
    expect(now()).toMatchObject({
      text: plain.text,
      scenario: plain.scenario,
      preset: 'plain',
      commands: [],
    });
    expect([shown().scenario, address(), await store.link()]).toEqual([plain.scenario, '', '#p=plain']);

    store.stage.show(2);
    expect(now()).toMatchObject({ text: lease.text, scenario: lease.scenario, preset: 'lease' });
    expect(shown().scenario).toEqual(lease.scenario);
    // What was checked of one is nothing about the other.
    expect(checks).toEqual(['clear', 'clear', 'clear']);
  });

  it('stands what the form makes of it', async () => {
    const { store, now, shown, settle } = await forked();
    store.choose(lease);
    await settle();
    store.stage.show(1);
    store.setKey(['seed'], 43);
    await settle();
    expect(now()).toMatchObject({ text: '# three orders\nseed: 43\n', scenario: { seed: 43 } });
    expect(shown().scenario).toEqual({ ...plain.scenario, seed: 43 });
    store.stage.show(2);
    expect(now().text).toBe(lease.text);
  });

  it('stands what could not be read, with what is wrong, after there and back', async () => {
    const { store, now, pause } = await forked();
    store.setText(BROKEN);
    await pause();
    const problems = now().problems;
    expect(problems).toHaveLength(1);
    store.stage.show(1);
    expect(now()).toMatchObject({ text: plain.text, problems: [] });
    store.stage.show(2);
    expect(now()).toMatchObject({ text: BROKEN, problems, scenario: plain.scenario });
  });

  it('stands what nobody had read yet, which is read when one comes back', async () => {
    const { store, now, shown, pause, settle } = await forked();
    store.setText(MINE);
    store.stage.show(1);
    await pause();
    expect([now().text, shown().scenario.seed]).toEqual([plain.text, 42]);
    store.stage.show(2);
    await settle();
    expect(now()).toMatchObject({ text: MINE, reading: 'idle', scenario: { seed: 7 } });
    expect(shown()).toMatchObject({ scenario: { seed: 7 }, commands: [{ at: 100, do: 'place-order' }] });
  });

  it('stands a change of its form that came after somebody had turned to another', async () => {
    const { store, now, shown, settle } = await forked();
    store.setKey(['seed'], 43);
    store.stage.show(1);
    await settle();
    expect([now().text, shown().scenario.seed]).toEqual([plain.text, 42]);
    store.stage.show(2);
    await settle();
    expect(now()).toMatchObject({ text: '# three orders\nseed: 43\n', reading: 'idle' });
    expect(shown().scenario.seed).toBe(43);
  });

  it('stands the same as beside the one that it was copied from', async () => {
    const { store, now, settle } = await forked();
    store.choose(lease);
    store.stage.keepCopy();
    await settle();
    store.stage.show(1);
    store.stage.show(3);
    expect(now()).toMatchObject({ text: lease.text, preset: 'lease' });
  });

  it('stands its own text where all is started over', async () => {
    const { store, now, settle } = await forked();
    store.choose(lease);
    await settle();
    store.stage.show(1);
    store.stage.startOver();
    await settle();
    expect(now()).toMatchObject({ text: plain.text, preset: 'plain', commands: [] });
  });

  it('stands the text that is kept with what was done to that run, and no other', async () => {
    const { kept, keep } = storage();
    const { store, settle } = await forked(keep);
    expect(kept.draft).toEqual({
      text: plain.text,
      preset: 'plain',
      commands: [{ at: 100, do: 'place-order' }],
    });
    store.choose(lease);
    expect(kept.draft).toEqual({ text: lease.text, preset: 'lease', commands: [] });
    await settle();
    store.stage.act({ do: 'place-order' }, 700);
    store.stage.show(1);
    await settle();
    expect(kept.draft).toEqual({ text: plain.text, preset: 'plain', commands: [] });
    store.stage.show(2);
    expect(kept.draft).toEqual({
      text: lease.text,
      preset: 'lease',
      commands: [{ at: 700, do: 'place-order' }],
    });
  });
});

describe('beside a schedule that was found', () => {
  /** Checked in the second run, and shown from the first. */
  const shownFrom = async () => {
    const mine = await forked(storage(draft(MINE)).keep);
    mine.store.setText(FRAGILE);
    await mine.pause();
    mine.store.checkEvery();
    const { scenario } = mine.now();
    mine.store.stage.show(1);
    mine.store.stage.showTrace(found(scenario), 'Two effects');
    return mine;
  };

  it('stands the text of the run that was checked', async () => {
    const { store, now } = await shownFrom();
    expect(now()).toMatchObject({ text: FRAGILE, scenario: { consumers: [{ name: 'mail' }] } });
    store.stage.show(1);
    expect(now().text).toBe(MINE);
  });

  it('stands the same beside a copy of it, whatever was checked since', async () => {
    const { store, now } = await shownFrom();
    store.stage.show(1);
    store.checkEvery();
    store.stage.show(3);
    store.stage.keepCopy();
    store.stage.show(4);
    expect(now().text).toBe(FRAGILE);
  });

  it('stays its text where another goes on the stage from there', async () => {
    const { store, now, shown, settle } = await shownFrom();
    store.choose(lease);
    await settle();
    expect(store.stage.state.getState().shown).toBe(1);
    expect(now()).toMatchObject({ text: lease.text, preset: 'lease', scenario: lease.scenario });
    expect(shown().scenario).toEqual(lease.scenario);
    store.stage.show(3);
    expect(now()).toMatchObject({ text: FRAGILE, preset: null });
  });
});
