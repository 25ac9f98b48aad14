import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command-fixture';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'run-'));
});
afterAll(() => rm(scratch, { recursive: true }));

/** Runs a command of this text, as if it stood beside the others. */
async function runText(name: string, text: string) {
  await writeFile(join(scratch, `${name}.ts`), text);
  return runCommand([relative('lib/cli', join(scratch, name))]);
}

describe('a command that breaks down', () => {
  it.each([
    ['at-once', "process.exitCode = 2;\nthrow new Error('no such case');\n"],
    [
      'after-a-verdict',
      "process.exitCode = 1;\nsetTimeout(() => {\n  throw new Error('no such case');\n});\n",
    ],
  ])('%s ends with 70, says so in a sentence and shows where', async (name, text) => {
    const { code, out, err } = await runText(name, text);
    expect({ code, out }).toEqual({ code: 70, out: '' });
    const [sentence, error, place] = err.split('\n');
    expect([sentence, error]).toEqual([
      'This command broke down, by a mistake of its own and not of what it was given:',
      'Error: no such case',
    ]);
    expect(place).toContain(`${name}.ts`);
  });
});
