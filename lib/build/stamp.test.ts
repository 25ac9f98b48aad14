import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesAt, stampOf } from './stamp';

describe('a stamp', () => {
  const a = { path: 'a', content: '1' };
  const b = { path: 'b', content: '2' };
  const stamp = stampOf([a, b]);

  it('is equal for equal inputs, text or bytes', () => {
    expect(stampOf([a, { path: 'b', content: Buffer.from('2') }])).toBe(stamp);
  });
  it.each([
    ['a content changed', [a, { path: 'b', content: '3' }]],
    ['a file was renamed', [a, { path: 'c', content: '2' }]],
    ['a file went', [a]],
    ['a file came', [a, b, { path: 'c', content: '' }]],
    ['a line moved from one file to the next', [{ path: 'a', content: '1b\n1\n2' }]],
  ])('differs when %s', (_, inputs) => {
    expect(stampOf(inputs)).not.toBe(stamp);
  });
});

describe('the files that a build reads', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'stamp-'));
    mkdirSync(join(root, 'deep/er'), { recursive: true });
    for (const file of ['z.ts', 'deep/er/a.ts', 'deep/a.test.ts']) writeFileSync(join(root, file), file);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const paths = (path: string): string[] =>
    [...filesAt(join(root, path), (file) => file.endsWith('.test.ts'))].map((file) =>
      file.path.slice(root.length + 1),
    );

  it('are all below a folder, in order, without those left out', () => {
    expect(paths('')).toEqual(['deep/er/a.ts', 'z.ts']);
  });
  it('may be one file', () => {
    expect(paths('z.ts')).toEqual(['z.ts']);
  });
  it('are none where nothing stands', () => {
    expect(paths('nowhere')).toEqual([]);
  });
});
