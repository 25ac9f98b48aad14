import type { Browser, BrowserContextOptions, CDPSession, Page } from '@playwright/test';

/** On what a page is seen. */
export interface Profile {
  /** Added to the figures' names. */
  readonly ending: '' | '.throttled';
  readonly screen: BrowserContextOptions;
  readonly slowed: boolean;
}

export const profiles: readonly Profile[] = [
  { ending: '', screen: { viewport: { width: 1440, height: 900 } }, slowed: false },
  {
    ending: '.throttled',
    screen: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    slowed: true,
  },
];

const PROCESSOR_RATE = 4;
const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 };

/** Runs `measure` on a fresh page with nothing in any cache. */
export async function visit<Value>(
  browser: Browser,
  profile: Profile,
  measure: (page: Page, devtools: CDPSession) => Promise<Value>,
): Promise<Value> {
  const context = await browser.newContext(profile.screen);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    if (profile.slowed) {
      await devtools.send('Network.emulateNetworkConditions', line);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR_RATE });
    }
    return await measure(page, devtools);
  } finally {
    await context.close();
  }
}
