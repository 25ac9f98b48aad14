import { expect, test } from '@playwright/test';

test('a newcomer opens the home page, and it asks nobody else for anything', async ({ page, baseURL }) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => new URL(request.url()).origin !== baseURL && foreign.push(request.url()));
  await page.goto('/', { waitUntil: 'load' });
  await expect(page.getByRole('main')).toContainText('At Least Once');
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});
