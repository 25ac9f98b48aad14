import { expect } from '@playwright/test';
import { BIG, entries, openSandbox, press, schedules, stage, test, toEnd, wholeLog, write } from './sandbox';

/** Longer than anybody waits for. */
const LONG = `seed: 1
pace: 10000
workload: { orders: 200000, aggregates: 4000, everyMs: 0.01 }
relays: { count: 4, pollMs: 1, batch: 100, claim: skip-locked }
`;

/** A relay that knocks at a broker's door for a day, a thousand times a second. */
const ENDLESS = `seed: 1
workload: { orders: 1 }
relays: { pollMs: 1, retry: { baseMs: 1, factor: 1, jitter: none } }
faults:
  - { do: broker-down, from: 1, to: 86400000 }
`;

test('a learner begins to check every schedule, goes on watching, and stops it', async ({ page }) => {
  await openSandbox(page, '#p=recorded-first');
  await write(page, BIG);
  await expect(stage(page).getByRole('button', { name: 'Crash a relay', exact: true })).toBeVisible();
  await press(page, 'Check every schedule');
  await expect(schedules(page)).toContainText(/: [\d,]+ states so far, \d+ steps deep/);
  await stage(page).focus();
  for (const step of [1, 2, 3]) {
    await page.keyboard.press('ArrowRight');
    await expect(entries(page)).toHaveCount(step);
  }
  const stop = schedules(page).getByRole('button', { name: 'Stop' });
  await stop.click();
  await expect(schedules(page)).toContainText(
    'Stopped. Nothing is known about the orders that were not tried.',
  );
  await expect(stop).toHaveCount(0);
  await schedules(page).getByRole('button', { name: 'Close' }).click();
  await expect(schedules(page)).toHaveCount(0);
  await toEnd(page);
});

test('a learner asks for a very long run, and stops it: the run before it stays', async ({ page }) => {
  await openSandbox(page, '#p=recorded-first');
  const before = await wholeLog(page);
  await write(page, LONG);
  const stop = stage(page).getByRole('status').getByRole('button', { name: 'Stop' });
  await expect(stop).toBeVisible();
  await press(page, /^Back/);
  await expect(entries(page)).toHaveCount(before.length - 1);
  await stop.click();
  await expect(stage(page)).toContainText('Stopped. What you see is the run as it was before.');
  await toEnd(page);
  await expect(entries(page)).toHaveText(before);
});

test('a run that would go on for too long is cut, and says where', async ({ page }) => {
  await openSandbox(page);
  await write(page, ENDLESS);
  await expect(stage(page)).toContainText('Stopped after 1,000,000 steps: it would have gone on.', {
    timeout: 20_000,
  });
  await stage(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(entries(page)).toHaveCount(60);
  await expect(entries(page).last()).toBeVisible();
});
