// The shortest way through the site, by links alone. It also runs with the site below a path: see `BASE_PATH`.
import { expect, test } from '@playwright/test';
import { answer, expectPassed, openWithPlainEditor } from './lesson';
import { solution } from './tables';

test('a newcomer starts the first lesson, chooses another and solves it, and the browser has nothing to complain of', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => new URL(request.url()).origin !== baseURL && foreign.push(request.url()));
  await openWithPlainEditor(page, `${process.env['BASE_PATH'] ?? ''}/`);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Why event-driven' })).toBeVisible();
  await page.getByRole('link', { name: 'All lessons' }).click();
  await page.getByRole('link', { name: 'Asynchronous Integration' }).click();
  await answer(page, solution);
  await expectPassed(page);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
