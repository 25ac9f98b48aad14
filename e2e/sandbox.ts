// What a person does in the sandbox, by the names that they see.
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** More orders of things than anybody waits for. */
export const BIG = `seed: 1
workload: { orders: 9, aggregates: 3 }
relays: { count: 3 }
budgets: { crashes: 4, redeliveries: 4, states: 100000000 }
`;

/** In every sandbox test: nobody but the site itself is asked for anything, and the page has nothing to complain about. */
export const test = base.extend<{ readonly watched: undefined }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const asked: string[] = [];
      const complaints: string[] = [];
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== baseURL && protocol !== 'blob:') asked.push(request.url());
      });
      context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      context.on('weberror', (error) => complaints.push(error.error().message));
      await use(undefined);
      expect({ asked, complaints }).toEqual({ asked: [], complaints: [] });
    },
    { auto: true },
  ],
});

export const stage = (page: Page): Locator => page.getByRole('region', { name: 'Stage', exact: true });
export const log = (page: Page): Locator => stage(page).getByRole('log', { name: 'What happened' });
export const entries = (page: Page): Locator => log(page).getByRole('listitem');
export const scenarioText = (page: Page): Locator => page.getByRole('textbox', { name: 'Scenario as YAML' });
export const schedules = (page: Page): Locator => stage(page).getByRole('region', { name: 'Every schedule' });
export const playhead = (page: Page): Locator =>
  stage(page).getByRole('slider', { name: 'Moment of the run' });

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  stage(page).getByRole('button', { name, exact: true }).click();

/** Opens the sandbox at a hash, paused at the start of its run, with the plain editor. */
export async function openSandbox(page: Page, hash = ''): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('alo.editor', 'plain'));
  await page.goto(`/sandbox/${hash}`);
  await expectRun(page);
  await toStart(page);
}

/** The run has been computed, and can be played. */
export const expectRun = (page: Page): Promise<void> =>
  expect(stage(page).getByRole('button', { name: /^(Play|Pause|Replay)/ })).toHaveAttribute(
    'aria-disabled',
    'false',
  );

/** Gives the stage the focus, and its playhead the start of the run: from now on time passes only as keys say. */
export async function toStart(page: Page): Promise<void> {
  await stage(page).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(playhead(page)).toHaveValue('0');
}

export async function toEnd(page: Page): Promise<void> {
  await stage(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(stage(page).getByRole('button', { name: 'Replay' })).toBeVisible();
  // The log comes after the picture.
  await expect(log(page)).toContainText(/All is quiet|The broker is down: what is pending waits/);
}

/** Goes to the end of a run that is perhaps still being computed, until the log has told it. */
export async function expectToldInTheEnd(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await toEnd(page);
    await expect(log(page)).toContainText(words, { timeout: 500 });
  }).toPass();
}

/** Writes a scenario in place of what stands there. */
export const write = (page: Page, text: string): Promise<void> => scenarioText(page).fill(text);

/** The deeds that can be done, at the moment that was asked about. */
export const menu = (page: Page): Locator => page.getByRole('menu');

/** Clicks the timeline between what was done, so far along the run as `part` of it says. */
export async function clickTimeline(page: Page, part: number): Promise<void> {
  const track = stage(page).getByRole('group', { name: 'What was done' });
  await track.scrollIntoViewIfNeeded();
  const box = await track.boundingBox();
  if (box === null) throw new Error('The timeline is not in sight.');
  await track.click({ position: { x: Math.round(box.width * part), y: box.height / 2 } });
}

/** The number beside a word in the strip of counters. */
export const counter = (page: Page, words: string): Locator =>
  stage(page)
    .getByRole('definition')
    .and(stage(page).locator(`dt:has-text("${words}") + dd`));

/** Brings the log's first entries onto the page: of a longer run only the newest are there. */
export async function lookBack(page: Page): Promise<void> {
  const earlier = log(page).getByRole('button', { name: /^Show \d+ earlier$/ });
  while (await earlier.isVisible()) await earlier.click();
}

/** What the log says, all of it, as `toHaveText` compares it. */
export async function wholeLog(page: Page): Promise<string[]> {
  await toEnd(page);
  await lookBack(page);
  return entries(page).allTextContents();
}
