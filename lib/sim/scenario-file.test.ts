import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands, ledger } from './notation';
import { run } from './run';
import { readScenario } from './scenario-file';

const FILE = 'lessons/04-reliable-publication/01-asynchronous-integration/outbox-table/scenario.yaml';

/** `line:column code message hint` of everything that is wrong. */
function problems(text: string): readonly string[] {
  const read = readScenario(text, 'scenario.yaml');
  if (read.ok) return [];
  return read.problems.map(
    ({ place, code, message, hint }) => `${place?.line}:${place?.column} ${code} ${message} ${hint}`,
  );
}

describe('a scenario file', () => {
  it('[R70] may leave out everything but the seed', () => {
    expect(readScenario('seed: 42', 'scenario.yaml')).toEqual({
      ok: true,
      value: {
        seed: 42,
        workload: { orders: 3, everyMs: 100, rollbackEvery: 0 },
        relays: { pollMs: 200, batch: 10 },
        consumers: [{ name: 'shipping', dedup: 'same-transaction' }],
        faults: [],
      },
    });
  });

  it('[R70] [R71] is told of every key that nobody knows, and of the seed it lacks', () => {
    expect(problems('wrkload: {}\nrelays: { poll: 5 }')).toEqual([
      '1:1 C203 The key `seed` is missing. Add `seed: …`. Any whole number: the same seed gives the same run.',
      '1:1 C202 The key `wrkload` is unknown here. Did you mean `workload`?',
      '2:11 C202 The key `poll` is unknown here. Did you mean `pollMs`?',
    ]);
  });

  it.each([
    ['{ do: crash-relay }', 'S101 `crash-relay` does not say after which step, or says more than that.'],
    [
      '{ do: broker-down, from: 5 }',
      'S102 `broker-down` does not say from when to when, or says more than that.',
    ],
    ['{ do: broker-down, from: 5, to: 5 }', 'S103 The broker is back before it went.'],
  ])('[R71] refuses the fault %s', (fault, message) => {
    expect(problems(`seed: 1\nfaults:\n  - ${fault}`)).toEqual([expect.stringContaining(`3:5 ${message}`)]);
  });

  it('[R71] refuses two consumers of one name', () => {
    expect(problems('seed: 1\nconsumers: [{ name: shipping }, { name: shipping }]')).toEqual([
      '2:41 S104 Two consumers are called `shipping`, so nobody could tell what each of them did. Give this one another name.',
    ]);
  });
});

describe('the scenario of the outbox lesson', () => {
  it('[R1] is this run, for a learner who places two orders, crashes the relay and rolls one order back', async () => {
    const read = readScenario(readFileSync(FILE, 'utf8'), FILE);
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
    const trace = run(read.value, commands('order@0 crash@100 order@300 rollback@900 dedup-off@1500'));
    await expect(`${ledger(trace)}\n`).toMatchFileSnapshot('outbox-lesson.golden.txt');
  });
});
