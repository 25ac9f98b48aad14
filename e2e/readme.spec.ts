import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { answer, openWithPlainEditor, results } from './lesson';
import { wrongTable } from './tables';

const PICTURE = 'e2e/lesson.png';

// `npx playwright test readme --update-snapshots` takes it anew.
test('a visitor of the README sees a lesson as it is', async ({ page }, info) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openWithPlainEditor(page);
  await answer(page, wrongTable);
  await expect(results(page)).toContainText('line 8');
  const renewed = info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed';
  await page.screenshot({ path: renewed ? PICTURE : info.outputPath('lesson.png'), animations: 'disabled' });
  expect(existsSync(PICTURE)).toBe(true);
});
