// The least that a page can do for the same database: an empty document and one worker, with PGlite as its package
// ships it. What the site's page takes longer than this, the site itself costs.

import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { type Handle, siteHandler } from '@/lib/cli/serve';

export const BARE_PAGE = '/bare-database.html';

const PGLITE = fileURLToPath(new URL('.', import.meta.resolve('@electric-sql/pglite')));

const page = `<!doctype html><meta charset="utf-8"><title>Bare</title><script type="module">
const begun = performance.now();
const worker = new Worker('/bare-database.js', { type: 'module' });
const manifest = await (await fetch('/database/manifest.json')).json();
const at = (file) => fetch('/database/' + file.name);
const [server, installation, snapshot] = await Promise.all([
  WebAssembly.compileStreaming(at(manifest.server)),
  at(manifest.installation).then((answer) => answer.blob()),
  at(manifest.snapshot).then((answer) => answer.blob()),
]);
worker.onmessage = () => performance.measure('database', { start: begun });
worker.postMessage({ server, installation, snapshot });
</script>`;

const worker = `import { PGlite } from '/pglite/index.js';
addEventListener('message', async ({ data }) => {
  const pg = await PGlite.create({
    pgliteWasmModule: data.server,
    initdbWasmModule: new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)),
    fsBundle: data.installation,
    loadDataDir: data.snapshot,
  });
  await pg.query('select 1');
  postMessage('ready');
});`;

/** Serves the bare page, and the built site's database files from the folder that holds the site. */
export function bareHandler(site: string): Handle {
  const files = siteHandler(site, '');
  const pglite = sirv(PGLITE, { etag: true });
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === BARE_PAGE) {
      response.setHeader('content-type', 'text/html;charset=utf-8').end(page);
    } else if (pathname === '/bare-database.js') {
      response.setHeader('content-type', 'text/javascript;charset=utf-8').end(worker);
    } else if (pathname.startsWith('/pglite/')) {
      request.url = pathname.slice('/pglite'.length);
      pglite(request, response);
    } else {
      files(request, response);
    }
  };
}
