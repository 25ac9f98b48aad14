import type { Page } from '@playwright/test';

declare global {
  var firstInputMs: number | undefined;
}

const WORD = 'kept';

/** Milliseconds from navigation until the editor took text that stays. On a phone a tab comes first. */
export async function editorReady(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    addEventListener('input', () => {
      globalThis.firstInputMs ??= performance.now();
    });
  });
  const loaded = page.waitForEvent('load');
  await page.goto(url, { waitUntil: 'commit' });
  const editor = page.getByRole('textbox').first();
  const tab = page.getByRole('tab', { name: 'Practise' });
  while (!(await editor.isVisible())) {
    if (await tab.isVisible()) await tab.click();
  }
  await editor.pressSequentially(WORD);
  await loaded;
  // Whichever editor shows by now, it must show what was typed into the first.
  await page.getByText(WORD).first().waitFor();
  const first = await page.evaluate(() => globalThis.firstInputMs);
  if (first === undefined) throw new Error('The editor took no text.');
  return first;
}
