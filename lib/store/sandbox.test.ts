import { describe, expect, it } from 'vitest';
import { draft, presets, sandbox, storage } from './sandbox-fixture';

const [plain, lease] = presets;
const MINE = 'seed: 7 # mine\n';

/** The hash of a run that somebody else made. */
async function sharedHash(): Promise<string> {
  const { store, settle } = sandbox();
  await settle();
  store.setKey(['relays', 'batch'], 1);
  await settle();
  store.stage.act({ do: 'place-order' }, 250);
  await settle();
  store.stage.seek(300);
  return store.link();
}

describe('a sandbox opens', () => {
  it('with the first preset, and asks no reader for it', async () => {
    const { now, asked, shown, settle } = sandbox();
    await settle();
    expect(now()).toEqual({
      text: plain.text,
      scenario: plain.scenario,
      problems: [],
      reading: 'idle',
      preset: 'plain',
      commands: [],
      notice: null,
      earlier: null,
    });
    expect(shown().scenario).toEqual(plain.scenario);
    expect(asked).toEqual([]);
  });

  it('with the preset of its address, and asks no reader for it', async () => {
    const { now, asked, shown, settle } = sandbox({ hash: '#p=lease' });
    await settle();
    expect(now()).toMatchObject({ text: lease.text, preset: 'lease', earlier: null });
    expect(shown().scenario).toEqual(lease.scenario);
    expect(asked).toEqual([]);
  });

  it('with the run of its address, at its moment', async () => {
    const { now, shown, store, settle } = sandbox({ hash: await sharedHash() });
    expect(now().reading).toBe('reading');
    await settle();
    expect(now()).toMatchObject({ text: 'seed: 42\nrelays:\n  batch: 1\n', preset: null, reading: 'idle' });
    expect(shown().scenario.relays.batch).toBe(1);
    expect(shown().commands).toEqual([{ at: 250, do: 'place-order' }]);
    expect(store.stage.state.getState()).toMatchObject({ time: 300, playing: false });
  });

  it('with what was written before, and done to it', async () => {
    const commands = [{ at: 5, do: 'place-order' }];
    const { now, shown, settle } = sandbox({ keep: storage(draft(MINE, commands)).keep });
    expect(now()).toMatchObject({ text: MINE, preset: null, reading: 'reading' });
    await settle();
    expect(now()).toMatchObject({ text: MINE, reading: 'idle', scenario: { seed: 7 } });
    expect(shown()).toMatchObject({ scenario: { seed: 7 }, commands });
  });

  it('with a text that cannot be read, and what is wrong with it', async () => {
    const { now, settle } = sandbox({ keep: storage(draft('seed: x\n')).keep });
    await settle();
    expect(now().text).toBe('seed: x\n');
    expect(now().problems.map(({ message }) => message)).toEqual(['`seed` must be a whole number.']);
  });

  it('with a preset as it is now, and what was done to it, where nobody had changed it', async () => {
    const commands = [{ at: 5, do: 'place-order' }];
    const outdated = { text: 'seed: 41 # as it was\n', preset: 'lease', commands };
    const { now, shown, settle } = sandbox({ keep: storage(outdated).keep });
    await settle();
    expect(now()).toMatchObject({ text: lease.text, preset: 'lease' });
    expect(shown()).toMatchObject({ scenario: lease.scenario, commands });
  });

  it('with the first preset where the one that was kept is gone', async () => {
    const gone = { text: 'seed: 41\n', preset: 'gone', commands: [] };
    const { now, settle } = sandbox({ keep: storage(gone).keep });
    await settle();
    expect(now()).toMatchObject({ text: plain.text, preset: 'plain', earlier: null });
  });

  it('without what no one can have done', async () => {
    const { shown, settle } = sandbox({ keep: storage(draft(MINE, [{ at: 5, do: 'fly' }])).keep });
    await settle();
    expect(shown()).toMatchObject({ scenario: { seed: 7 }, commands: [] });
  });
});

