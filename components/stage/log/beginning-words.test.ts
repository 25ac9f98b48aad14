import { expect, it } from 'vitest';
import { beginningWords } from './beginning-words';

it.each([
  ['at a moment before the first step', [false, false, true], 'Nothing has happened yet at this moment.'],
  ['while the first run is being computed', [true, true, true], 'Computing the run.'],
  [
    'where there is a table of the reader’s own',
    [true, false, true],
    'Place an order to begin. The order and its row in your table are written by one transaction.',
  ],
  ['where there is none', [true, false, false], 'Nothing happens here by itself. Place an order to begin.'],
] as const)('the log begins %s', (_, [isEmpty, isRunning, ownTable], words) => {
  expect(beginningWords(isEmpty, isRunning, ownTable)).toBe(words);
});
