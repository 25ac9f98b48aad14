// How soon a moment of a long run is in the picture: from the input event to the end of the frame that shows it.

import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { presetsToShow } from '@/lib/content/read-presets';
import { runHash } from '@/lib/link/hash';
import { writeLink } from '@/lib/link/write-link';
import { workAround } from './stage-frames';
import { traced } from './stage-trace';

const MOMENTS = 60;

/** About seven steps each. */
const ORDERS = 14_000;

/** The address of a run of a hundred thousand steps: the preset with three hundred in flight, without its faults. */
export async function longRun(): Promise<string> {
  const preset = (await presetsToShow()).find(({ name }) => name === 'three-hundred');
  if (preset === undefined) throw new Error('There is no preset three-hundred.');
  const workload = { ...preset.scenario.workload, orders: ORDERS };
  const link = await writeLink({ scenario: { ...preset.scenario, workload, faults: [] }, commands: [] });
  if (!link.ok) throw new Error(link.problems[0]?.message);
  return runHash(link.value);
}

/** Milliseconds until all is there that is loaded late. */
const LOADED = 1000;

/** The run has come, and the stage can be moved. */
export async function stageIsReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pause/ }).click();
  await pause(LOADED);
}

const slider = 'input[type=range]';

export const moveTo = (page: Page, time: number) =>
  page.locator(slider).evaluate((input: HTMLInputElement, time) => {
    // React hears only of values that it did not set itself.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(time));
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, time);

interface Answer {
  readonly took: number;
  /** How things stood in that frame. */
  readonly counted: string;
}

declare global {
  var countersNow: () => string;
  var answered: ((answer: Answer) => void) | undefined;
}

/** Opens a run and takes hold of its slider with the mouse; gives what drags it to each of the moments in turn. */
async function takeHold(page: Page, url: string): Promise<readonly (() => Promise<void>)[]> {
  await page.goto(url);
  // Until the link is read a preset stands there, which takes two seconds.
  await page.locator(`${slider}:not([max="2000"])`).waitFor();
  await stageIsReady(page);
  await page.locator(slider).scrollIntoViewIfNeeded();
  const box = await page.locator(slider).boundingBox();
  if (box === null) throw new Error('The slider is not there.');
  const to = (share: number) => page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
  await to(0.5);
  await page.mouse.down();
  await pause(SETTLED);
  return Array.from({ length: MOMENTS }, (_, moment) => () => to(shareOf(moment)));
}

/** Milliseconds for each of many moments, chosen as a mouse does that drags the slider. */
export async function scrub(page: Page, url: string): Promise<readonly number[]> {
  const moves = await takeHold(page, url);
  await page.evaluate(listen);
  const took: number[] = [];
  for (const move of moves) took.push(await answerTo(page, move));
  return took;
}

const SOUGHT = 'bench: sought';

/** Milliseconds of the main thread for each frame that shows such a moment. */
export async function scrubWork(browser: Browser, page: Page, url: string): Promise<readonly number[]> {
  const moves = await takeHold(page, url);
  // The mouse is heard in the task that draws the frame.
  await page.evaluate(
    (name) => window.addEventListener('input', () => void performance.mark(name), { capture: true }),
    SOUGHT,
  );
  const events = await traced(browser, page, async () => {
    for (const move of moves) {
      await move();
      await pause(SETTLED);
    }
  });
  return workAround(SOUGHT, events);
}

/** Spread over the run, never near the one before: the same in every run. */
const shareOf = (moment: number): number => 0.05 + 0.9 * ((moment * 0.618_034) % 1);

async function answerTo(page: Page, move: () => Promise<void>): Promise<number> {
  const answer = page.evaluate(
    () =>
      new Promise<Answer>((resolve) => {
        globalThis.answered = resolve;
      }),
  );
  await move();
  const { took, counted } = await answer;
  await pause(SETTLED);
  const settled = await page.evaluate(() => globalThis.countersNow());
  if (settled !== counted) throw new Error(`The frame told of another moment: ${counted}, not ${settled}.`);
  return took;
}

/** Milliseconds after which nothing is left to do. */
const SETTLED = 250;

/** Runs in the page. What is posted first of all runs right after the frame: after style, layout and paint. */
function listen(): void {
  globalThis.countersNow = () => document.querySelector('dl[class*=counters]')?.textContent ?? '';
  window.addEventListener(
    'input',
    () => {
      const begun = performance.now();
      requestAnimationFrame(() => {
        void scheduler.postTask(
          () => globalThis.answered?.({ took: performance.now() - begun, counted: globalThis.countersNow() }),
          { priority: 'user-blocking' },
        );
      });
    },
    { capture: true },
  );
}
