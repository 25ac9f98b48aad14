// Where the divider between text and playground stands: the text's share of the width, in percent.
import { readItem, writeItem } from './storage';

const KEY = 'alo.split';
export const SPLIT = { least: 25, most: 70, usual: 40 } as const;

export function loadSplit(): number {
  const saved = Number(readItem(KEY));
  return saved >= SPLIT.least && saved <= SPLIT.most ? saved : SPLIT.usual;
}

/** Moves the divider, within its limits; returns where it came to stand. */
export function moveSplit(percent: number): number {
  const split = Math.min(SPLIT.most, Math.max(SPLIT.least, Math.round(percent * 10) / 10));
  document.documentElement.style.setProperty('--split', `${split}%`);
  writeItem(KEY, String(split));
  return split;
}
