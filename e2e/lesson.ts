// What a person does on a lesson's page, by the names that they see.
import { expect, type Locator, type Page } from '@playwright/test';

export const LESSON = '/lessons/asynchronous-integration/';

/** Opens a lesson with the plain editor, whose text a test can fill in one go. */
export async function openWithPlainEditor(page: Page, path: string = LESSON): Promise<void> {
  await page.addInitScript(() => {
    try {
      localStorage.setItem('alo.editor', 'plain');
    } catch {
      // Storage is blocked: the page says so, and the test that blocked it goes on.
    }
  });
  await page.goto(path);
}

export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Your table, as YAML' });

/** Opens one of a lesson's activities, as text where it is drawn, and gives the field to write in. */
export async function openActivity(page: Page, title: string, isOneOfMany: boolean): Promise<Locator> {
  if (isOneOfMany) {
    await page.getByRole('navigation', { name: 'Activities' }).getByRole('button', { name: title }).click();
  }
  const playground = page.getByRole('region', { name: 'Playground' });
  const asText = playground.getByRole('checkbox', { name: 'Write it as text' });
  const field = playground.getByRole('textbox');
  await expect(asText.or(field).first()).toBeVisible();
  if (await asText.isVisible()) await asText.check();
  return field;
}

/** Writes an answer in place of what stands there, and checks it. */
export async function answer(page: Page, text: string): Promise<void> {
  await editor(page).fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

export const results = (page: Page): Locator => page.getByRole('list', { name: 'Results' });

export async function expectPassed(page: Page): Promise<void> {
  await expect(page.getByText('PostgreSQL made your table, and every check passed.').first()).toBeVisible({
    timeout: 30_000,
  });
}

/** Reads on to the end of the lesson, as a person would: the last line comes into view. */
export async function readToTheEnd(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All lessons' }).scrollIntoViewIfNeeded();
}

/** Ends the database's worker from within, as a crash of the browser's would. */
export async function killDatabase(page: Page): Promise<void> {
  const [worker] = page.workers();
  if (worker === undefined) throw new Error('No database runs.');
  await worker.evaluate(() => self.close());
}
