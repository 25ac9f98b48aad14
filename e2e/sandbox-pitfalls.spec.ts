// One test for each pitfall of the catalogue that some order of things can break, made from what it expects.
import { expect } from '@playwright/test';
import { WRONG } from '@/components/stage/schedules-words';
import { readPresets } from '@/lib/content/read-presets';
import { entries, openSandbox, press, schedules, stage, test } from './sandbox';

const { presets } = await readPresets();

for (const { name, title, expects } of presets) {
  const { explore } = expects;
  if (explore?.verdict !== 'broken') continue;
  const { invariant, steps } = explore;

  test(`a learner finds the shortest counterexample of ${name}, and plays it to its end by keys`, async ({
    page,
  }) => {
    await openSandbox(page);
    await page.getByRole('button', { name: 'Presets' }).click();
    await page.getByRole('button', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await press(page, 'Check every schedule');
    const said = `fter ${steps} steps ${WRONG[invariant]}.`;
    await expect(schedules(page)).toContainText(`A${said} This is a shortest way there.`, {
      timeout: 20_000,
    });
    await expect(schedules(page).getByRole('listitem')).toHaveCount(steps);

    await press(page, 'Play it on the stage');
    const found = stage(page).getByRole('region', { name: 'Found by the checker' });
    await expect(found).toContainText(`Found by the checker: a${said}`);
    await expect(found).toContainText(`0 of ${steps}`);
    await expect(entries(page)).toHaveCount(0);
    await stage(page).focus();
    const next = found.getByRole('button', { name: 'Next step' });
    let told = 0;
    // A step may bring several things about, and each of them is told.
    while ((await next.getAttribute('aria-disabled')) !== 'true') {
      await page.keyboard.press('ArrowRight');
      told += 1;
      await expect(entries(page)).toHaveCount(told);
    }
    await expect(found).toContainText(`${steps} of ${steps}`);
    expect(told).toBeGreaterThanOrEqual(steps);
  });
}
