// How soon PostgreSQL is there once the lesson page begins to load it, beside a page that does nothing else. Both cold,
// turn about in one browser, so that what else the machine does befalls them alike.

import { type Browser, chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '@/e2e/browser';
import { SITE } from '@/lib/build/site';
import { addressOf, listen } from '@/lib/cli/serve';
import { bareHandler } from './bare-database';
import { type Figures, median } from './figures';
import { profiles, visit } from './visit';

const RUNS = 7;
const LESSON = '/lessons/asynchronous-integration/';

/** Of the site that is served at an address and stands in `out/`. */
export async function measureDatabase(siteUrl: string): Promise<Figures> {
  const server = await listen(0, bareHandler(SITE));
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
  try {
    const site: number[] = [];
    const bare: number[] = [];
    for (let done = 0; done < RUNS; done += 1) {
      bare.push(await bootOn(browser, addressOf(server, ''), async () => {}));
      site.push(await bootOn(browser, siteUrl + LESSON, showInterest));
    }
    const figures = { 'db.bootMs': median(site), 'db.bareBootMs': median(bare) };
    return { ...figures, 'db.bootRatio': figures['db.bootMs'] / figures['db.bareBootMs'] };
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Milliseconds from when the page began to load the database until it answered, with nothing in any cache. */
const bootOn = (browser: Browser, url: string, begin: (page: Page) => Promise<void>): Promise<number> =>
  visit(browser, desktop, async (page) => {
    await page.goto(url);
    await begin(page);
    const measured = await page.waitForFunction(() => performance.getEntriesByName('database')[0]?.duration);
    return Number(await measured.jsonValue());
  });

/** A learner puts the caret into the editor. */
const showInterest = (page: Page): Promise<void> => page.getByRole('textbox').first().click();

const [desktop = { ending: '', screen: {}, slowed: false }] = profiles;
