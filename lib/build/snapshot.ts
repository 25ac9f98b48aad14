// The files that a database starts from, made once for each PGlite and each way of making them: PostgreSQL's
// WebAssembly, its installation lightened, and a shrunk data directory. A gzip stands beside each, for hosts that do
// not compress.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { DATABASE_FOLDER, type DatabaseFile, MANIFEST, type Manifest } from '@/lib/postgres/manifest';
import { makeDataDirectory } from './data-directory';
import { lightened } from './installation';

const root = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = join(root, 'public', DATABASE_FOLDER);
const PGLITE = fileURLToPath(new URL('.', import.meta.resolve('@electric-sql/pglite')));

/** Whoever changes one of these makes other files. */
const recipe = [
  join(PGLITE, '../package.json'),
  ...['snapshot', 'data-directory', 'installation', 'tar'].map((name) => join(root, `lib/build/${name}.ts`)),
  join(root, 'lib/postgres/start-params.ts'),
];

/** Makes the files in `public/database/` unless they stand there already; true when it had to. */
export async function makeDatabaseFiles(): Promise<boolean> {
  const madeFrom = hash(Buffer.concat(await Promise.all(recipe.map((file) => readFile(file)))));
  if (await isMade(madeFrom)) return false;
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const [server, bundle, loader, snapshot] = await Promise.all([
    readFile(join(PGLITE, 'pglite.wasm')),
    readFile(join(PGLITE, 'pglite.data')),
    readFile(join(PGLITE, 'pglite.js'), 'utf8'),
    makeDataDirectory(),
  ]);
  const manifest: Manifest = {
    madeFrom,
    server: await keep('server.wasm', server),
    installation: await keep('installation.data', lightened(bundle, loader)),
    snapshot: await keep('snapshot.data', snapshot),
  };
  // Last and in one go: where there is a manifest, all that it names is there.
  await writeFile(join(FOLDER, `${MANIFEST}.draft`), JSON.stringify(manifest));
  await rename(join(FOLDER, `${MANIFEST}.draft`), join(FOLDER, MANIFEST));
  return true;
}

async function isMade(madeFrom: string): Promise<boolean> {
  const file = join(FOLDER, MANIFEST);
  if (!existsSync(file)) return false;
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  return manifest.madeFrom === madeFrom;
}

async function keep(title: string, content: Uint8Array): Promise<DatabaseFile> {
  const ending = extname(title);
  const name = `${title.slice(0, -ending.length)}-${hash(content).slice(0, 12)}${ending}`;
  const packed = await promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION });
  await Promise.all([writeFile(join(FOLDER, name), content), writeFile(join(FOLDER, `${name}.gz`), packed)]);
  return { name, bytes: content.length, gzipBytes: packed.length };
}

const hash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
