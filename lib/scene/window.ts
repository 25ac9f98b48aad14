/** As much of a list as there is room for. */
export interface Window<Item> {
  readonly shown: readonly Item[];
  readonly earlier: number;
  readonly later: number;
}

/** Less of it: its end, unless that would leave out the one that matters; −1: none does. */
export function narrowed<Item>(window: Window<Item>, size: number, focus: number): Window<Item> {
  const { shown, earlier, later } = window;
  const last = Math.max(0, shown.length - size);
  const start = focus < 0 ? last : Math.min(last, Math.max(0, focus - 1));
  const kept = shown.slice(start, start + size);
  return { shown: kept, earlier: earlier + start, later: later + shown.length - start - kept.length };
}
