import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { answer, expectPassed, LESSON, openWithPlainEditor, results } from './lesson';
import { solution, wrongTable } from './tables';

const expectNoBarrier = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the home page has no barrier', async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expectNoBarrier(page);
    });

    test('the lesson has no barrier before an answer, after a wrong one and after a right one', async ({
      page,
    }) => {
      await openWithPlainEditor(page);
      await expectNoBarrier(page);
      await answer(page, wrongTable);
      await expect(results(page)).toContainText('line 8');
      await expectNoBarrier(page);
      await answer(page, solution);
      await expectPassed(page);
      await expectNoBarrier(page);
    });

    test('the full editor has no barrier', async ({ page }) => {
      await page.goto(LESSON);
      await page.getByRole('textbox', { name: 'Your table, as YAML' }).click();
      await expect(page.locator('.monaco-editor')).toBeVisible();
      await expectNoBarrier(page);
    });

    test('a lost page has no barrier', async ({ page }) => {
      await page.goto('/lessons/nowhere/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page was never delivered.');
      await expectNoBarrier(page);
    });
  });
}
