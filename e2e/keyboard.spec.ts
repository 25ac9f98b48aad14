import { expect, type Page, test } from '@playwright/test';
import { expectPassed, LESSON, results } from './lesson';
import { solution, wrongTable } from './tables';

/** Presses Tab until the named thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reached ${name}.`);
}

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

test('a learner without a mouse skips to the text, writes the table, checks it and leaves the editor', async ({
  page,
}) => {
  await page.goto(LESSON);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, /Your table, as YAML/);
  await expect(page.locator('.monaco-editor')).toBeVisible();
  await expect(page.getByText('Escape, then Tab, leaves the editor')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, wrongTable);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(results(page)).toContainText('no row could ever be pending');

  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, solution);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expectPassed(page);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Plain editor' })).toBeFocused();
  await tabTo(page, /^ ?Watch it run/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Watch it run' })).toHaveAttribute('aria-selected', 'true');
});

test('a learner moves the divider with keys, and it stays where it was put', async ({ page }) => {
  await page.goto(LESSON);
  const divider = page.getByRole('separator', { name: 'Width of the text' });
  await expect(divider).toHaveAttribute('aria-valuenow', '40');
  await divider.press('ArrowRight');
  await divider.press('ArrowRight');
  await expect(divider).toHaveAttribute('aria-valuenow', '44');
  await page.reload();
  await expect(divider).toHaveAttribute('aria-valuenow', '44');
  await divider.press('Enter');
  await expect(divider).toHaveAttribute('aria-valuenow', '40');
});

test('what a learner types while the full editor comes is not lost', async ({ page }) => {
  await page.goto(LESSON);
  const field = page.getByRole('textbox', { name: 'Your table, as YAML' });
  await field.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('table: orders_outbox # typed while it comes', { delay: 15 });
  await expect(page.locator('.monaco-editor')).toBeVisible();
  await page.keyboard.type(', and after');
  await expect(page.locator('.monaco-editor')).toContainText('typed while it comes, and after');
});

test('a learner who writes a column in block style is offered its type and told what a key means', async ({
  page,
}) => {
  await page.goto(LESSON);
  await page.getByRole('textbox', { name: 'Your table, as YAML' }).click();
  await expect(page.locator('.monaco-editor')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('table: orders_outbox\ncolumns:\n- name: payload\ntype: jso');
  // The schema's worker may still be on its way, so the learner asks until it answers.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Space');
    await expect(page.getByRole('option', { name: 'jsonb' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('.view-lines')).toContainText('type: jsonb');
  await page.locator('.view-line', { hasText: 'type' }).getByText('type', { exact: true }).hover();
  await expect(page.getByRole('tooltip')).toContainText('by any name that PostgreSQL has for it');
});
