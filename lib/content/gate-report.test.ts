import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readGateReport } from './gate-report';

let file = '';

beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'gate-')), 'gate.json');
});

afterEach(() => rm(join(file, '..'), { recursive: true }));

const problem = { code: 'C601', message: 'It passes.', hint: null, file: 'a/start.yaml', place: null };

it('is what was found in the same state of the course', async () => {
  await writeFile(file, JSON.stringify({ stamp: 'now', problems: [problem] }));
  expect(await readGateReport('now', file)).toEqual([problem]);
});

it.each([
  ['in another state', JSON.stringify({ stamp: 'before', problems: [problem] })],
  ['in half a file', '{"stamp": "now", "prob'],
])('says nothing of what was found %s', async (_, text) => {
  await writeFile(file, text);
  expect(await readGateReport('now', file)).toBeNull();
});

it('says nothing where nobody has looked', async () => {
  expect(await readGateReport('now', file)).toBeNull();
});
