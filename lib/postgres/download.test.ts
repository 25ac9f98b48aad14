import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { download, FileMissing } from './download';
import type { Manifest } from './manifest';

const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const contents: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  'server-1.wasm': emptyModule,
  'installation-2.data': new TextEncoder().encode('zones and words'),
  'snapshot-3.data': new TextEncoder().encode('pages and pages'),
};

const fileOf = (name: string) => {
  const content = contents[name] ?? Uint8Array.of();
  return { name, bytes: content.length, gzipBytes: gzipSync(content).length };
};

const manifest: Manifest = {
  madeFrom: 'test',
  server: fileOf('server-1.wasm'),
  installation: fileOf('installation-2.data'),
  snapshot: fileOf('snapshot-3.data'),
};

const folder = new URL('https://school.example/course/database/');

/** A host that knows the manifest and answers everything else with `answer`. */
function host(answer: (name: string) => Response) {
  const asked: string[] = [];
  const get: typeof fetch = (input) => {
    const url = new URL(String(input));
    const name = url.pathname.replace('/course/database/', '');
    if (name === 'manifest.json') return Promise.resolve(Response.json(manifest));
    asked.push(name);
    const response = answer(name);
    Object.defineProperty(response, 'url', { value: url.href });
    return Promise.resolve(response);
  };
  return { asked, get };
}

async function loadFrom(answer: (name: string) => Response) {
  const { asked, get } = host(answer);
  const reports: [number, number][] = [];
  const files = await download(folder, (...report) => reports.push(report), get);
  return {
    asked,
    reports,
    server: files.server instanceof WebAssembly.Module,
    installation: await files.installation.text(),
    snapshot: await files.snapshot.text(),
  };
}

const whole = { server: true, installation: 'zones and words', snapshot: 'pages and pages' };
const plain = (name: string) => new Response(contents[name]);

describe('the files of the database', () => {
  it('are left to a host that compresses, and counted as they travel', async () => {
    const loaded = await loadFrom(
      (name) =>
        new Response(contents[name], { headers: { 'content-encoding': 'br', 'content-length': '5' } }),
    );
    expect(loaded).toMatchObject(whole);
    expect(loaded.asked).toEqual(['server-1.wasm', 'installation-2.data', 'snapshot-3.data']);
    expect(loaded.reports.at(-1)).toEqual([15, 15]);
  });

  it('are unpacked here when the host does not compress', async () => {
    const loaded = await loadFrom((name) =>
      name.endsWith('.gz') ? new Response(gzipSync(contents[name.slice(0, -3)] ?? '')) : plain(name),
    );
    expect(loaded).toMatchObject(whole);
    expect(loaded.asked).toEqual(expect.arrayContaining(['server-1.wasm.gz', 'snapshot-3.data.gz']));
    const total = manifest.server.gzipBytes + manifest.installation.gzipBytes + manifest.snapshot.gzipBytes;
    expect(loaded.reports.at(-1)).toEqual([total, total]);
  });

  it('are not unpacked twice where a host declares its .gz files as encoded', async () => {
    const loaded = await loadFrom((name) =>
      name.endsWith('.gz')
        ? new Response(contents[name.slice(0, -3)], { headers: { 'content-encoding': 'gzip' } })
        : plain(name),
    );
    expect(loaded).toMatchObject(whole);
  });

  it('that are not there say so', async () => {
    await expect(loadFrom(() => new Response('', { status: 404 }))).rejects.toEqual(
      new FileMissing(new URL('server-1.wasm', folder), 404),
    );
  });
});
