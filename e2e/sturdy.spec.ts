import { expect, test } from '@playwright/test';
import { answer, editor, expectPassed, killDatabase, openWithPlainEditor, results } from './lesson';
import { solution, wrongTable } from './tables';

test('a whole session asks nobody but its own origin', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.context().on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL) foreign.push(request.url());
  });
  await page.goto('/');
  await page.getByRole('link', { name: 'Asynchronous Integration' }).click();
  await page.getByRole('region', { name: 'Playground' }).hover();
  await expect(page.locator('.monaco-editor')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Plain editor' }).check();
  await answer(page, wrongTable);
  await expect(results(page)).toContainText('line 8');
  await answer(page, solution);
  await expectPassed(page);
  await page.getByRole('button', { name: 'Watch it run' }).click();
  await page.getByRole('button', { name: 'Place order', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Stage' })).toContainText('OrderPlaced');
  expect(foreign).toEqual([]);
});

test('every page carries a policy that lets no foreign or inline script run', async ({ page }) => {
  for (const path of ['/', '/lessons/asynchronous-integration/', '/404.html']) {
    await page.goto(path);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy?.match(/script-src [^;]*/)?.[0]).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run by a stranger"';
      document.body.append(script);
    });
    await expect(page).not.toHaveTitle('run by a stranger');
  }
});

test('a learner who marks the whole text while the page comes alive writes in its place', async ({
  page,
}) => {
  // React gives the text area its first text in the midst of hydration: at that moment somebody marks all of it.
  await page.addInitScript(() => {
    const area = HTMLTextAreaElement.prototype;
    const written = Object.getOwnPropertyDescriptor(area, 'defaultValue');
    let isMarked = false;
    Object.defineProperty(area, 'defaultValue', {
      ...written,
      set(this: HTMLTextAreaElement, text: string) {
        if (!isMarked && this.isConnected) {
          isMarked = true;
          this.focus();
          this.select();
        }
        written?.set?.call(this, text);
      },
    });
  });
  await openWithPlainEditor(page);
  await expect(editor(page)).toBeFocused();
  await expect(page.locator('[data-live="true"]')).toBeVisible();
  await page.keyboard.insertText(solution);
  await expect(editor(page)).toHaveValue(solution);
});

test('a dead database is replaced, and nothing is lost', async ({ page }) => {
  await openWithPlainEditor(page);
  await answer(page, solution);
  await expectPassed(page);
  await killDatabase(page);
  const later = `${solution}# once more\n`;
  await answer(page, later);
  await expect(page.getByText('nothing was lost')).toBeVisible({ timeout: 20_000 });
  // From outside, one that has died looks like one that never ends: the check failed, and may be asked once more.
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectPassed(page);
  await expect(editor(page)).toHaveValue(later);
});

test('a learner who goes offline before the database came is told so, and can go on afterwards', async ({
  page,
  context,
}) => {
  await openWithPlainEditor(page);
  await page.route('**/database/**', (route) => route.abort());
  await answer(page, solution);
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible({ timeout: 20_000 });
  await page.unroute('**/database/**');
  await again.click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expectPassed(page);
  await context.close();
});

test('a learner on a slow line sees what the check waits for', async ({ page }) => {
  await openWithPlainEditor(page);
  let letThrough: () => void = () => undefined;
  const line = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/database/*snapshot*', async (route) => {
    await line;
    await route.continue();
  });
  await answer(page, solution);
  await expect(page.getByText('Loading PostgreSQL')).toBeVisible();
  letThrough();
  await expectPassed(page);
});

test('a learner on a metered line is asked before the database is loaded', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, type: 'cellular' } });
  });
  const fetched: string[] = [];
  page.on('request', (request) => request.url().includes('/database/') && fetched.push(request.url()));
  await openWithPlainEditor(page);
  await editor(page).click();
  const load = page.getByRole('button', { name: 'Load PostgreSQL' });
  await expect(load).toBeVisible();
  expect(fetched).toEqual([]);
  await load.click();
  await answer(page, solution);
  await expectPassed(page);
});
