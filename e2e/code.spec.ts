// What a learner does with code: it is run in every order of things, and the way to what broke goes through its lines.
import { expect, test } from '@playwright/test';
import { openActivity, openWithPlainEditor, results } from './lesson';

const MARKS_FIRST = `export default async function relay({ outbox, broker }) {
  for (const row of await outbox.pending(10)) {
    await outbox.mark(row.id);
    await broker.publish(row);
  }
}
`;

test('a learner sees the line at which their code stands, step by step, until an event is lost', async ({
  page,
}) => {
  await openWithPlainEditor(page, '/lessons/the-relay/');
  const field = await openActivity(page, 'Write the relay', false);
  await field.fill(MARKS_FIRST);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(results(page)).toContainText('Line 3 marks a row before its event was published.', {
    timeout: 30_000,
  });
  await results(page).getByRole('button', { name: 'Explain' }).first().click();
  const code = page.getByRole('region', { name: 'Your code' });
  const here = code.locator('[aria-current="step"]');
  const next = page.getByRole('button', { name: 'Next step' });
  await expect(here).toHaveText(/await outbox\.pending/, { timeout: 30_000 });
  for (const line of [/outbox\.pending/, /outbox\.mark/, /broker\.publish/]) {
    await next.click();
    await expect(here).toHaveText(line);
  }
  await next.click();
  await expect(code).toContainText('Relay 1 crashed at line 4.');
});

test('code without end is stopped, and the page is alive', async ({ page }) => {
  await openWithPlainEditor(page, '/lessons/the-relay/');
  const field = await openActivity(page, 'Write the relay', false);
  await field.fill('export default async () => {\n  for (;;) {}\n};\n');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(results(page)).toContainText('It takes more steps than any round needs.', { timeout: 30_000 });
  await field.fill(MARKS_FIRST);
  await expect(field).toHaveValue(MARKS_FIRST);
});
