// Finds a Chromium for the browser tests and the figures, in this order: the one that $CHROMIUM names; Playwright's
// own; one on this machine; one that Playwright's installer fetches; one that an npm package carries.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { packagedChromium } from './packaged-chromium';

/** Command-line switches for a browser that draws without a graphics card and asks nobody for anything. */
export const browserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a browser that starts; found, or fetched. */
export function findBrowser(): string {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!existsSync(named)) throw new Error(`$CHROMIUM names ${named}, and no file is there.`);
    return named;
  }
  const own = chromium.executablePath();
  return (
    [own, ...onThisMachine()].find(starts) ?? (fetchPlaywrights() && starts(own) ? own : packagedChromium())
  );
}

function onThisMachine(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders.flatMap((folder) => commands.map((command) => join(folder, command))), ...applications];
}

/** A browser may be there and still lack a library. (On Windows asking for the version would open a window.) */
const starts = (path: string): boolean =>
  existsSync(path) && (process.platform === 'win32' || spawnSync(path, ['--version']).status === 0);

/** Fails within seconds where its servers are out of reach. */
function fetchPlaywrights(): boolean {
  const require = createRequire(import.meta.url);
  const tool = join(require.resolve('@playwright/test/package.json'), '../cli.js');
  return spawnSync(process.execPath, [tool, 'install', '--no-shell', 'chromium']).status === 0;
}