describe('an address goes before what was written', () => {
  it.each([['#p=lease'], ['a run']])('%s, and what was written can be brought back', async (hash) => {
    const { kept, keep } = storage(draft(MINE, [{ at: 5, do: 'place-order' }]));
    const { now, store, shown, settle } = sandbox({
      hash: hash === 'a run' ? await sharedHash() : hash,
      keep,
    });
    await settle();
    expect(now()).toMatchObject({ earlier: MINE });
    expect(now().text).not.toBe(MINE);
    expect(kept.earlier?.text).toBe(MINE);
    store.bringBack();
    await settle();
    expect(now()).toMatchObject({ text: MINE, scenario: { seed: 7 } });
    expect(shown().commands).toEqual([{ at: 5, do: 'place-order' }]);
  });

  it('and a reload opens it again, whatever another tab has kept meanwhile', async () => {
    const { keep } = storage();
    const before = sandbox({ hash: '#p=plain', keep });
    await before.settle();
    const other = sandbox({ hash: '#p=lease', keep });
    other.store.stage.act({ do: 'place-order' }, 900);
    await other.settle();
    const after = sandbox({ hash: before.address(), keep });
    await after.settle();
    expect(after.now()).toMatchObject({ text: plain.text, preset: 'plain', earlier: lease.text });
  });

  it('and a reload of a run that nobody has changed has nothing to bring back', async () => {
    const { keep } = storage();
    const before = sandbox({ hash: await sharedHash(), keep });
    await before.settle();
    const after = sandbox({ hash: before.address(), keep });
    await after.settle();
    expect(after.now()).toMatchObject({ scenario: { relays: { batch: 1 } }, earlier: null });
  });

  it.each([
    ['#s=1AAA', 'This link is damaged: it ends too early. Ask for it again, or begin with a preset.'],
    ['#p=nothing', 'This link names a preset that there is not, or not any more. Choose one from the list.'],
  ])('but not where it is %s', async (hash, notice) => {
    const { kept, keep } = storage(draft(MINE), draft('seed: 8'));
    const mine = sandbox({ hash, keep });
    await mine.settle();
    expect(mine.now()).toMatchObject({ text: MINE, scenario: { seed: 7 }, notice, earlier: 'seed: 8' });
    expect(kept.earlier?.text).toBe('seed: 8');

    const nobodys = sandbox({ hash });
    await nobodys.settle();
    expect(nobodys.now()).toMatchObject({ text: plain.text, notice, preset: 'plain', reading: 'idle' });
  });

  it('and says so where there is no reader to open it', async () => {
    const { now, settle } = sandbox({ hash: '#s=1AAA', without: 'The reader is not there.' });
    await settle();
    expect(now()).toMatchObject({ text: plain.text, notice: 'The reader is not there.', reading: 'idle' });
  });
});

describe('an author writes', () => {
  it('and is read when they pause, not before', async () => {
    const { store, now, asked, pauses, pause } = sandbox();
    store.setText('seed: 1');
    store.setText('seed: 12');
    expect(now()).toMatchObject({ text: 'seed: 12', preset: null, reading: 'reading' });
    // They went on writing after the first sign.
    await pause();
    expect(asked).toEqual([]);
    expect(pauses).toHaveLength(1);
    await pause();
    expect(asked).toEqual(['read']);
    expect(now()).toMatchObject({ reading: 'idle', scenario: { seed: 12 } });
  });

  it('and the stage keeps the last run while something is wrong', async () => {
    const { store, now, shown, pause } = sandbox();
    store.setText('seed: 1\nrelay: {}\n');
    await pause();
    expect(now().problems.map(({ message, place }) => [place?.line, message])).toEqual([
      [2, 'The key `relay` is unknown here.'],
    ]);
    expect(shown().scenario).toEqual(plain.scenario);
    expect(now().scenario).toEqual(plain.scenario);
  });

  it('and what was done stays done, while what was checked is forgotten', async () => {
    const { store, shown, checks, pause, settle } = sandbox();
    await settle();
    store.stage.act({ do: 'place-order' }, 900);
    await settle();
    store.setText('seed: 5');
    await pause();
    expect(shown()).toMatchObject({ scenario: { seed: 5 }, commands: [{ at: 900, do: 'place-order' }] });
    expect(checks).toEqual(['clear']);
  });

  it('and a comment alone runs nothing anew', async () => {
    const { store, shown, pause, settle } = sandbox();
    await settle();
    const before = shown();
    store.setText(`${plain.text}# more\n`);
    await pause();
    expect(shown()).toBe(before);
  });

  it('and is back at the preset where the text is', () => {
    const { store, now } = sandbox();
    store.setText('seed: 4');
    store.setText(plain.text);
    expect(now().preset).toBe('plain');
  });

  it('and hears where it could not be read', async () => {
    const { store, now, failing, pause } = sandbox();
    failing.words = 'This took more than 10 seconds to read.';
    store.setText('seed: 4');
    await pause();
    expect(now()).toMatchObject({ text: 'seed: 4', reading: { failed: failing.words } });
    failing.words = null;
    store.setText('seed: 5');
    await pause();
    expect(now()).toMatchObject({ reading: 'idle', scenario: { seed: 5 } });
  });

  it('and loses nothing', async () => {
    const { kept, keep } = storage();
    const { store, settle } = sandbox({ keep });
    await settle();
    store.setText('seed: 4');
    expect(kept.draft).toEqual({ text: 'seed: 4', commands: [] });
    store.stage.act({ do: 'place-order' }, 900);
    await settle();
    expect(kept.draft).toEqual({ text: 'seed: 4', commands: [{ at: 900, do: 'place-order' }] });
  });
});

