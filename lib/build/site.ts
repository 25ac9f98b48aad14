// The whole build: the database files, Next's export, and what any static host then needs beside it.

import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compress } from './compression';
import { secured } from './content-security';
import { runNext } from './next';
import { makeDatabaseFiles } from './snapshot';
import { filesAt, stampOf } from './stamp';

/** Where the export stands. */
export const SITE = 'out';

/** In the export itself, so that it goes when anything else rebuilds or removes it. */
const STAMP = join(SITE, '.stamp');

const COMPRESSED = '.cache/compressed';

const sources = [
  'app',
  'components',
  'lib',
  'public',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

const leftOut = (path: string): boolean =>
  path.startsWith(join('public', 'database')) || /\.(test\.tsx?|md|tsbuildinfo)$/.test(path);

/** Builds the site unless it already stands as its sources are; true when it had to. */
export async function buildIfNeeded(): Promise<boolean> {
  if (isCurrent()) return false;
  await build();
  return true;
}

const isCurrent = (): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceStamp();

/** Builds the site, whatever stands. What it has to say goes to standard error. */
export async function build(): Promise<void> {
  const stamp = sourceStamp();
  await makeDatabaseFiles();
  await exportPages();
  await dropSpareDatabase();
  const files = await siteFiles();
  await Promise.all(files.filter((file) => file.endsWith('.html')).map(secureFile));
  await compress(files, COMPRESSED);
  await writeFile(STAMP, stamp);
}

function sourceStamp(): string {
  const settings = [process.version, process.env['BASE_PATH'] ?? ''].join('\n');
  return stampOf(everySource(settings));
}

function* everySource(settings: string) {
  yield { path: 'settings', content: settings };
  for (const source of sources) yield* filesAt(source, leftOut);
  yield* filesAt(process.env['LESSONS_DIR'] || 'lessons', () => false);
}

async function exportPages(): Promise<void> {
  const code = await runNext(['build'], { NODE_ENV: 'production' });
  if (code !== 0) throw new BuildFailure();
}

/** The pages could not be made; Next has said why. */
export class BuildFailure extends Error {
  override readonly message = 'The site could not be built; the reason stands above.';
}

/** The bundler copies PGlite's own files, since its code names them; the page fetches those of `database/` instead. */
async function dropSpareDatabase(): Promise<void> {
  const media = join(SITE, '_next', 'static', 'media');
  const spare = (await readdir(media)).filter((name) =>
    /^(?:pglite|initdb)\.[^.]+\.(?:wasm|data)$/.test(name),
  );
  await Promise.all(spare.map((name) => rm(join(media, name))));
}

async function siteFiles(): Promise<string[]> {
  const entries = await readdir(SITE, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function secureFile(file: string): Promise<void> {
  await writeFile(file, secured(await readFile(file, 'utf8')));
}
