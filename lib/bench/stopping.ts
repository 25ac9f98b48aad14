// How soon a page can judge code again after somebody has stopped a check of code: the worker is ended, and a fresh one
// fetches and compiles its sandbox from what the browser keeps.
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '@/e2e/browser';
import { type Figures, median, repeated } from './figures';

const RUNS = 3;

/** Sends all rows at once, which may arrive in a great many orders: there is time enough to press Stop. */
const SLOW = `export default async function relay({ outbox, broker }) {
  const rows = await outbox.pending(10);
  rows.forEach(async (row) => {
    await broker.publish(row);
    await outbox.mark(row.id);
  });
}
`;

/** What the page says of code that passed. */
const PASSED = 'Your code was run in every order of things, and every check passed.';

/** From Stop to the verdict on the next answer, less what that verdict takes of a worker that is warm. */
export async function measureStopping(address: string, solution: string): Promise<Figures> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserArguments] });
  try {
    return {
      'grade.killToReadyMs': median(await repeated(RUNS, () => afterStop(browser, address, solution))),
    };
  } finally {
    await browser.close();
  }
}

async function afterStop(browser: Browser, address: string, solution: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => localStorage.setItem('alo.editor', 'plain'));
    await page.goto(address);
    await verdictMs(page, solution);
    const warm = await verdictMs(page, solution);
    await check(page).click();
    const stop = page.getByRole('button', { name: 'Stop', exact: true });
    await stop.waitFor();
    await stop.click();
    return (await verdictMs(page, solution)) - warm;
  } finally {
    await context.close();
  }
}

const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true });

const write = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Playground' }).getByRole('textbox').fill(text);

/** Milliseconds until an answer that is right has been found so. */
async function verdictMs(page: Page, solution: string): Promise<number> {
  await write(page, solution);
  const begun = performance.now();
  await check(page).click();
  await page.getByText(PASSED).waitFor();
  const took = performance.now() - begun;
  // The next answer is not to be taken for this one.
  await write(page, SLOW);
  await page.getByText(PASSED).waitFor({ state: 'detached' });
  return took;
}