describe('the form', () => {
  it('changes one key of the text, and the stage with it', async () => {
    const { store, now, shown, settle } = sandbox({ hash: '#p=lease' });
    store.setKey(['relays', 'count'], 3);
    store.setKey(['publication'], 'notify');
    await settle();
    expect(now()).toMatchObject({
      text: 'seed: 42\nrelays: { count: 3, claim: lease } # two\npublication: notify\n',
      preset: null,
      reading: 'idle',
    });
    expect(shown().scenario).toMatchObject({ relays: { count: 3 }, publication: 'notify' });
  });

  it('there and back leaves the text as it was', async () => {
    const { store, now, settle } = sandbox();
    store.setKey(['workload', 'overlap'], true);
    await settle();
    expect(now().text).toBe('# three orders\nseed: 42\nworkload:\n  overlap: true\n');
    store.setKey(['workload', 'overlap'], false);
    await settle();
    expect(now()).toMatchObject({ text: plain.text, preset: 'plain' });
  });

  it('takes away, and puts in', async () => {
    const { store, now, settle } = sandbox({ hash: '#p=lease' });
    store.setKey(['relays', 'claim'], undefined);
    store.insert(['faults', 0], { do: 'broker-down', from: 1, to: 2 });
    await settle();
    expect(now().text).toBe(
      'seed: 42\nrelays: { count: 2 } # two\nfaults:\n  - { do: broker-down, from: 1, to: 2 }\n',
    );
  });

  it('does not undo what is typed at the same moment', async () => {
    const { store, now, settle } = sandbox();
    store.setKey(['relays', 'count'], 2);
    store.setText('seed: 43\n');
    await settle();
    expect(now().text).toBe('seed: 43\nrelays:\n  count: 2\n');
  });

  it('says why it changes nothing', async () => {
    const { store, now, pause, settle } = sandbox();
    store.setText('seed: [1\n');
    await pause();
    store.setKey(['seed'], 2);
    await settle();
    expect(now()).toMatchObject({
      text: 'seed: [1\n',
      notice: 'Mend line 1 first: The bracket `[` opened here is never closed.',
    });
  });

  it('shows what is wrong with what it was told', async () => {
    const { store, now, settle } = sandbox();
    store.setKey(['relays', 'count'], 99);
    await settle();
    expect(now().problems.map(({ message }) => message)).toEqual(['`count` must be at most 16.']);
  });
});

describe('another preset', () => {
  it('begins anew, with nothing done', async () => {
    const { store, now, shown, asked, settle } = sandbox();
    await settle();
    store.stage.act({ do: 'place-order' }, 900);
    await settle();
    store.choose(lease);
    await settle();
    expect(now()).toMatchObject({ text: lease.text, preset: 'lease', commands: [] });
    expect(shown()).toMatchObject({ scenario: lease.scenario, commands: [] });
    expect(asked).toEqual([]);
  });

  it('keeps what was written, through a reload and through others, until it is brought back', async () => {
    const { keep } = storage();
    const before = sandbox({ keep });
    before.store.setText(MINE);
    await before.pause();
    before.store.choose(lease);
    before.store.choose(plain);
    await before.settle();
    const after = sandbox({ keep });
    await after.settle();
    expect(after.now()).toMatchObject({ text: plain.text, earlier: MINE });
    after.store.bringBack();
    await after.settle();
    expect(after.now()).toMatchObject({ text: MINE, scenario: { seed: 7 }, earlier: null });
  });
});

