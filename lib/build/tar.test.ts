import { expect, it } from 'vitest';
import { tar } from './tar';

const textAt = (archive: Uint8Array, start: number, length: number) =>
  Buffer.from(archive)
    .toString('latin1', start, start + length)
    .replaceAll('\0', '');

it('is a header and a content in whole blocks for each entry, and two blocks at the end', () => {
  const archive = tar([
    { path: 'base/', content: null },
    { path: 'base/5', content: Buffer.from('x'.repeat(513)) },
  ]);
  expect(archive.length).toBe(512 * (1 + 1 + 2 + 2));
  expect(textAt(archive, 0, 100)).toBe('base/');
  expect(textAt(archive, 156, 1)).toBe('5');
  expect(textAt(archive, 512, 100)).toBe('base/5');
  expect(textAt(archive, 512 + 124, 12)).toBe('00000001001');
  expect(textAt(archive, 1024, 513)).toBe('x'.repeat(513));
});

it('carries in each header the sum of its bytes, its own field counted as blanks', () => {
  const header = tar([{ path: 'a', content: null }]).slice(0, 512);
  const sum = Number.parseInt(textAt(header, 148, 6), 8);
  expect(header.fill(0x20, 148, 156).reduce((total, byte) => total + byte, 0)).toBe(sum);
});

it('refuses a path that its header cannot hold', () => {
  const path = 'p'.repeat(101);
  expect(() => tar([{ path, content: null }])).toThrow(`Too long for a tar: ${path}`);
});
