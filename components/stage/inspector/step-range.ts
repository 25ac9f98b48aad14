/** Steps on show at once: a row that waits for its broker is polled again and again. */
const MOST = 120;

/** The range of so many steps around the last that happened. */
export function around(length: number, passed: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(passed - MOST / 2, length - MOST));
  return { from, to: Math.min(length, from + MOST) };
}
