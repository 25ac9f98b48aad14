// The least that starts the same database: PGlite as its package ships it, and the files as the site has them.
const code = import('/pglite/index.js');
const manifest = await (await fetch('/database/manifest.json')).json();
const at = (file) => fetch(`/database/${file.name}`);
const [server, installation, snapshot] = await Promise.all([
  WebAssembly.compileStreaming(at(manifest.server)),
  at(manifest.installation).then((answer) => answer.blob()),
  at(manifest.snapshot).then((answer) => answer.blob()),
]);
const { PGlite } = await code;
const pg = await PGlite.create({
  pgliteWasmModule: server,
  initdbWasmModule: new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)),
  fsBundle: installation,
  loadDataDir: snapshot,
});
await pg.query('select 1');
postMessage('ready');
