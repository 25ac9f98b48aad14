import { describe, expect, it } from 'vitest';
import { earlierOf, windowOf } from './log-window';

describe('the window of the log', () => {
  it.each([
    ['nothing yet', 0, null, { from: 0, to: 0, follows: true }],
    ['all of a short run', 12, null, { from: 0, to: 12, follows: true }],
    ['the newest of a long one', 1_000_000, null, { from: 999_940, to: 1_000_000, follows: true }],
    ['earlier ones as well, for who looks back', 300, 60, { from: 60, to: 300, follows: false }],
    ['never more than 480', 1_000_000, 500, { from: 500, to: 980, follows: false }],
    ['the newest again, once the run is no longer than that', 110, 60, { from: 50, to: 110, follows: true }],
    ['the newest, where a run begins anew', 3, 60, { from: 0, to: 3, follows: true }],
  ])('shows %s', (_, count, held, expected) => {
    expect(windowOf(count, held)).toEqual(expected);
  });

  it('is smaller for who watches it play', () => {
    expect(windowOf(300, null, 24)).toEqual({ from: 276, to: 300, follows: true });
    expect(windowOf(300, 200, 24)).toEqual({ from: 200, to: 300, follows: false });
  });

  it('says how many more come before it', () => {
    expect([0, 50, 60, 400].map((from) => earlierOf({ from, to: 500, follows: false }))).toEqual([
      0, 50, 60, 60,
    ]);
  });
});
