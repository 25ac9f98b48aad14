// What the lesson page weighs and how soon it is there, beside a page with the same text and nothing else.

import { type Browser, chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '@/e2e/browser';
import { addressOf, listen } from '@/lib/cli/serve';
import { barePage } from './bare-page';
import { editorReady } from './editor-ready';
import { BARE, type Figures, median, medians, renamed, repeated } from './figures';
import { lighthouse } from './lighthouse';
import { load } from './load';
import { type Profile, profiles, visit } from './visit';

const RUNS = 5;

/** All figures of the page at an address, Lighthouse's scores among them. */
export async function measurePage(url: string): Promise<Figures> {
  const bare = await serveBare(url);
  const executablePath = findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...browserArguments] });
  try {
    const figures: Figures[] = [];
    for (const profile of profiles) {
      const name = (prefix: string) => (old: string) => prefix + old + profile.ending;
      figures.push(
        renamed(await loads(browser, profile, url), name('page.')),
        renamed(await editors(browser, profile, url), name('page.')),
        renamed(await loads(browser, profile, bare.url), name(BARE)),
      );
    }
    return Object.assign({}, ...figures, await lighthouse(url, executablePath));
  } finally {
    await browser.close();
    bare.close();
  }
}

const loads = async (browser: Browser, profile: Profile, url: string): Promise<Figures> =>
  medians(await repeated(RUNS, () => visit(browser, profile, (page, devtools) => load(page, devtools, url))));

const editors = async (browser: Browser, profile: Profile, url: string): Promise<Figures> => ({
  editorReadyMs: median(
    await repeated(RUNS, () => visit(browser, profile, (page) => editorReady(page, url))),
  ),
});

async function serveBare(url: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const page = barePage(await (await fetch(url)).text());
  const server = await listen(0, (_, response) => {
    response.setHeader('content-type', 'text/html;charset=utf-8');
    response.end(page);
  });
  return { url: addressOf(server, ''), close: () => server.close() };
}
