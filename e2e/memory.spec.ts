// What the page remembers, and what it does where it cannot.
import { expect, test } from '@playwright/test';
import { answer, editor, expectPassed, LESSON, openWithPlainEditor, readToTheEnd, results } from './lesson';
import { solution, wrongTable } from './tables';

test('a learner comes back to the section and the words that they left', async ({ page, context }) => {
  await openWithPlainEditor(page);
  await editor(page).fill(wrongTable);
  await page.getByRole('heading', { name: 'Why it is called at least once' }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 600);
  await expect(page.getByRole('link', { name: 'Why it is called at least once' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await page.close();

  const later = await context.newPage();
  await later.goto('/');
  await later.getByRole('link', { name: 'Continue' }).click();
  await expect(later).toHaveURL(`${LESSON}#why-it-is-called-at-least-once`);
  await expect(later.getByRole('heading', { name: 'Why it is called at least once' })).toBeInViewport();
  await expect(editor(later)).toHaveValue(wrongTable);
});

test('two tabs agree on what is done', async ({ page, context }) => {
  await openWithPlainEditor(page);
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByText('Reading in progress · 0 of 1 activity done')).toBeVisible();
  await answer(page, solution);
  await expectPassed(page);
  await readToTheEnd(page);
  await expect(other.getByText('Done · 1 of 1 activity done')).toBeVisible();
});

test('a learner whose browser blocks storage learns all the same, and is told', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await openWithPlainEditor(page);
  await expect(page.getByText('it cannot remember your progress')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Plain editor' }).check();
  await answer(page, solution);
  await expectPassed(page);
  await expect(page.getByText('1/1 done')).toBeVisible();
});

test('a learner whose storage is full is told that their words are not kept', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.goto(LESSON);
  await expect(page.getByText('it cannot remember your progress')).toBeVisible();
});

test('a learner takes back a reset and a solution without losing a word', async ({ page }) => {
  await openWithPlainEditor(page);
  await answer(page, wrongTable);
  await expect(results(page)).toContainText('line 8');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(editor(page)).not.toHaveValue(wrongTable);
  await page.getByRole('button', { name: 'Restore what you wrote' }).click();
  await expect(editor(page)).toHaveValue(wrongTable);
  await page.getByRole('button', { name: 'Show solution' }).click();
  await expect(page.getByText('nullable: true').first()).toBeVisible();
  await page.getByRole('button', { name: 'Hide solution' }).click();
  await expect(editor(page)).toHaveValue(wrongTable);
});
