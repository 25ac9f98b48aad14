import { expect, type Page } from '@playwright/test';
import {
  clickTimeline,
  counter,
  entries,
  expectRun,
  log,
  lookBack,
  menu,
  openSandbox,
  playhead,
  press,
  stage,
  test,
  toEnd,
  toStart,
  wholeLog,
} from './sandbox';

test('a learner clicks the timeline, crashes the relay there, and sees the duplicate', async ({ page }) => {
  await openSandbox(page, '#p=recorded-first');
  await clickTimeline(page, 0.1);
  await menu(page).getByRole('menuitem', { name: 'Crash the relay after its next publish' }).click();
  await expect(
    stage(page).getByRole('button', { name: /^Relay to crash after a publish, at 0\.\d+ s$/ }),
  ).toBeVisible();
  await toEnd(page);
  await expect(log(page)).toContainText('The relay crashed before it could mark row 1.');
  await expect(log(page)).toContainText('The broker took event 1 again: a duplicate.');
  await expect(counter(page, 'redelivered')).toHaveText('1');
  const painted = stage(page).getByRole('region', { name: 'Timeline' }).locator('polyline');
  await expect(painted.and(page.locator('[data-meaning=crash]'))).toHaveCount(1);
  await expect(painted.and(page.locator('[data-meaning=duplicate]'))).toHaveCount(1);
});

test('a learner takes back what they did, and the run is as it was', async ({ page }) => {
  await openSandbox(page, '#p=recorded-first');
  const before = await wholeLog(page);
  await page.reload();
  await expectRun(page);
  await toStart(page);
  await clickTimeline(page, 0.2);
  await menu(page).getByRole('menuitem', { name: 'Broker down' }).click();
  const placed = stage(page).getByRole('button', { name: /^Broker down, at / });
  await toEnd(page);
  await expect(log(page)).toContainText('The broker is down: what is pending waits');
  await placed.click();
  await menu(page).getByRole('menuitem', { name: 'Take back' }).click();
  await expect(placed).toHaveCount(0);
  await toEnd(page);
  await expect(log(page)).not.toContainText('down');
  await expect(entries(page)).toHaveText(before);
});

test('a learner acts in the past: the run forks, and the two stand side by side', async ({ page }) => {
  await openSandbox(page, '#p=not-dispatched');
  await toEnd(page);
  await clickTimeline(page, 0.1);
  const moment = stage(page).getByText(/^At 0\.\d+ s, in the past: this makes another run$/);
  await expect(moment).toBeVisible();
  await menu(page).getByRole('menuitem', { name: 'Crash the relay after its next publish' }).click();
  const runs = stage(page).getByRole('list', { name: 'Runs' });
  await expect(runs.getByRole('listitem')).toHaveCount(2);
  await expect(runs.getByRole('button', { name: 'Run 2', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await toEnd(page);
  await runs.getByRole('button', { name: 'Compare Run 1' }).click();

  for (const name of ['Run 1', 'Run 2']) {
    const picture = stage(page).getByRole('region', { name, exact: true });
    await expect(picture.getByRole('region', { name: 'orders_outbox' }).getByRole('table')).toBeVisible();
  }
  const compared = stage(page).getByRole('region', { name: 'Run 1 and Run 2 at this moment' });
  await expect(compared).toContainText(
    /They are the same until \d\.\d{3} s\. In Run 2: The relay will crash once it/,
  );
  const duplicates = compared.getByRole('row', { name: 'duplicates' });
  await expect(duplicates).toContainText('1 more in Run 2');
  await compared.getByRole('button', { name: 'Go there' }).click();
  await expect(duplicates).toContainText('the same');
  await runs.getByRole('button', { name: 'Show Run 1' }).click();
  await toEnd(page);
  await expect(counter(page, 'redelivered')).toHaveText('0');
  await compared.getByRole('button', { name: 'Stop comparing' }).click();
  await press(page, 'Remove Run 2');
  await expect(runs).toHaveCount(0);
});

/** Plays the run, and tells where its playhead stood at each frame on the way, in milliseconds. */
async function playedThrough(page: Page): Promise<readonly number[]> {
  await stage(page).focus();
  const recorded = await playhead(page).evaluateHandle((slider: HTMLInputElement) => {
    const stood: number[] = [];
    const look = () => {
      stood.push(Number(slider.value));
      requestAnimationFrame(look);
    };
    look();
    return stood;
  });
  await stage(page).getByRole('combobox', { name: 'Speed' }).selectOption('1×');
  await press(page, 'Play');
  await expect(stage(page).getByRole('button', { name: 'Replay' })).toBeVisible();
  return recorded.jsonValue();
}

/** When something happened, in milliseconds, as the log has it. */
async function timesOf(page: Page): Promise<ReadonlySet<number>> {
  await lookBack(page);
  const times = await log(page).getByTitle('Go to this moment').allTextContents();
  return new Set([0, ...times.map((time) => Math.round(Number(time) * 1000))]);
}

test('the playhead slides; for whoever asked for less motion it steps from event to event', async ({
  page,
}) => {
  await openSandbox(page, '#p=not-dispatched');
  const slid = await playedThrough(page);
  const times = await timesOf(page);
  expect(slid.filter((time) => !times.has(time)).length).toBeGreaterThan(10);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSandbox(page, '#p=not-dispatched');
  const stepped = await playedThrough(page);
  expect(new Set(stepped).size).toBeGreaterThan(3);
  expect(stepped.filter((time) => !times.has(time))).toEqual([]);
});

test('a learner who drags the playhead finds one moment wherever it is told', async ({ page }) => {
  await openSandbox(page, '#p=recorded-first');
  await playhead(page).fill('1000');
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^1\.000 seconds: /);
  await expect(stage(page).getByRole('button', { name: /^Do something at 1\.000 s/ })).toBeVisible();
  await expect(stage(page)).toContainText('1.000 of ');
  await expect(entries(page).last()).toHaveAttribute('aria-current', 'step');
});

test('a learner has the counters above the timeline in sight, however high the picture is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openSandbox(page, '#p=order-service');
  await page.mouse.wheel(0, -10_000);
  const isSeen = (counted: Element) => {
    const { left, top, bottom } = counted.getBoundingClientRect();
    return counted.contains(document.elementFromPoint(left + 4, (top + bottom) / 2));
  };
  const counted = stage(page).getByText('events delivered', { exact: true });
  await expect(counted).toBeInViewport();
  expect(await counted.evaluate(isSeen)).toBe(true);
  await expect(playhead(page)).toBeInViewport();
  expect(await stage(page).getByText('no dead letters').last().evaluate(isSeen)).toBe(false);
});
