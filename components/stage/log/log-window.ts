// Which entries of a long log are on the page.

/** Entries on show while somebody follows, and how many more come each time that they look back. */
export const AT_ONCE = 60;

/** While it plays: the next are there before anybody has read these, and each is laid out ten times a second. */
export const WHILE_MOVING = 24;

/** The most entries on the page: whoever looks back further lets go of later ones. */
const MOST = 8 * AT_ONCE;

/** The steps from one place up to, but not including, another. */
export interface LogWindow {
  readonly from: number;
  readonly to: number;
  /** The newest is among them and stays so; else they stand still. */
  readonly follows: boolean;
}

/** What to show once so many steps have happened, of the newest at least so many. `held`: from where on somebody looks back; null while they follow. */
export function windowOf(count: number, held: number | null, newer = AT_ONCE): LogWindow {
  const newest = Math.max(0, count - newer);
  return held === null || held >= newest
    ? { from: newest, to: count, follows: true }
    : { from: held, to: Math.min(count, held + MOST), follows: false };
}

/** How many more there are before a window, at most as many as come at once. */
export const earlierOf = ({ from }: LogWindow): number => Math.min(from, AT_ONCE);
