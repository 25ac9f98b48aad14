import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, listen, pathBelow, siteHandler } from './serve';

describe('the path below the base path', () => {
  it.each([
    ['', '/lessons/', '/lessons/'],
    ['/course', '/course', '/'],
    ['/course', '/course/', '/'],
    ['/course', '/course/a.js?v=1', '/a.js?v=1'],
    ['/course', '/courses/', null],
    ['/course', '/', null],
  ])('below "%s", %s is %s', (basePath, path, expected) => {
    expect(pathBelow(basePath, path)).toBe(expected);
  });
});

describe('the served site', () => {
  let folder = '';
  let server: Server;
  const files = {
    'index.html': '<p>Home',
    '404.html': '<p>Nothing here',
    'lessons/a/index.html': '<p>Lesson',
    '_next/static/chunks/a1.js': 'go()',
    'database/server-0123456789ab.wasm': 'wasm',
    'database/snapshot-0123456789ab.data': 'data',
    'database/manifest.json': '{}',
    '.stamp': 'stamp',
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'serve-'));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    writeFileSync(join(folder, 'index.html.br'), brotliCompressSync('<p>Home, small'));
    server = await listen(0, siteHandler(folder, '/course'));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, encoding = 'identity'): Promise<Response> =>
    fetch(new URL(path, addressOf(server, '/course')), { headers: { 'accept-encoding': encoding } });

  it.each([
    ['', 'text/html;charset=utf-8', '<p>Home'],
    ['lessons/a/', 'text/html;charset=utf-8', '<p>Lesson'],
    ['_next/static/chunks/a1.js', 'text/javascript', 'go()'],
    ['database/server-0123456789ab.wasm', 'application/wasm', 'wasm'],
    ['database/snapshot-0123456789ab.data', 'application/octet-stream', 'data'],
  ])('answers for "%s" with %s', async (path, type, text) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(text);
  });

  it('sends the compressed copy to a browser that takes it', async () => {
    const response = await get('', 'gzip, br');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe('<p>Home, small');
  });

  it.each([
    ['_next/static/chunks/a1.js', 'public, max-age=31536000, immutable'],
    ['database/server-0123456789ab.wasm', 'public, max-age=31536000, immutable'],
    ['database/manifest.json', 'no-cache'],
    ['', 'no-cache'],
  ])('lets a browser keep what bears a hash, and nothing else: "%s"', async (path, expected) => {
    expect((await get(path)).headers.get('cache-control')).toBe(expected);
  });

  it('gives scripts the policy, for those that become workers', async () => {
    const policy = (await get('_next/static/chunks/a1.js')).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

  it.each(['nowhere/', '.stamp', '../package.json', '%E0%A4%A'])(
    'has its own page for "%s"',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('<p>Nothing here');
    },
  );

  it('answers for nothing outside the base path', async () => {
    expect((await get('/')).status).toBe(404);
  });

  it('says so when a port is busy', async () => {
    const port = Number(new URL(addressOf(server, '')).port);
    await expect(listen(port, () => undefined)).rejects.toThrow(
      `listen EADDRINUSE: address already in use :::${port}`,
    );
  });
});
