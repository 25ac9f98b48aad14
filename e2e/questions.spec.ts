import { expect, type Page, test } from '@playwright/test';
import { results } from './lesson';

const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true }).click();
const DAY = 24 * 60 * 60 * 1000;

test('a learner predicts, is told what came instead, mends the prediction and watches the run', async ({
  page,
}) => {
  await page.goto('/lessons/why-event-driven/');
  const overHttp = page.getByRole('textbox', { name: /^Over HTTP: ten orders/ });
  await overHttp.fill('10');
  await page.getByRole('textbox', { name: /^By events: the same orders/ }).fill('0');
  await check(page);
  await expect(results(page)).toContainText('What do you expect? Nothing plays before you have said so.');
  await page.getByRole('radio', { name: 'They are sent once mail is back' }).check();
  await check(page);
  await expect(results(page)).toContainText('You expected 10 orders; 3 orders failed.');
  await overHttp.fill('3');
  await check(page);
  await expect(page.getByText('It came as you said. Now see how.').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Watch it run' }).click();
  await expect(page.getByRole('region', { name: 'Stage' })).toContainText('HTTP', { timeout: 30_000 });
});

/** The question that bears these words. */
const question = (page: Page, words: string | RegExp) => page.getByRole('group', { name: words });

test('a learner answers a quiz, reads why, and is asked again the day after', async ({ page }) => {
  await page.clock.install({ time: Date.UTC(2026, 2, 4) });
  await page.goto('/lessons/commands-and-events/');
  const event = question(page, /Which of these is an event\?/);
  await event.getByRole('radio', { name: 'PlaceOrder', exact: true }).check();
  await question(page, /ShipOrder was carried out/)
    .getByRole('textbox')
    .fill('order shiped');
  await check(page);
  await expect(event).toContainText('That asks for something, and may be refused.');
  await expect(event).not.toContainText('It says what has happened');
  await expect(results(page)).toContainText('order shiped was near enough');
  await expect(results(page)).toContainText('This is not answered yet.');

  await event.getByRole('radio', { name: 'OrderPlaced', exact: true }).check();
  await expect(event).not.toContainText('That asks for something');
  await check(page);
  await expect(event).toContainText('It says what has happened');
  await expect(event).toContainText('That asks what is the case and changes nothing.');
  await expect(page.getByText('The next question comes back within a day.')).toBeVisible();

  await page.clock.fastForward(DAY);
  await page.goto('/');
  await expect(page.getByText('2 questions are due.')).toBeVisible();
  await page.getByRole('button', { name: 'Review now' }).click();
  await page.getByRole('textbox').fill('OrderUpdated');
  await page.getByRole('textbox').press('Enter');
  await expect(page.getByText('It comes back tomorrow.')).toBeVisible();
  await page.getByRole('button', { name: 'Next question' }).click();
  await page.getByRole('radio', { name: 'OrderPlaced', exact: true }).check();
  await check(page);
  await expect(
    page.getByText('It says what has happened, and nobody can refuse it any more.', { exact: true }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByText('Nothing is due. The next question comes back within a day.')).toBeVisible();
});
