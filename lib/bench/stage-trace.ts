// Lets Chromium trace what a page does.
import type { Browser, Page } from '@playwright/test';
import type { TraceEvent } from './stage-frames';

/** Only what frames are told by: to trace costs the page something, too. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** What Chromium's trace says of a page while something is done in it. */
export async function traced(
  browser: Browser,
  page: Page,
  play: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await play();
  const trace: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await browser.stopTracing()).toString('utf8'),
  );
  return trace.traceEvents;
}