describe('what was done to a preset', () => {
  /** A preset with an order at 900 ms. */
  const done = async (keep = storage().keep) => {
    const mine = sandbox({ hash: '#p=lease', keep });
    await mine.settle();
    mine.store.stage.act({ do: 'place-order' }, 900);
    await mine.settle();
    return mine;
  };
  const order = [{ at: 900, do: 'place-order' }];

  it('is brought back where another address was opened', async () => {
    const { keep } = storage();
    await done(keep);
    const { store, now, shown, settle } = sandbox({ hash: '#p=plain', keep });
    await settle();
    expect(now()).toMatchObject({ preset: 'plain', earlier: lease.text });
    store.bringBack();
    await settle();
    expect(now()).toMatchObject({ preset: 'lease', earlier: null, commands: order });
    expect(shown()).toMatchObject({ scenario: lease.scenario, commands: order });
  });

  it.each([['lease'], ['plain']])('is brought back where %s was chosen', async (name) => {
    const { store, now, shown, settle } = await done();
    store.choose(presets.find((preset) => preset.name === name) ?? plain);
    await settle();
    expect(now()).toMatchObject({ preset: name, commands: [], earlier: lease.text });
    store.bringBack();
    await settle();
    expect(shown()).toMatchObject({ scenario: lease.scenario, commands: order });
  });
});

describe('the address', () => {
  it.each([['#p=lease'], ['a run']])('is %s until something is done', async (given) => {
    const hash = given === 'a run' ? await sharedHash() : given;
    const { store, address, shown, settle } = sandbox({ hash });
    await settle();
    expect(address()).toBe(hash);
    store.stage.act({ do: 'place-order' }, 900);
    await settle();
    expect(address()).toBe('');
    store.stage.withdraw(shown().commands.length - 1);
    await settle();
    expect(address()).toBe(hash);
  });

  it('follows what is chosen and written', async () => {
    const { store, address, pause } = sandbox({ hash: '#p=lease' });
    store.choose(plain);
    expect(address()).toBe('#p=plain');
    store.setText(MINE);
    expect(address()).toBe('');
    await pause();
    store.choose(lease);
    expect(address()).toBe('#p=lease');
    store.bringBack();
    expect(address()).toBe('');
  });

  it('stays none where nothing was asked, and nothing was done', async () => {
    const { address, settle } = sandbox({ keep: storage(draft(MINE, [{ at: 5, do: 'place-order' }])).keep });
    await settle();
    expect(address()).toBe('');
  });
});

describe('a link', () => {
  it('is a name where a preset is as it was', async () => {
    const { store, settle } = sandbox({ hash: '#p=lease' });
    await settle();
    expect(await store.link()).toBe('#p=lease');
  });

  it('is the run where something was done', async () => {
    const { store, settle } = sandbox();
    await settle();
    store.stage.act({ do: 'place-order' }, 10);
    await settle();
    expect(await store.link()).toMatch(/^#s=1[\w-]+$/);
  });

  it('leaves out what was done to somebody who is not there any more', async () => {
    const mine = sandbox({
      keep: storage(
        draft('seed: 1\nconsumers: [{ name: mail }]\n', [{ at: 5, do: 'redrive', consumer: 'mail' }]),
      ).keep,
    });
    await mine.settle();
    expect(mine.shown().commands).toHaveLength(1);
    mine.store.setKey(['consumers', 0, 'name'], 'post');
    await mine.settle();
    const theirs = sandbox({ hash: await mine.store.link() });
    await theirs.settle();
    expect(theirs.now()).toMatchObject({ notice: null, scenario: { consumers: [{ name: 'post' }] } });
  });

  it('is refused in words where no link can hold the run', async () => {
    const commands = Array.from({ length: 2000 }, (_, index) => ({
      at: (Math.imul(index, 2_654_435_761) >>> 8) / 1000,
      do: 'place-order',
    }));
    const { store, settle } = sandbox({ keep: storage(draft(MINE, commands)).keep });
    await settle();
    await expect(store.link()).rejects.toThrow(
      'More was done here than a link can hold. Copy the scenario as text instead.',
    );
  });
});

it('every schedule of the scenario as it is can be checked', async () => {
  const { store, checks, settle } = sandbox({ keep: storage(draft(MINE)).keep });
  await settle();
  store.checkEvery();
  expect(checks.at(-1)).toBe('start 7');
});

it('a sandbox that is ended ends its reader, and hears nothing more', async () => {
  const { store, asked, now, pause } = sandbox();
  store.setText('seed: 4');
  store.end();
  await pause();
  expect(asked).toEqual(['stop']);
  expect(now().scenario).toEqual(plain.scenario);
});
