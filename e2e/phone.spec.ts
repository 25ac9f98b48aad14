import { expect, type Page, test } from '@playwright/test';
import { answer, editor, expectPassed, LESSON } from './lesson';
import { solution } from './tables';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const expectNoSidewaysScroll = async (page: Page) => {
  // A phone widens its window to whatever sticks out, so it is held against the screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width);
};

test('a learner on a phone reads, then practises, in tabs', async ({ page }) => {
  await page.goto(LESSON);
  await expectNoSidewaysScroll(page);
  await expect(editor(page)).toBeHidden();
  await page.getByRole('tab', { name: 'Practise' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expectNoSidewaysScroll(page);
  await answer(page, solution);
  await expectPassed(page);
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await page.getByRole('tab', { name: 'Read', exact: true }).tap();
  await expect(page.getByText('1 of 1 activity done').first()).toBeVisible();
});

test('the text leads a learner on a phone to the playground', async ({ page }) => {
  await page.goto(LESSON);
  await page
    .getByRole('complementary', { name: 'Activity: Write the outbox table' })
    .getByRole('button')
    .tap();
  await expect(editor(page)).toBeVisible();
});

test('a learner who magnifies the page four times scrolls down and never sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/', '/lessons/asynchronous-integration/', '/lessons/two-relays/', '/sandbox/']) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
    const practise = page.getByRole('tab', { name: 'Practise' });
    if (!(await practise.isVisible())) continue;
    await practise.click();
    await expect(page.getByRole('region', { name: 'Playground' })).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
});
