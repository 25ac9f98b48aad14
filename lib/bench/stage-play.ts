// Plays a part of a run over and over while Chromium traces, and reads what each frame cost.

import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { BEGUN, ENDED, framesIn } from './stage-frames';
import { moveTo, stageIsReady } from './stage-scrub';
import { traced } from './stage-trace';

/** Frames that are enough for a percentile. */
const ENOUGH = 180;

/** Milliseconds until a stage that was moved has nothing left to do. */
const SETTLED = 300;

/** The stage plays at a quarter of the run's pace until somebody says otherwise. */
const SLOWED = 4;

const FRAME_MS = 1000 / 60;

interface Span {
  /** In milliseconds of the run. */
  readonly from: number;
  readonly to: number;
}

/** The frames of a stage while it plays a part of its run. */
export async function playedFrames(browser: Browser, page: Page, { from, to }: Span) {
  await stageIsReady(page);
  const reader = (to - from) * SLOWED;
  const times = Math.ceil((ENOUGH * FRAME_MS) / reader);
  const events = await traced(browser, page, async () => {
    for (let played = 0; played < times; played += 1) {
      await moveTo(page, from);
      await pause(SETTLED);
      await page.getByRole('button', { name: /^(Play|Replay)/ }).click();
      await told(page, BEGUN);
      await pause(reader);
      await told(page, ENDED);
      await page.getByRole('button', { name: /^Pause/ }).click();
    }
  });
  return framesIn(events);
}

/** As text: a function with a name would be one that the command's loader has added to. */
const ASK = '(function next() { requestAnimationFrame(next); })()';

/** The frames of an empty page that asks for each: what this machine can do. */
export async function bareFrames(page: Page, browser: Browser) {
  await page.goto('about:blank');
  const events = await traced(browser, page, async () => {
    await page.evaluate(ASK);
    await told(page, BEGUN);
    await pause(ENOUGH * FRAME_MS);
    await told(page, ENDED);
  });
  return framesIn(events);
}

const told = (page: Page, mark: string) => page.evaluate((name) => void performance.mark(name), mark);
