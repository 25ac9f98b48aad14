import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { kinds } from '@/lib/activities/registry';
import { ruleNames } from '@/lib/activities/schema/rules';
import { examplesIn } from '@/lib/course/guide';
import { keyTables, type Properties } from '@/lib/shared/key-table';

const file = 'lessons/README.md';
let guide = readFileSync(file, 'utf8');

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
    expect(output.toString()).toBe('1 lesson, 9 activities, 41 answers: no problem\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([...kinds])('the guide has every key of the kind %s, as its schema has it', (name, { keys }) => {
  const marks = [`<!-- keys of ${name} -->\n`, `\n<!-- /keys of ${name} -->`] as const;
  const [before = '', rest = ''] = guide.split(marks[0]);
  const after = rest.slice(Math.max(0, rest.indexOf(marks[1])));
  const whole = `${before}${marks[0]}${keyTables(keys as Properties)}${after}`;
  if (process.env['UPDATE_GUIDE'] === '1' && guide.includes(marks[0])) {
    guide = whole;
    writeFileSync(file, whole);
  }
  expect(guide).toBe(whole);
});

it.each(ruleNames)('the guide tells of the rule %s', (rule) => {
  expect(guide).toContain(`\`${rule}\``);
});
