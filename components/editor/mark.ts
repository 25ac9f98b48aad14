import type { Place } from '@/lib/shared/place';

/** A problem's place in the text: a tinted line, a wavy underline, and its words on hover. */
export interface Mark {
  readonly place: Place;
  readonly message: string;
  readonly severity: 'error' | 'note';
}

/** A stretch of one line, in columns from 0; the end is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where the marks touch a line that is `length` long. A mark without width takes the whole line. */
export function stretchesOn(marks: readonly Mark[], line: number, length: number): readonly Stretch[] {
  return marks
    .filter(({ place }) => place.line <= line && line <= place.endLine)
    .map(({ place }) => ({
      from: place.line === line ? place.column - 1 : 0,
      to: place.endLine === line ? place.endColumn - 1 : length,
    }))
    .map(({ from, to }) => (to > from ? { from, to } : { from: 0, to: length }));
}
