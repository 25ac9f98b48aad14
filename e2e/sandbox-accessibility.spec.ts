// Every state that the sandbox can be in, without a barrier: in both themes, on a desk and on a phone.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import {
  BIG,
  clickTimeline,
  menu,
  openSandbox,
  press,
  schedules,
  stage,
  test,
  toEnd,
  write,
} from './sandbox';

/** Looks at the whole page; or at all but the form, which has not changed and takes longest. */
async function expectNoBarrier(page: Page, state: string, except?: string): Promise<void> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (except === undefined ? builder : builder.exclude(except)).analyze();
  const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  expect({ state, found }).toEqual({ state, found: [] });
}

const FORM = '[aria-label="Form"]';
const scenario = (orders: number) =>
  `seed: 1\nworkload: { orders: ${orders} }\nconsumers: [{ dedup: none }]\n`;

const looks = [
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

for (const look of looks) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} pixels wide`, () => {
    test.use(look);
    // To look at everything takes a second or two, and there are many states.
    test.slow();

    test('a run has no barrier: empty, at its start, playing, ended, looked into, compared', async ({
      page,
    }) => {
      await openSandbox(page, '#p=recorded-first');
      await expectNoBarrier(page, 'at its start');
      await press(page, /^Play/);
      await expectNoBarrier(page, 'playing', FORM);
      await toEnd(page);
      await expectNoBarrier(page, 'ended', FORM);

      await stage(page).getByRole('region', { name: 'Effects' }).getByRole('button').first().click();
      await expect(stage(page).getByText('Its life')).toBeVisible();
      await expectNoBarrier(page, 'an event looked into', FORM);
      await page.keyboard.press('Escape');

      await clickTimeline(page, 0.1);
      await expectNoBarrier(page, 'asked what to do', FORM);
      await menu(page).getByRole('menuitem', { name: 'Crash the relay after its next publish' }).click();
      await stage(page).getByRole('button', { name: 'Compare Run 1' }).click();
      await toEnd(page);
      await expectNoBarrier(page, 'compared', FORM);
    });

    test('what the sandbox says has no barrier: of schedules, of refusals, in its dialogs', async ({
      page,
    }) => {
      await openSandbox(page);
      await write(page, scenario(0));
      await expect(stage(page)).toContainText('Place an order to begin.');
      await expectNoBarrier(page, 'empty', FORM);

      await write(page, scenario(200_001));
      await expect(stage(page)).toContainText('The scenario has 200,001 orders');
      await expectNoBarrier(page, 'too large', FORM);
      await write(page, 'seed: no number');
      await expect(page.getByRole('button', { name: 'line 1' })).toBeVisible();
      await expectNoBarrier(page, 'a scenario with a problem');

      await write(page, BIG);
      await expect(page.getByRole('button', { name: 'line 1' })).toHaveCount(0);
      await press(page, 'Check every schedule');
      await schedules(page).getByRole('button', { name: 'Stop' }).click();
      await expectNoBarrier(page, 'stopped', FORM);
      await write(page, scenario(1));
      await expect(schedules(page)).toHaveCount(0);
      await press(page, 'Check every schedule');
      await expect(schedules(page)).toContainText('one event has two effects', { timeout: 20_000 });
      await expectNoBarrier(page, 'broken', FORM);
      await press(page, 'Play it on the stage');
      await page.keyboard.press('ArrowRight');
      await expectNoBarrier(page, 'a counterexample', FORM);

      await stage(page).focus();
      await page.keyboard.press('?');
      await expectNoBarrier(page, 'the list of keys', FORM);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Presets' }).click();
      await expectNoBarrier(page, 'the list of presets', FORM);
    });
  });
}
