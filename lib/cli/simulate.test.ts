import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command-fixture';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'simulate-'));
});
afterAll(() => rm(scratch, { recursive: true }));

const simulate = (...args: readonly string[]) => runCommand(['simulate', ...args]);

async function fileOf(text: string): Promise<string> {
  const file = join(scratch, 'scenario.yaml');
  await writeFile(file, text);
  return file;
}

const ENDLESS = 'seed: 1\nworkload: { orders: 20000 }\n';

describe('npm run simulate', () => {
  it('says where retries are not bounded, which only time can tell', async () => {
    // Two relays that do not claim: each tries the poisoned row as if it were alone.
    const relays = 'relays: { count: 2, poison: [1], retry: { max: 3, jitter: none } }';
    const { code, err } = await simulate(await fileOf(`seed: 1\nworkload: { orders: 1 }\n${relays}\n`));
    expect(code).toBe(0);
    expect(err).toMatch(/^I7 \(bounded retries\) is broken at step \d+: .+\.\n$/);
  });

  it('prints one line of JSON a step', async () => {
    const { code, out, err } = await runCommand(['simulate', '-'], {
      input: 'seed: 9\nworkload: { orders: 1 }\n',
    });
    const lines = out.trimEnd().split('\n');
    const steps = lines.map((line) => JSON.parse(line));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(Object.keys(steps[0])).toEqual([
      'at',
      'actor',
      'kind',
      'words',
      'sql',
      'changes',
      'event',
      'correlation',
    ]);
    expect(steps[0]).toMatchObject({
      at: 100,
      actor: 'orders',
      kind: 'inserted',
      words: 'The order service wrote order 1 and row 1 of the outbox, not committed yet.',
      sql: expect.stringMatching(/^BEGIN;\nINSERT INTO orders /),
      changes: [
        { what: 'orders', id: 1, set: { state: 'open', version: 1 } },
        { what: 'orders_outbox', id: 1, set: { state: 'open' } },
      ],
      event: 1,
    });
    expect(steps.map(({ kind }) => kind).toSorted()).toEqual([
      'acked',
      'applied',
      'committed',
      'confirmed',
      'delivered',
      'inserted',
      'marked',
      'polled',
      'published',
    ]);
    expect(new Set(steps.map(({ correlation }) => correlation)).size).toBe(1);
  });

  it('is the same run for the same scenario', async () => {
    const file = await fileOf('seed: 3\nworkload: { orders: 2 }\n');
    const [one, other] = await Promise.all([simulate(file), simulate(file)]);
    expect(one.out).toBe(other.out);
  });

  it('stops at the number of steps that it is given, and says so', async () => {
    const { code, out, err } = await simulate('--steps=7', await fileOf(ENDLESS));
    expect(out.trimEnd().split('\n')).toHaveLength(7);
    expect({ code, err }).toEqual({
      code: 0,
      err: 'Stopped after 7 steps, and the run goes on. Ask for more with --steps N.\n',
    });
  });

  it('ends without a word when its reader has seen enough', async () => {
    const { code, out, err } = await runCommand(['simulate', '--steps', '20000', await fileOf(ENDLESS)], {
      upTo: 1,
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.length).toBeLessThan(2_000_000);
  });

  it('says where a scenario is wrong and what to do about it, and ends with 2', async () => {
    const file = await fileOf('seed: 1\nworkload: { order: 3 }\nconsumers: [{ name: relay }]\n');
    const { code, out, err } = await simulate(file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`${file}:2:13 C202 The key \`order\` is unknown here.
  1 | seed: 1
> 2 | workload: { order: 3 }
    |             ^^^^^
  3 | consumers: [{ name: relay }]
  4 |
  Did you mean \`orders\`?

${file}:3:21 S113 \`relay\` is what another part of the picture is called, so nobody could tell the two apart.
  1 | seed: 1
  2 | workload: { order: 3 }
> 3 | consumers: [{ name: relay }]
    |                     ^^^^^
  4 |
  Give this one another name.
`);
  });

  it('shows nothing of a binary file', async () => {
    const file = join(scratch, 'binary.yaml');
    await writeFile(file, Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x80]));
    const { code, out, err } = await simulate(file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(
      err,
    ).toBe(`${file}:1:3 yaml-binary There is a character here that is no text, as if a binary file had been pasted.
  Save the file as plain UTF-8 text.
`);
  });

  it('reads no further than 64 KB', async () => {
    const { code, err } = await runCommand(['simulate', '-'], { input: 'x'.repeat(5_000_000) });
    expect(code).toBe(2);
    expect(err).toMatch(/^-:1:1 yaml-too-large This text is larger than 64 KB, so it was not read\.\n/);
  });

  it.each([
    [['nowhere.yaml'], 'There is no file nowhere.yaml.'],
    [['lib'], 'lib is a folder, not a file.'],
  ])('says why it cannot read %j', async (args, sentence) => {
    expect(await simulate(...args)).toEqual({ code: 2, out: '', err: `${sentence}\n` });
  });

  it.each([
    [[], 'Name a scenario file to simulate, or - for standard input.'],
    [['a.yaml', 'b.yaml'], 'Name one scenario file: runs are simulated one at a time.'],
    [['--step', '3', 'a.yaml'], 'There is no option --step.'],
    [['a.yaml', '--steps', 'many'], '--steps takes a whole number from 1 to 20000000.'],
  ])('says in one line what is missing from %j', async (args, sentence) => {
    expect(await simulate(...args)).toEqual({
      code: 2,
      out: '',
      err: `${sentence} Usage: npm run -s simulate -- [--steps N] FILE\n`,
    });
  });
});
