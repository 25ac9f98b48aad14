import { expect, type Page, test } from '@playwright/test';
import { results } from './lesson';

const open = async (page: Page) => {
  await page.goto('/lessons/commands-and-events/');
  await page
    .getByRole('navigation', { name: 'Activities' })
    .getByRole('button', { name: 'Carry out a command, and note what happened' })
    .click();
  await expect(page.getByRole('list', { name: 'Pieces' })).toBeVisible();
};

const placed = (page: Page) => page.getByRole('list', { name: 'Your order' }).getByRole('listitem');

/** Presses Tab until the named control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (focused.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}.`);
}

test('a learner puts steps in order with the pointer, and is told where a crash would break it', async ({
  page,
}) => {
  await open(page);
  const add = (name: RegExp) =>
    page.getByRole('list', { name: 'Pieces' }).getByRole('button', { name }).click();
  for (const name of [
    /^Check the command/,
    /^Begin/,
    /^Write the order/,
    /^Commit/,
    /^Note what happened/,
    /^A relay/,
  ]) {
    await add(name);
  }
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(results(page)).toContainText('an order without its event after a crash behind “Commit”', {
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Up: Note what happened' }).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(
    page.getByText('This order works, and what does not belong was left out.').first(),
  ).toBeVisible({
    timeout: 30_000,
  });
});

test('a learner without a mouse adds, moves and removes pieces, and hears where they are', async ({
  page,
}) => {
  await open(page);
  for (const name of [
    'Commit',
    'Note the command',
    'Note what happened',
    'A relay',
    'Begin',
    'Write',
    'Check the',
  ]) {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  }
  await expect(placed(page)).toHaveCount(7);
  await tabTo(page, 'Remove: Note the command');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('status').filter({ hasText: 'taken out of your order' })).toBeAttached();
  const moves = [
    ['Up: Check the command', 'ArrowUp', 5],
    ['Up: Begin', 'ArrowUp', 3],
    ['Up: Write the order', 'ArrowUp', 3],
    ['Down: Commit', 'ArrowDown', 1],
  ] as const;
  for (const [control, key, times] of moves) {
    await tabTo(page, control);
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  }
  await expect(page.getByRole('status').filter({ hasText: 'Commit moved to place 5 of 6.' })).toBeAttached();
  await expect(placed(page).first()).toContainText('Check the command');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(
    page.getByText('This order works, and what does not belong was left out.').first(),
  ).toBeVisible({
    timeout: 30_000,
  });
});
