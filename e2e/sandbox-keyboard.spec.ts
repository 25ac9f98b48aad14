import { expect, type Page } from '@playwright/test';
import { entries, expectRun, log, menu, openSandbox, playhead, stage, test } from './sandbox';

/** Presses Tab, or Shift and Tab, until the named button has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const wanted = page.getByRole('button', { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${key} never reached ${name}.`);
}

test('a learner without a mouse chooses a preset, places a fault, forks the past and compares', async ({
  page,
}) => {
  await page.goto('/sandbox/');
  await tabTo(page, 'Presets');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Begin with a preset' });
  await expect(dialog).toBeVisible();
  await tabTo(page, /^The relay asks which rows bear no mark/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The relay asks which rows bear no mark');
  await expect(page.getByRole('button', { name: 'Presets' })).toBeFocused();

  await tabTo(page, 'Place order');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(stage(page).getByRole('button', { name: 'Replay' })).toBeVisible();
  // The log comes after the picture.
  await expect(log(page)).toContainText('All is quiet');
  const all = await entries(page).count();
  await page.keyboard.press('ArrowLeft');
  await expect(entries(page)).toHaveCount(all - 1);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(playhead(page)).toHaveValue('0');
  for (const step of [1, 2, 3]) {
    await page.keyboard.press('ArrowRight');
    await expect(entries(page)).toHaveCount(step);
  }

  await page.keyboard.press('f');
  await expect(menu(page)).toBeVisible();
  await expect(menu(page).getByRole('menuitem', { name: 'Place order', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(stage(page).getByRole('button', { name: 'Place order', exact: true })).toBeFocused();
  await page.keyboard.press('f');
  const crash = menu(page).getByRole('menuitem', { name: 'Crash the relay after its next publish' });
  while (!(await crash.evaluate((item) => item === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeHidden();
  await expect(stage(page).getByRole('list', { name: 'Runs' }).getByRole('listitem')).toHaveCount(2);

  await tabTo(page, 'Compare Run 1');
  await page.keyboard.press('Enter');
  const compared = stage(page).getByRole('region', { name: 'Run 1 and Run 2 at this moment' });
  await expect(compared).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(compared.getByRole('row', { name: 'duplicates' })).toContainText('1 more in Run 2');
});

test('a learner without a mouse is at the timeline in a few strokes, from the top and from anywhere', async ({
  page,
}) => {
  await page.goto('/sandbox/#p=at-least-once');
  await expectRun(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const skip = page.getByRole('button', { name: 'Skip to the timeline' });
  for (
    let presses = 0;
    !(await skip.evaluate((element) => element === document.activeElement));
    presses += 1
  ) {
    expect(presses).toBeLessThan(8);
    await page.keyboard.press('Tab');
  }
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(playhead(page)).toBeFocused();
  await tabTo(page, 'Place order', 'Shift+Tab');
  await page.keyboard.press('t');
  await expect(playhead(page)).toBeFocused();
});

test('a learner without a mouse opens an event’s life and its row, and closes each again', async ({
  page,
}) => {
  await openSandbox(page, '#p=recorded-first');
  await page.keyboard.press('Shift+ArrowRight');
  const opener = log(page).getByRole('button', { name: 'Event 1', exact: true }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  const life = stage(page).getByRole('region', { name: 'Event 1', exact: true });
  await expect(life.getByRole('heading', { name: 'Event 1' })).toBeFocused();
  await expect(life).toContainText('Its life');
  await page.keyboard.press('Escape');
  await expect(life).toHaveCount(0);
  await expect(opener).toBeFocused();

  const row = stage(page)
    .getByRole('region', { name: 'orders_outbox' })
    .getByRole('button', { name: '1', exact: true });
  await row.focus();
  await page.keyboard.press('Enter');
  const detail = stage(page).getByRole('region', { name: 'Row 1', exact: true });
  await expect(detail).toContainText('INSERT INTO orders_outbox');
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
});

test('a learner asks which keys there are, and goes on where they were', async ({ page }) => {
  await openSandbox(page, '#p=recorded-first');
  const step = stage(page).getByRole('button', { name: 'Step' });
  await step.focus();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Choose what happens at the playhead');
  // While the list is open the keys do nothing else.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(step).toBeFocused();
  await expect(entries(page)).toHaveCount(0);
});
