import { expect, type Page } from '@playwright/test';
import {
  clickTimeline,
  entries,
  expectRun,
  expectToldInTheEnd,
  menu,
  openSandbox,
  scenarioText,
  stage,
  test,
  toEnd,
  toStart,
  wholeLog,
  write,
} from './sandbox';

const MINE = `# Four orders of mine.
seed: 3
workload:
  orders: 4 # not too many
  everyMs: 200
`;

const problems = (page: Page) => page.getByRole('list', { name: 'Problems' });
const form = (page: Page) => page.getByRole('form', { name: 'Scenario as a form' });

test('a wrong value is named with its line and reason, the stage keeps the last run, and mending it runs again', async ({
  page,
}) => {
  await openSandbox(page);
  await write(page, MINE);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A scenario of your own');
  await expectToldInTheEnd(page, 'row 4');
  const before = await wholeLog(page);
  await write(page, MINE.replace('4 #', 'plenty #'));
  await expect(problems(page)).toContainText('line 4');
  await expect(problems(page)).toContainText('orders must be a whole number');
  await expect(page.getByText('1 problem: the stage keeps the last run')).toBeVisible();
  await expect(form(page)).toContainText('Mend line 4 of the text first');
  await expect(form(page).getByRole('textbox', { name: 'orders', exact: true })).toBeDisabled();
  await expect(entries(page)).toHaveText(before);

  await problems(page).getByRole('button', { name: 'line 4' }).click();
  await expect(scenarioText(page)).toBeFocused();
  await write(page, MINE.replace('4 #', '5 #'));
  await expect(problems(page).getByRole('listitem')).toHaveCount(0);
  await expectToldInTheEnd(page, 'row 5');
});

test('a learner changes one key in the form: the text has it, and keeps its comments', async ({ page }) => {
  await openSandbox(page);
  await write(page, MINE);
  const orders = form(page).getByRole('textbox', { name: 'orders', exact: true });
  await expect(orders).toHaveValue('4');
  await orders.fill('6');
  await expect(scenarioText(page)).toHaveValue(MINE.replace('orders: 4', 'orders: 6'));
  await expectToldInTheEnd(page, 'row 6');

  await orders.fill('-1');
  await expect(form(page)).toContainText('A whole number from 0 to 1,000,000.');
  await expect(scenarioText(page)).toHaveValue(MINE.replace('orders: 4', 'orders: 6'));
});

test('what a learner wrote and did is there after a reload', async ({ page }) => {
  await openSandbox(page);
  await write(page, MINE);
  await expect(form(page).getByRole('textbox', { name: 'orders', exact: true })).toHaveValue('4');
  await toStart(page);
  await clickTimeline(page, 0.1);
  await menu(page).getByRole('menuitem', { name: 'Crash the relay after its next publish' }).click();
  await expect(
    stage(page).getByRole('button', { name: /^Relay to crash after a publish, at/ }),
  ).toBeVisible();
  const told = await wholeLog(page);
  expect(told.join('\n')).toContain('The relay crashed before it could mark row 1.');
  await page.reload();
  await expectRun(page);
  await toStart(page);
  await expect(scenarioText(page)).toHaveValue(MINE);
  await expect(
    stage(page).getByRole('button', { name: /^Relay to crash after a publish, at/ }),
  ).toBeVisible();
  await toEnd(page);
  await expect(entries(page)).toHaveText(told);
});

test('a scenario that is too large for a page is refused in words, and the last run stays', async ({
  page,
}) => {
  await openSandbox(page);
  await write(page, MINE);
  await expect(form(page).getByRole('textbox', { name: 'orders', exact: true })).toHaveValue('4');
  await expectToldInTheEnd(page, 'row 4');
  const before = await wholeLog(page);
  await write(page, MINE.replace('4 #', '200001 #'));
  await expect(stage(page).getByRole('status').filter({ hasText: 'orders' })).toHaveText(
    'The scenario has 200,001 orders, and the page runs 200,000 at most. The command line runs more: npm run -s simulate -- FILE',
  );
  await expect(entries(page)).toHaveText(before);
});

test('a learner brings back what they had written before they chose a preset', async ({ page }) => {
  await openSandbox(page);
  await write(page, MINE);
  await page.getByRole('button', { name: 'Presets' }).click();
  await page.getByRole('button', { name: /^The broker is away, and nothing is lost/ }).click();
  await expect(scenarioText(page)).not.toHaveValue(MINE);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(scenarioText(page)).toHaveValue(MINE);
});
