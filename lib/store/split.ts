// Where the divider between text and playground stands: the text's share of the width, in percent.
import { readItem, writeItem } from './storage';

const KEY = 'alo.split';
const USUAL = 40;

/** What text and playground need at least, in pixels; the stylesheet of the lesson's frame holds the same. */
const TEXT_NEEDS = 320;
const PLAYGROUND_NEEDS = 420;

export interface Split {
  readonly least: number;
  readonly most: number;
  readonly now: number;
}

/** Where the divider may stand in a window of this width, and where it does if it is to stand at `wish`. */
export function splitAt(wish: number, width: number): Split {
  const least = Math.max(25, Math.ceil((TEXT_NEEDS / width) * 100));
  const most = Math.max(least, Math.min(70, Math.floor((1 - PLAYGROUND_NEEDS / width) * 100)));
  return { least, most, now: Math.min(most, Math.max(least, Math.round(wish * 10) / 10)) };
}

/** The usual place, before a window is known. */
export const usualSplit: Split = { least: 25, most: 70, now: USUAL };

export const loadSplit = (): Split => splitAt(Number(readItem(KEY)) || USUAL, window.innerWidth);

/** Moves the divider, within its limits. */
export function moveSplit(wish: number): Split {
  const split = splitAt(wish, window.innerWidth);
  document.documentElement.style.setProperty('--split', `${split.now}%`);
  writeItem(KEY, String(split.now));
  return split;
}
