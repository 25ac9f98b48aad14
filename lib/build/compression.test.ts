import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compress } from './compression';

describe('compression', () => {
  let root = '';
  let kept = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'compression-'));
    kept = mkdtempSync(join(tmpdir(), 'kept-'));
  });
  afterEach(() => {
    for (const folder of [root, kept]) rmSync(folder, { recursive: true });
  });

  const long = 'at least once, '.repeat(100);
  const write = (name: string, content: string): string => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };

  it('puts a Brotli and a gzip copy beside a file that gains by it', async () => {
    await compress([write('page.html', long)], kept);
    expect(readdirSync(root)).toEqual(['page.html', 'page.html.br', 'page.html.gz']);
    expect(brotliDecompressSync(readFileSync(join(root, 'page.html.br'))).toString()).toBe(long);
    expect(gunzipSync(readFileSync(join(root, 'page.html.gz'))).toString()).toBe(long);
  });

  it('leaves alone what is compressed already, and what would grow', async () => {
    await compress([write('font.woff2', long), write('tiny.js', '1')], kept);
    expect(readdirSync(root)).toEqual(['font.woff2', 'tiny.js']);
  });

  it('does not compress the same content twice', async () => {
    await compress([write('a.js', long)], kept);
    const [brotli = ''] = readdirSync(kept);
    writeFileSync(join(kept, brotli), 'kept');
    await compress([write('b.js', long)], kept);
    expect(readFileSync(join(root, 'b.js.br'), 'utf8')).toBe('kept');
  });

  it('keeps nothing that the last build did not use', async () => {
    await compress([write('a.js', long)], kept);
    const before = readdirSync(kept);
    await compress([write('a.js', `${long}!`)], kept);
    expect(readdirSync(kept)).toHaveLength(2);
    expect(readdirSync(kept)).not.toEqual(expect.arrayContaining(before));
  });
});
