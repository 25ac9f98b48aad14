// One load of a page: from navigation until five seconds after the load event, without any input.

import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Figures } from './figures';

const AFTER_LOAD_MS = 5000;

/** A task is felt from its fiftieth millisecond on. */
const FELT_MS = 50;

/** What the page itself has counted. */
interface Watched {
  readonly fcp: number;
  readonly lcp: number;
  readonly shift: number;
  readonly longTasks: readonly { readonly start: number; readonly end: number }[];
}

declare global {
  var watched: Watched;
}

export async function load(page: Page, devtools: CDPSession, url: string): Promise<Figures> {
  const bytes = countBytes(devtools);
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load' });
  await pause(AFTER_LOAD_MS);
  const { fcp, lcp, shift, longTasks } = await page.evaluate(() => globalThis.watched);
  return {
    jsKilobytes: bytes.script / 1000,
    totalKilobytes: bytes.total / 1000,
    lcpMs: lcp,
    tbtMs: longTasks.reduce((sum, task) => sum + blocking(task.end - Math.max(task.start, fcp)), 0),
    layoutShift: shift,
  };
}

const blocking = (duration: number): number => Math.max(0, duration - FELT_MS);

/** Counts what crosses the line, headers included, while the page loads. */
function countBytes(devtools: CDPSession): { readonly script: number; readonly total: number } {
  const bytes = { script: 0, total: 0 };
  const scripts = new Set<string>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.total += encodedDataLength;
    if (scripts.has(requestId)) bytes.script += encodedDataLength;
  });
  return bytes;
}

/** Runs in the page, before anything else there. */
function watch(): void {
  const watched = { fcp: 0, lcp: 0, shift: 0, longTasks: [] as { start: number; end: number }[] };
  globalThis.watched = watched;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) watched.fcp = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      watched.longTasks.push({ start: entry.startTime, end: entry.startTime + entry.duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) watched.shift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
}
