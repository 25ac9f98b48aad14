// What writing and reading a link agree on.
import { sumOf, threeLetters } from './letters';

export const VERSION = '1';
/** Longer ones are not opened: programs that pass links on cut them. */
export const MOST_LETTERS = 8000;
/** Of JSON in UTF-8. */
export const MOST_BYTES = 64 * 1024;
/** Version, length and sum. */
export const HEAD = 7;

export const headOf = (body: string): string =>
  `${VERSION}${threeLetters(body.length)}${threeLetters(sumOf(body))}`;
