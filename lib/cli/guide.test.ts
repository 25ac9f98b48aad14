import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleNames } from '@/lib/activities/schema/rules';
import { examplesIn } from '@/lib/course/guide';

const guide = readFileSync('lessons/README.md', 'utf8');

function writeExamples(folder: string): void {
  for (const [path, text] of examplesIn(guide)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, '01-sending/01-hello/row.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
}

it('the examples of the guide for authors make a course that proves itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    writeExamples(folder);
    const env = { ...process.env, LESSONS_DIR: folder };
    const output = execFileSync(process.execPath, ['--import', 'tsx', 'lib/cli/lint.ts'], { env });
    expect(output.toString()).toBe('1 lesson, 1 activity, 4 answers: no problem\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each(ruleNames)('the guide tells of the rule %s', (rule) => {
  expect(guide).toContain(`\`${rule}\``);
});
