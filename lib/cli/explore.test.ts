import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command-fixture';

const SCENARIOS = {
  'holds.yaml': 'seed: 7\nworkload: { orders: 1 }\n',
  'broken.yaml': 'seed: 7\nworkload: { orders: 1 }\nrelays: { mark: before-publish }\n',
  'sampled.yaml': 'seed: 7\nworkload: { orders: 3 }\nbudgets: { states: 50 }\n',
  'untried.yaml':
    'seed: 7\nworkload: { orders: 1 }\nrelays: { purgeMs: 9 }\nfaults: [{ do: broker-restart, at: { ms: 5 } }]\n',
  'unknown.yaml': 'seed: 7\nworkload: { order: 1 }\n',
} as const;

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'explore-'));
  for (const [name, text] of Object.entries(SCENARIOS)) await writeFile(join(scratch, name), text);
});
afterAll(() => rm(scratch, { recursive: true }));

const explore = (...args: readonly string[]) => runCommand(['explore', ...args]);

const at = (name: keyof typeof SCENARIOS): string => join(scratch, name);

describe('npm run explore', () => {
  it('prints one line of JSON a file', async () => {
    const { code, out, err } = await explore('--json', at('holds.yaml'), at('broken.yaml'));
    const [holds, broken] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(Object.keys(holds)).toEqual([
      'file',
      'verdict',
      'invariant',
      'depth',
      'states',
      'schedules',
      'seed',
      'ms',
      'trace',
      'untried',
    ]);
    expect(holds).toMatchObject({
      file: at('holds.yaml'),
      verdict: 'holds',
      invariant: null,
      seed: 7,
      trace: null,
      untried: [],
    });
    expect(broken).toMatchObject({ file: at('broken.yaml'), verdict: 'broken', invariant: 'I2', depth: 4 });
    expect(broken.trace.at(-1)).toMatchObject({
      actor: 'relay',
      kind: 'crashed',
      words: 'The relay crashed after it had marked row 1 and before it sent it. Nobody will send it now.',
    });
  });

  it('tells people the shortest way to what is broken, a line a step', async () => {
    const { out } = await explore(at('broken.yaml'));
    const lines = out.split('\n');
    expect(lines.slice(0, 6)).toEqual([
      `${at('broken.yaml')} broken: I2 (nothing lost) after 4 steps.`,
      '  The transaction committed: order 1 and row 1 stand together.',
      '  The relay polled and found row 1 pending.',
      '  The relay set `dispatched_at` on row 1. It has not been sent yet.',
      '  The relay crashed after it had marked row 1 and before it sent it. Nobody will send it now.',
      '  Nothing more happens by itself.',
    ]);
    expect(lines[6]).toMatch(/^ {2}\d+ states, \d+ orders of things, in \d+ ms\.$/);
  });

  it('ends with 0 where all hold, and with 3 where some could only be sampled', async () => {
    const [holds, sampled] = await Promise.all([
      explore(at('holds.yaml')),
      explore(at('holds.yaml'), at('sampled.yaml')),
    ]);
    expect(holds.code).toBe(0);
    expect(holds.out).toContain(`${at('holds.yaml')} holds within these budgets.\n`);
    expect(sampled.code).toBe(3);
    expect(sampled.out).toContain(
      `${at('sampled.yaml')} sampled: nothing broke in the orders that were tried`,
    );
    expect(sampled.out).toContain('orders of things, picked by chance from seed 7, in ');
  });

  it('says what of a file it did not try', async () => {
    const { code, out } = await explore(at('untried.yaml'));
    expect(code).toBe(0);
    expect(out).toContain(
      `${at('untried.yaml')} holds within these budgets.\n  Not tried, since time is erased: the file’s faults (\`broker-restart\`), the purge (\`purgeMs\`).\n`,
    );
    expect(JSON.parse((await explore('--json', at('untried.yaml'))).out).untried).toEqual([
      'the file’s faults (`broker-restart`)',
      'the purge (`purgeMs`)',
    ]);
  });

  it('explores the readable ones all the same when one is wrong, and ends with 2', async () => {
    const { code, out, err } = await explore(at('unknown.yaml'), at('broken.yaml'), at('sampled.yaml'));
    expect(code).toBe(2);
    expect(err).toMatch(
      new RegExp(`^${at('unknown.yaml')}:2:13 C202 The key \`order\` is unknown here\\.\n`),
    );
    expect(out).toContain('broken: I2 (nothing lost) after 4 steps.');
  });

  it('counts a broken one as worse than a sampled one', async () => {
    expect((await explore(at('sampled.yaml'), at('broken.yaml'), at('holds.yaml'))).code).toBe(1);
  });

  it('reads standard input', async () => {
    const { code, out } = await runCommand(['explore', '--json', '-'], { input: SCENARIOS['holds.yaml'] });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ file: '-', verdict: 'holds' });
  });

  it.each([
    [[], 'Name at least one scenario file to explore, or - for standard input.'],
    [['--josn', 'a.yaml'], 'There is no option --josn.'],
  ])('says in one line what is missing from %j', async (args, sentence) => {
    expect(await explore(...args)).toEqual({
      code: 2,
      out: '',
      err: `${sentence} Usage: npm run -s explore -- [--json] FILE…\n`,
    });
  });
});
