import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runStages, type Stage } from './stages';

const node = (script: string): string => `"${process.execPath}" -e "${script}"`;

/** What is said, times aside. */
async function said(stages: readonly Stage[]): Promise<string[]> {
  const lines: string[] = [];
  const succeeded = await runStages(stages, (line) => lines.push(line.replace(/ +[\d.]+ s/, ' TIME')));
  return [...lines, succeeded ? 'succeeded' : 'failed'];
}

describe('stages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stages-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = join(folder, 'report');
  const tally = (text: string) => ({ passed: Number(text), failed: 0 });
  const writing = (count: number): string => node(`fs.writeFileSync(process.env.FILE, '${count}')`);
  const settings = { FILE: file };

  it('say little when they succeed, and count last', async () => {
    expect(
      await said([
        { name: 'lint', command: node("console.log('fine')") },
        { name: 'unit', command: writing(7), settings, report: { file, tally } },
      ]),
    ).toEqual(['✓ lint TIME', '✓ unit TIME  7 of 7 tests passed', '8 passed, 0 failed', 'succeeded']);
  });

  it('say all that a command said when it fails, and go on', async () => {
    expect(
      await said([
        { name: 'lint', command: node("console.log('one'); console.error('two'); process.exit(3)") },
        { name: 'types', command: node('0') },
      ]),
    ).toEqual(['one\ntwo', '✗ lint TIME', '✓ types TIME', '1 passed, 1 failed', 'failed']);
  });

  it('do not run without what they need, and that is a failure too', async () => {
    expect(
      await said([
        { name: 'build', command: node('process.exit(1)') },
        { name: 'browser', command: node('0'), needs: 'build' },
      ]),
    ).toEqual([
      '✗ build TIME',
      '✗ browser did not run, because build failed',
      '0 passed, 2 failed',
      'failed',
    ]);
  });

  it('fail when their tests did not run, whatever an earlier report says', async () => {
    expect(await said([{ name: 'unit', command: writing(7), settings, report: { file, tally } }])).toContain(
      'succeeded',
    );
    expect(await said([{ name: 'unit', command: node('0'), report: { file, tally } }])).toEqual([
      '✗ unit TIME  0 of 1 tests passed',
      '0 passed, 1 failed',
      'failed',
    ]);
  });
});
