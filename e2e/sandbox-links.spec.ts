import { expect, type Page } from '@playwright/test';
import { lettersOf } from '@/lib/link/letters';
import { headOf, MOST_BYTES, MOST_LETTERS } from '@/lib/link/link-form';
import { deflate } from '@/lib/link/packing';
import { altered, cutOff, notRun, otherVersion, tooLong } from '@/lib/link/words';
import { writeLink } from '@/lib/link/write-link';
import { complete } from '@/lib/sim/scenario/scenario-defaults';
import {
  clickTimeline,
  entries,
  expectRun,
  menu,
  openSandbox,
  playhead,
  stage,
  test,
  toEnd,
  wholeLog,
} from './sandbox';

/** Copies the link, and takes it from where the page shows it. */
async function copyLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied. Whoever opens it sees the same run')).toBeVisible();
  const shown = await page.getByRole('textbox', { name: 'Link to this run' }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  return shown;
}

test('a learner passes a run on, and whoever opens the link reads the identical log', async ({
  page,
  browser,
}) => {
  await openSandbox(page, '#p=recorded-first');
  for (const [part, deed, placed] of [
    [0.1, 'Crash the relay after its next publish', /^Relay to crash after a publish, at/],
    [0.35, 'Place order and roll back', /^Order rolled back, at/],
    [0.95, 'Slow shipping down 10 times', /^Shipping 10 times slower, at/],
  ] as const) {
    await clickTimeline(page, part);
    await menu(page).getByRole('menuitem', { name: deed, exact: true }).click();
    await expect(stage(page).getByRole('button', { name: placed })).toBeVisible();
  }
  const told = await wholeLog(page);
  expect(told.join('\n')).toContain('The relay crashed before it could mark row');
  const link = await copyLink(page);
  expect(link.length).toBeLessThan(300);

  const theirs = await browser.newContext();
  const other = await theirs.newPage();
  await other.goto(link);
  await expect(playhead(other)).toHaveValue(await playhead(page).inputValue());
  await toEnd(other);
  await expect(entries(other)).toHaveText(told);
  await theirs.close();
});

test('the link of a preset is its name', async ({ page, browser }) => {
  await openSandbox(page, '#p=skip-locked');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SKIP LOCKED loses the order');
  const told = await wholeLog(page);
  const link = await copyLink(page);
  expect(link).toMatch(/\/sandbox\/#p=skip-locked$/);

  const theirs = await browser.newContext();
  const other = await theirs.newPage();
  await other.goto(link);
  await expectRun(other);
  await toEnd(other);
  await expect(entries(other)).toHaveText(told);
  await theirs.close();
});

/** A link around any bytes, with length and sum as they should be. */
async function linkAround(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const body = lettersOf(await deflate(bytes));
  return `${headOf(body)}${body}`;
}

const around = (text: string) => linkAround(new TextEncoder().encode(text));

async function soundLink(): Promise<string> {
  const link = await writeLink({ scenario: complete({ seed: 7 }), commands: [{ at: 100, do: 'arm-crash' }] });
  if (!link.ok) throw new Error(link.problems[0]?.message);
  return link.value;
}

const sound = await soundLink();
const NO_SUCH_PRESET = 'This link names a preset that there is not, or not any more.';

const hostile: readonly (readonly [what: string, hash: string, words: string])[] = [
  ['that was cut short', `s=${sound.slice(0, -3)}`, cutOff.message],
  ['that is empty', 's=', cutOff.message],
  ['with another letter in it', `s=${swapped(sound, 9)}`, altered.message],
  ['in another alphabet', `s=${sound.slice(0, 7)}${'Ж'.repeat(sound.length - 7)}`, altered.message],
  ['of another version', `s=9${sound.slice(1)}`, otherVersion.message],
  ['that is huge', `s=1${'A'.repeat(20 * MOST_LETTERS)}`, tooLong.message],
  ['that is a bomb', `s=${await linkAround(new Uint8Array(80 * MOST_BYTES))}`, altered.message],
  ['with garbage in it', `s=${await around('{"scenario": [')}`, notRun.message],
  [
    'with something else in it',
    `s=${await around('{"__proto__":{"a":1},"b":"<img src=x onerror=alert(1)>"}')}`,
    notRun.message,
  ],
  ['nested without end', `s=${await around('['.repeat(60_000))}`, notRun.message],
  ['to no preset', 'p=%3Cscript%3Ealert(1)%3C%2Fscript%3E', NO_SUCH_PRESET],
  ['to a preset that was badly cut', 'p=skip-locked%E0%A4%A', NO_SUCH_PRESET],
];

for (const [what, hash, words] of hostile) {
  test(`a link ${what} gets a sentence, and the page works`, async ({ page }) => {
    await page.goto(`/sandbox/#${hash}`);
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
    await expectRun(page);
    await toEnd(page);
    await expect(entries(page)).not.toHaveCount(0);
    await page.getByRole('button', { name: 'Presets' }).click();
    await page.getByRole('button', { name: /^The broker is away, and nothing is lost/ }).click();
    await expect(page.getByRole('status').filter({ hasText: words })).toHaveCount(0);
    await expect(
      stage(page).getByRole('button', { name: /^Broker down, at .* from the scenario$/ }),
    ).toBeVisible();
  });
}

function swapped(link: string, place: number): string {
  return `${link.slice(0, place)}${link[place] === 'A' ? 'B' : 'A'}${link.slice(place + 1)}`;
}
