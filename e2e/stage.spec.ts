import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { answer, expectPassed, killDatabase, openWithPlainEditor } from './lesson';
import { solution } from './tables';

const stage = (page: Page): Locator => page.getByRole('region', { name: 'Stage' });
const log = (page: Page): Locator => stage(page).getByRole('log');
const press = (page: Page, name: string) => stage(page).getByRole('button', { name, exact: true }).click();
const row = (page: Page, id: number): Locator =>
  stage(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: String(id), exact: true }) });

/** The strip of counters, as it reads: "rows pending 0". */
const expectCounter = (page: Page, words: string, count: number) =>
  expect(stage(page).locator('dl > div').filter({ hasText: words })).toHaveText(
    new RegExp(`${words}\\s*${count}$`),
  );

/** Passes the check and opens the stage, which plays fast. */
async function openStage(page: Page): Promise<void> {
  await openWithPlainEditor(page);
  await answer(page, solution);
  await expectPassed(page);
  await page.getByRole('button', { name: 'Watch it run' }).click();
  await stage(page).getByRole('combobox', { name: 'Speed' }).selectOption('4×');
}

test('a learner places an order and sees their own row dispatched', async ({ page }) => {
  await openStage(page);
  await press(page, 'Place order');
  await expect(log(page)).toContainText('The relay set dispatched_at on row 1.');
  await expect(row(page, 1)).toContainText('OrderPlaced');
  await expect(row(page, 1)).toContainText(/09:41:\d\d\.\d\d\d/);
  await expectCounter(page, 'events delivered', 1);
  await expectCounter(page, 'rows pending', 0);
  await expectCounter(page, 'redelivered', 0);
});

test('a learner crashes the relay and sees the duplicate, skipped', async ({ page }) => {
  await openStage(page);
  await press(page, 'Crash the relay');
  await press(page, 'Place order');
  await expect(log(page)).toContainText('The relay crashed before it could mark row 1.');
  await expect(log(page)).toContainText('The broker took event 1 again: a duplicate.');
  await expect(log(page)).toContainText('Shipping received event 1 again, knew its id and skipped it.');
  await expectCounter(page, 'redelivered', 1);
  await expectCounter(page, 'events delivered', 1);
  await expectCounter(page, 'lost', 0);
});

test('a learner switches dedup off, and one event has two effects', async ({ page }) => {
  await openStage(page);
  await stage(page).getByRole('switch', { name: 'Dedup' }).click();
  await press(page, 'Crash the relay');
  await press(page, 'Place order');
  await expect(log(page)).toContainText('2 effects of one event.');
});

test('a learner rolls an order back, and neither row nor event is left', async ({ page }) => {
  await openStage(page);
  await press(page, 'Place order and roll back');
  await expect(log(page)).toContainText('order 1 and row 1 are both gone');
  await press(page, 'Place order');
  await expect(log(page)).toContainText('The relay set dispatched_at on row 2.');
  await expect(row(page, 1)).toHaveCount(0);
  await expect(row(page, 2)).toHaveCount(1);
});

test('a learner takes the broker down: rows wait, nothing is lost, then they drain', async ({ page }) => {
  await openStage(page);
  await press(page, 'Broker down');
  await press(page, 'Place order');
  await expect(log(page)).toContainText('Row 1 stays pending.');
  await expectCounter(page, 'rows pending', 1);
  await expectCounter(page, 'lost', 0);
  await press(page, 'Broker up');
  await expect(log(page)).toContainText('The relay set dispatched_at on row 1.');
  await expectCounter(page, 'rows pending', 0);
});

test('a learner steps back and forward through the run by keys', async ({ page }) => {
  await openStage(page);
  await press(page, 'Place order');
  await expect(log(page)).toContainText('The relay set dispatched_at on row 1.');
  await stage(page).focus();
  const entries = log(page).getByRole('listitem');
  await expectCounter(page, 'events delivered', 1);
  const all = await entries.count();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(entries).toHaveCount(all - 2);
  await page.keyboard.press('ArrowRight');
  await expect(entries).toHaveCount(all - 1);
  await page.keyboard.press('o');
  await page.keyboard.press('Space');
  await expect(log(page)).toContainText('dispatched_at on row 2.');
});

test('the same deeds bring the same run', async ({ page }) => {
  await openStage(page);
  const times: string[][] = [];
  for (const _ of ['once', 'twice']) {
    await stage(page).getByRole('slider', { name: 'Moment of the run' }).focus();
    await press(page, 'Place order');
    await expect(log(page)).toContainText('The relay set dispatched_at on row 1.');
    await expectCounter(page, 'events delivered', 1);
    times.push(await log(page).getByRole('listitem').allInnerTexts());
    await press(page, 'Start over');
  }
  expect(times[0]).toEqual(times[1]);
});

test('the stage comes back after a reload, in the learner’s own table', async ({ page }) => {
  await openStage(page);
  await page.reload();
  await page.getByRole('tab', { name: 'Watch it run' }).click();
  await press(page, 'Place order');
  await expect(row(page, 1)).toContainText('OrderPlaced');
});

test('a database that dies under the stage is replaced, and the rows are there again', async ({ page }) => {
  await openStage(page);
  await press(page, 'Place order');
  await expect(log(page)).toContainText('The relay set dispatched_at on row 1.');
  await killDatabase(page);
  await press(page, 'Place order');
  await expect(log(page)).toContainText('dispatched_at on row 2.');
  await expect(row(page, 2)).toContainText(/09:41:\d\d\.\d\d\d/, { timeout: 20_000 });
});

test('a learner asks about every schedule: it holds, and without dedup it breaks in eight steps', async ({
  page,
}) => {
  await openStage(page);
  const schedules = stage(page).getByRole('region', { name: 'Every schedule' });
  await press(page, 'Check every schedule');
  await expect(schedules).toContainText('Holds within these budgets', { timeout: 20_000 });
  await stage(page).getByRole('switch', { name: 'Dedup' }).click();
  await press(page, 'Check every schedule');
  await expect(schedules).toContainText('After 8 steps one event has two effects.', { timeout: 20_000 });
  await expect(schedules.getByRole('listitem')).toHaveCount(8);
  await expect(schedules.getByRole('listitem').last()).toContainText('2 effects of one event.');
  await schedules.getByRole('button', { name: 'Close' }).click();
  await expect(schedules).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the stage has no barrier in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openStage(page);
    await press(page, 'Crash the relay');
    await press(page, 'Place order');
    await expect(log(page)).toContainText('skipped it');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('with reduced motion nothing slides, and every step is told', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStage(page);
  await press(page, 'Place order');
  await expect(log(page)).toContainText('Shipping received event 1, recorded its id and booked the parcel');
});
