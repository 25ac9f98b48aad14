import type { Place } from './place';
import type { Problem } from './problem';

/** Where a problem stands: a file and a place in it. */
export interface Spot {
  readonly file: string;
  readonly place: Place;
}

/** The first character of a file: where a problem about the file as a whole stands. */
export const atTop = (file: string): Spot => ({
  file,
  place: { line: 1, column: 1, endLine: 1, endColumn: 1 },
});

/** A problem at a spot. */
export const problem = (code: string, at: Spot, message: string, hint: string | null = null): Problem => ({
  code,
  message,
  hint,
  file: at.file,
  place: at.place,
});
