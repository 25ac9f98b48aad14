// Packages too big for every clone, fetched when a command first needs one and kept below .cache/, which git ignores.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const CACHE = '.cache';

/**
 * Makes a folder of the cache once: `make` fills a draft, which takes its place when it is whole, so that an
 * interruption leaves nothing half made.
 */
export function cached(name: string, make: (draft: string) => void): string {
  const folder = resolve(CACHE, name);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    make(draft);
    // Another process may have been faster, and made the same.
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** The folder of a package and everything that it depends on; throws where the registry cannot be reached. */
export function fetchPackage(name: string, version: string): string {
  const folder = cached(`${name.replace('/', '-')}-${version}`, (draft) => {
    process.stderr.write(`Fetching ${name} ${version}, once.\n`);
    npm(
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefix',
      draft,
      `${name}@${version}`,
    );
  });
  return join(folder, 'node_modules', name);
}

function npm(...parameters: readonly string[]): void {
  const script = process.env['npm_execpath'];
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []];
  const { status } = spawnSync(command, [...first, ...parameters], {
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    shell: script === undefined && process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${parameters.join(' ')} failed; it says why above.`);
}
