// How much JavaScript a page sends until it is idle: that of its workers too, which no figure of the page itself has.

import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Request } from '@playwright/test';

/** Milliseconds after the load event in which a page may still think of something. */
const AFTER_LOAD = 5000;

/** Bytes as they crossed the line, headers included, without any input. */
export async function scriptBytes(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  const sizes: Promise<number>[] = [];
  // A request of a worker is none of the page's, but one of the context's.
  context.on('requestfinished', (request) => sizes.push(scriptSize(request)));
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await pause(AFTER_LOAD);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await context.close();
  }
}

async function scriptSize(request: Request): Promise<number> {
  const type = await (await request.response())?.headerValue('content-type');
  if (!type?.includes('javascript')) return 0;
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return responseBodySize + responseHeadersSize;
}
