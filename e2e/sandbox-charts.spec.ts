// What draws the charts is fetched once somebody has them in sight, and can be asked for again.
import { expect, type Page, test } from '@playwright/test';
import { openSandbox, stage } from './sandbox';

// So low that the charts lie below what is in sight.
test.use({ viewport: { width: 1440, height: 600 } });

/** A site whose chart library can be out of reach; and how often it was asked for. */
async function withLibrary(page: Page) {
  const library = { asked: 0, isThere: true };
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch();
    const isLibrary = (await response.text()).includes('u-wrap');
    library.asked += Number(isLibrary);
    return isLibrary && !library.isThere ? route.abort() : route.fulfill({ response });
  });
  return library;
}

const charts = (page: Page) => stage(page).getByRole('region', { name: 'Charts' });

test('the sandbox opens without the chart library, and says in words what the charts show', async ({
  page,
}) => {
  const library = await withLibrary(page);
  await openSandbox(page);
  await expect(charts(page).getByRole('figure', { name: 'Rows pending' })).toContainText('at most');
  // What comes into sight is fetched after a third of a second.
  await page.waitForFunction(
    (from) => performance.now() > from + 1000,
    await page.evaluate(() => performance.now()),
  );
  expect(library.asked).toBe(0);
  const before = await charts(page).boundingBox();
  await charts(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(charts(page).locator('canvas')).toHaveCount(4);
  expect(library.asked).toBe(1);
  expect((await charts(page).boundingBox())?.height).toBe(before?.height);
});

test('lines that could not be fetched are said to be missing, and come when they are tried again', async ({
  page,
}) => {
  const library = await withLibrary(page);
  library.isThere = false;
  await openSandbox(page);
  await charts(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(charts(page).getByRole('alert')).toContainText('The lines could not be loaded.');
  await expect(charts(page).getByRole('figure', { name: 'Rows pending' })).toContainText('at most');
  library.isThere = true;
  await charts(page).getByRole('button', { name: 'Try again' }).click();
  await expect(charts(page).locator('canvas')).toHaveCount(4);
  await expect(charts(page).getByRole('alert')).toHaveCount(0);
});
