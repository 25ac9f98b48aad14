// What a learner gets in every activity: a history, help in four sizes, explanations, and a way to stop.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { answer, editor, expectPassed, openWithPlainEditor, results } from './lesson';
import { solution, wrongTable } from './tables';

const LEVEL = 'lessons/04-reliable-publication';
const noJitter = readFileSync(
  `${LEVEL}/04-retries-and-backoff/through-an-outage/wrong/no-jitter.yaml`,
  'utf8',
);
const apart = readFileSync(`${LEVEL}/02-one-transaction/order-and-event/wrong/two-transactions.sql`, 'utf8');

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** In the playground: that the page around it has none is held elsewhere. */
const expectNoBarrier = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).include('#pane-playground').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

async function checkText(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text);
  await button(page, 'Check').click();
}

test('a learner looks back at an earlier answer, takes it up again, and finds it after a reload', async ({
  page,
}) => {
  await openWithPlainEditor(page);
  await answer(page, wrongTable);
  await expect(results(page)).toContainText('line 8');
  await answer(page, solution);
  await expectPassed(page);

  await button(page, 'History').click();
  const earlier = page.getByRole('list', { name: 'Earlier answers, newest first' });
  await expect(earlier.getByRole('button')).toHaveText([/^Passed/, /^2 to mend/]);
  await expect(earlier.getByRole('button', { name: '2 to mend' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'This answer against what stands now' })).toContainText(
    'nullable: false',
  );
  await page.keyboard.press('Escape');
  await expect(button(page, 'History')).toBeFocused();
  await expect(editor(page)).toHaveValue(solution);

  await button(page, 'History').click();
  await button(page, 'Use this answer').click();
  await expect(editor(page)).toHaveValue(wrongTable);
  await button(page, 'Back to the later text').click();
  await expect(editor(page)).toHaveValue(solution);

  await page.reload();
  await button(page, 'History').click();
  await expect(earlier.getByRole('button')).toHaveText([/^Passed/, /^2 to mend/]);
});

test('a learner steps down to more help, and back, without losing a word', async ({ page }) => {
  await openWithPlainEditor(page);
  const mine = 'table: orders_outbox\n# I do not know how to go on.\n';
  await editor(page).fill(mine);
  const help = button(page, 'Help');
  await help.press('Enter');
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
  await help.press('Enter');
  await button(page, /^Put in order/).press('Enter');
  await expect(editor(page)).toHaveValue(/columns:\ntable: orders_outbox\n$/);
  await expect(help).toBeFocused();
  await help.click();
  await button(page, /^Worked example/).click();
  await expect(editor(page)).toHaveValue(solution);
  await button(page, 'Restore what you wrote').click();
  await expect(editor(page)).toHaveValue(mine);
});

test('a learner who comes back to a lesson that has changed keeps their words, or begins anew', async ({
  page,
}) => {
  await openWithPlainEditor(page);
  await editor(page).fill(wrongTable);
  await page.evaluate(() => {
    localStorage.setItem('alo.version.asynchronous-integration/outbox-table', 'another');
  });
  await page.reload();
  const notice = page.getByText('This lesson has changed since you wrote this.');
  await expect(notice).toBeVisible();
  await expect(editor(page)).toHaveValue(wrongTable);
  await button(page, 'Begin anew').click();
  await expect(notice).toBeHidden();
  await expect(editor(page)).toHaveValue(/type: ___/);
  await button(page, 'Restore what you wrote').click();
  await expect(editor(page)).toHaveValue(wrongTable);
  await page.reload();
  await expect(editor(page)).toHaveValue(wrongTable);
  await expect(notice).toBeHidden();
});

test('a learner stops a check that waits, and checks again', async ({ page }) => {
  await openWithPlainEditor(page);
  let letThrough: () => void = () => undefined;
  const line = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/database/*snapshot*', async (route) => {
    await line;
    await route.continue().catch(() => undefined);
  });
  await answer(page, solution);
  await expect(page.getByText('Waiting for PostgreSQL')).toBeVisible();
  await button(page, 'Stop').click();
  await expect(page.getByText(/^Stopped/)).toBeVisible();
  await expect(button(page, 'Check')).toBeFocused();
  letThrough();
  await button(page, 'Check').click();
  await expectPassed(page);
});

test('a learner without a mouse asks why, goes through the run, and comes back to where they were', async ({
  page,
}) => {
  await openWithPlainEditor(page, '/lessons/retries-and-backoff/');
  await checkText(page, 'Your design, as YAML', noJitter);
  const explain = button(page, /^Explain: Within 100 ms 16 retries meet/);
  await explain.press('Enter');
  await expect(page.getByRole('tab', { name: 'What happened' })).toBeFocused();
  const panel = page.getByRole('tabpanel', { name: 'What happened' });
  await expect(panel.getByRole('region', { name: 'Stage' })).toContainText('Refused', { timeout: 30_000 });
  await button(page, 'Close').press('Enter');
  await expect(panel).toBeHidden();
  await expect(explain).toBeFocused();
});

test('a learner asks why, and sees the rows', async ({ page }) => {
  await openWithPlainEditor(page, '/lessons/one-transaction/');
  await checkText(page, 'Your SQL', apart);
  await button(page, /^Explain/)
    .first()
    .click({ timeout: 30_000 });
  const panel = page.getByRole('tabpanel', { name: 'What happened' });
  await expect(panel.getByRole('table').first()).toBeVisible();
  await expectNoBarrier(page);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`history, help and explanations have no barrier at ${width} in the ${colorScheme} theme`, async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openWithPlainEditor(page, '/lessons/retries-and-backoff/');
      if (width === 390) await page.getByRole('tab', { name: 'Practise' }).click();
      await checkText(page, 'Your design, as YAML', noJitter);
      await expect(button(page, /^Explain/)).toBeVisible({ timeout: 30_000 });
      await button(page, 'Help').click();
      await expectNoBarrier(page);
      await button(page, /^Fill the blanks/).click();
      await button(page, 'History').click();
      await expectNoBarrier(page);
      await button(page, 'Use this answer').click();
      await button(page, /^Explain/).click();
      await expect(page.getByRole('region', { name: 'Stage' })).toBeVisible({ timeout: 30_000 });
      await expectNoBarrier(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}
