// The stage of the sandbox: what a frame costs while it plays, what a moment costs that is scrubbed to, what it sends.

import { type Browser, chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '@/e2e/browser';
import { type Figures, median, percentile95, repeated } from './figures';
import { droppedShare, type Frame } from './stage-frames';
import { bareFrames, playedFrames } from './stage-play';
import { longRun, scrub, scrubWork } from './stage-scrub';
import { scriptBytes } from './stage-weight';

const LESSON = '/lessons/asynchronous-integration/';

/** Of each figure: the median of several runs is told, for machines are noisy. */
const RUNS = 3;

/** When three hundred messages are on their way, in milliseconds of the run. */
const CROWDED = { from: 20_077, to: 20_152 };

/** Where the run flows in full, before its broker goes away. */
const FLOWING = { from: 0, to: 90 };

/** All figures of the stage, of a site at an address. */
export async function measureStage(address: string): Promise<Figures> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
  const sandbox = `${address}/sandbox/`;
  try {
    const bare = await frames(browser, bareFrames);
    const tokens = await played(browser, `${sandbox}#p=three-hundred`, CROWDED);
    const flows = await played(browser, `${sandbox}#p=hundred-thousand`, FLOWING);
    const scrubbed = await scrubs(browser, `${sandbox}${await longRun()}`);
    const weight = (await scriptBytes(browser, sandbox)) - (await scriptBytes(browser, address + LESSON));
    return {
      'stage.frameP95Ms': tokens.work,
      'stage.droppedFrames': tokens.dropped,
      'stage.flowFrameP95Ms': flows.work,
      'stage.flowDroppedFrames': flows.dropped,
      'stage.bareFrameP95Ms': bare.work,
      'stage.bareDroppedFrames': bare.dropped,
      ...scrubbed,
      'stage.sandboxKilobytes': weight / 1000,
    };
  } finally {
    await browser.close();
  }
}

const played = (browser: Browser, url: string, span: { readonly from: number; readonly to: number }) =>
  frames(browser, async (page) => {
    await page.goto(url);
    return await playedFrames(browser, page, span);
  });

/** The work of a frame and the share of those that were dropped. */
async function frames(browser: Browser, play: (page: Page, browser: Browser) => Promise<readonly Frame[]>) {
  const runs = await repeated(RUNS, () => onPage(browser, (page) => play(page, browser)));
  return {
    work: median(runs.map((run) => percentile95(run.map(({ work }) => work)))),
    dropped: median(runs.map(droppedShare)),
  };
}

async function scrubs(browser: Browser, url: string): Promise<Figures> {
  const runs = await repeated(RUNS, () => onPage(browser, (page) => scrub(page, url)));
  const work = await repeated(RUNS, () => onPage(browser, (page) => scrubWork(browser, page, url)));
  return {
    'stage.scrubP95Ms': median(runs.map(percentile95)),
    'stage.scrubMedianMs': median(runs.map(median)),
    'stage.scrubWorkP95Ms': median(work.map(percentile95)),
  };
}

/** A page with nothing in any cache. The charts' library wants to know in which language it draws. */
async function onPage<Value>(browser: Browser, measure: (page: Page) => Promise<Value>): Promise<Value> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    return await measure(await context.newPage());
  } finally {
    await context.close();
  }
}
